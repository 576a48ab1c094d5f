import type { Table } from 'dexie';
import type { TallyDb } from './db.ts';
import { readingDb } from './query.ts';

/** Rows read of each table to tell how long one is. */
const SAMPLE = 40;

/** About how much one kind of rows takes. `bytes` is an estimate: browsers tell only the size of the whole. */
export type KindUsed = {
  kind: 'messages' | 'notices' | 'days' | 'texts';
  rows: number;
  bytes: number;
};

/** Rows and about how many bytes, by kind. `texts` are those by which copies are found,
 * a row for each report that brought one; the index that is made of them is not in it. */
export async function storageByKind(db: TallyDb = readingDb()): Promise<KindUsed[]> {
  return Promise.all([
    usedBy('messages', db.messages),
    usedBy('notices', db.notices),
    usedBy('days', db.days),
    usedBy('texts', db.indexLog),
  ]);
}

async function usedBy<Row>(kind: KindUsed['kind'], table: Table<Row>): Promise<KindUsed> {
  const [rows, sample] = await Promise.all([table.count(), table.limit(SAMPLE).toArray()]);
  const length = new TextEncoder().encode(JSON.stringify(sample)).length;
  return {
    kind,
    rows,
    bytes: sample.length === 0 ? 0 : Math.round((rows * length) / sample.length),
  };
}

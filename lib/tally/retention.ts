import type { TallyDb } from './db.ts';
import type { Day, MessageRow, NoticeRow } from './rows.ts';

/** Rows pared in one transaction: keeps a report that waits behind it waiting for a few hundredths of a second. */
const BATCH = 500;

/**
 * Pares one batch of rows whose details are older than `before`: excerpts, names, titles, words and their numbers go;
 * keys, times and everything that counts stay, so that no message is ever counted twice. True when more may be left.
 * Call inside a read-write transaction over messages and notices.
 */
export async function pareBatch(db: TallyDb, before: Day): Promise<boolean> {
  const messages = await db.messages.where('detailDay').below(before).limit(BATCH).toArray();
  const notices = await db.notices.where('detailDay').below(before).limit(BATCH).toArray();
  await db.messages.bulkPut(messages.map(paredMessage));
  await db.notices.bulkPut(notices.map(paredNotice));
  return messages.length === BATCH || notices.length === BATCH;
}

/** A message's row without its details. */
export function paredMessage({ detailDay: _, untaught: __, ...row }: MessageRow): MessageRow {
  const verdict = { ...row.verdict, title: '', changed: [] };
  return { ...row, sender: '', excerpt: '', verdict };
}

function paredNotice({ detailDay: _, evidence: __, ...row }: NoticeRow): NoticeRow {
  const members = row.members.map((member) => ({ ...member, sender: '' }));
  const asks = row.asks?.map((ask) => ({ ...ask, object: '' }));
  const left = { ...row, title: '', members, claims: [], changed: [], revisedBy: [] };
  return asks ? { ...left, asks } : left;
}

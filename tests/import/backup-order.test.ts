import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Backup, readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, reportOf } from '../tally/tally-bench';
import { imported, OTHER_ORDERS, written } from './in-any-order';

const TEXTS = ['words ?photo', 'words ?photo', 'else ?form', 'plain', 'reply', 'fix:words ?photo'];

/** What was seen of twelve messages in four groups, in the order in which it was seen. */
const seen = fc.array(fc.nat(11), { minLength: 1, maxLength: 10 });

/** The backup of a tally that saw these, one report after the other. */
async function backupOf(list: readonly number[]): Promise<Backup> {
  const db = freshDb();
  const recorder = await recorderOn(db);
  for (const at of list) {
    const text = TEXTS[at % TEXTS.length] ?? '';
    await recorder.report(reportOf(message(`m${at}`, text, { at, chat: `c${at % 4}` })));
  }
  return written(await readBackup(db));
}

/** What counts: the day sums, and which messages state one notice. Names of versions hang on what came first. */
async function counted(db: TallyDb) {
  const [days, notices] = await Promise.all([db.days.toArray(), db.notices.toArray()]);
  const versions = notices.map(({ members, revises }) => [
    members.map(({ key }) => key).join(' '),
    revises !== null,
  ]);
  return { days, versions: versions.sort() };
}

test('backups come to the same sums in whatever order they are read, and reading them again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(seen, seen, seen, fc.nat(5), async (one, two, three, turn) => {
      const files = await Promise.all([one, two, three].map(backupOf));
      const import_ = async (order: readonly number[]) =>
        counted((await imported(order.flatMap((at) => files[at] ?? []))).db);
      const first = await import_([0, 1, 2]);
      expect(await import_(OTHER_ORDERS[turn] ?? [])).toEqual(first);
      expect(await import_([0, 1, 2, 2, 1, 0])).toEqual(first);
    }),
    { numRuns: 60 },
  );
});

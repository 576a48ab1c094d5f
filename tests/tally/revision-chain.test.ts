import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { TallyDb } from '../../lib/tally/db';
import type { Recorder } from '../../lib/tally/record';
import { freshDb, message, recorderOn, reportOf, sumOf } from './tally-bench';

const ISSUES = 400;

/** A notice that is issued anew each day, each time a change of the last. */
const issue = (number: number) => message(`m${number}`, textOf(number), { at: number });
const textOf = (number: number) => (number === 0 ? 'w0' : `fix:w${number - 1} w${number}`);

async function issued(db: TallyDb): Promise<Recorder> {
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...Array.from({ length: ISSUES }, (_, at) => issue(at))));
  expect(await db.notices.get(`m${ISSUES - 1}`)).toMatchObject({ revises: `m${ISSUES - 2}` });
  return recorder;
}

test('a notice that was issued anew hundreds of times is told, edited, recalled and claimed as any other', async () => {
  const db = freshDb();
  const recorder = await issued(db);
  const last = ISSUES - 1;
  const copy = await recorder.report(reportOf(message('copy', textOf(last), { chat: 'two' })));
  expect(copy.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: `m${last}` });
  await recorder.report(reportOf(issue(ISSUES)));
  expect(await db.notices.get(`m${last}`)).toMatchObject({ revisedBy: [{ notice: `m${ISSUES}` }] });
  await recorder.report(reportOf(message(`m${ISSUES}`, 'else', { at: ISSUES })));
  expect(await db.notices.get(`m${last}`)).toMatchObject({ revisedBy: [] });
  const told = { messages: [], claims: [], recalls: [], folded: [] };
  await recorder.report({ ...told, recalls: [`m${last}`], folded: ['copy'] });
  const claims = [{ key: 'copy', hash: `hash ${textOf(last)}` }];
  const claimed = await recorder.report({ ...told, claims });
  expect(claimed.notices[0]?.notice).toBe(`m${last}`);
  expect(await sumOf(db, 'two')).toMatchObject({ messages: 1 });
});

test('a message of such a notice has no more read for it than one of another', async () => {
  const db = freshDb();
  const recorder = await issued(db);
  let read = 0;
  db.notices.hook('reading', (row) => {
    read += 1;
    return row;
  });
  await recorder.report(reportOf(message('copy', textOf(ISSUES - 1), { chat: 'two' })));
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(5);
});

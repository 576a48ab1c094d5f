import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { freshDb, message, recorderOn, report, reportOf, sums } from './tally-bench';
import { wordEngine } from './word-engine';

function manyNotices(count: number, from = 0) {
  return Array.from({ length: count }, (_, at) => message(`k${from + at}`, `text ${from + at}`));
}

/** Waits for work that a call left in the queue: the queue answers in order. */
async function settled(recorder: Awaited<ReturnType<typeof recorderOn>>) {
  await recorder.report(report({}));
}

test('a restarted worker knows what it knew', async () => {
  const db = freshDb();
  await (await recorderOn(db)).report(reportOf(message('a', 'words')));
  const answer = await (await recorderOn(db)).report(reportOf(message('b', 'words', { at: 1 })));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'a' });
});

test('after many notices a snapshot is written, and a start reads only the log after it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...manyNotices(499)));
  await settled(recorder);
  expect(await db.indexSnapshots.count()).toBe(0);
  await recorder.report(reportOf(...manyNotices(1, 499)));
  await settled(recorder);
  expect(await db.indexSnapshots.get('index')).toMatchObject({ upTo: 2 });
  await recorder.report(reportOf(...manyNotices(1, 500)));
  let replayed = 0;
  const restarted = await recorderOn(db, {
    engine: {
      ...wordEngine,
      remember(...told) {
        replayed += 1;
        wordEngine.remember(...told);
      },
    },
  });
  expect(replayed).toBe(1);
  const answer = await restarted.report(reportOf(message('c', 'text 3'), message('d', 'text 500')));
  expect(answer.verdicts.map(({ verdict }) => verdict.notice)).toEqual(['k3', 'k500']);
});

test('a damaged snapshot is rebuilt from the log', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...manyNotices(500)));
  await settled(recorder);
  await db.indexSnapshots.update('index', { snapshot: 'scrambled' });
  const restarted = await recorderOn(db);
  const answer = await restarted.report(reportOf(message('c', 'text 7')));
  expect(answer.verdicts[0]?.verdict.notice).toBe('k7');
});

test('a snapshot of another version is not read: the log tells the same', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...manyNotices(500)));
  await settled(recorder);
  await db.indexSnapshots.update('index', { snapshot: [] });
  const restarted = await recorderOn(db, { version: '1.0.1' });
  const answer = await restarted.report(reportOf(message('c', 'text 7')));
  expect(answer.verdicts[0]?.verdict.notice).toBe('k7');
});

test('a damaged log entry costs its own notice only', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'else')));
  await db.indexLog.toCollection().modify((row) => {
    row.entries[0] = null as never;
  });
  const answer = await (await recorderOn(db)).report(reportOf(message('c', 'else', { at: 1 })));
  expect(answer.verdicts[0]?.verdict.notice).toBe('b');
});

test('what is older than the memory leaves log and disk', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const day = 24 * 60;
  await recorder.report(reportOf(message('old', 'ancient words', { at: -70 * day })));
  await recorder.report(reportOf(message('a', 'words')));
  await recorder.pare();
  expect(JSON.stringify(await db.indexLog.toArray())).not.toContain('ancient');
  expect(await db.indexLog.count()).toBe(1);
});

test('paring takes details, never a key or a count', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const old = { at: -100 * 24 * 60, sender: 'Zhao' };
  await recorder.report(
    reportOf(message('a', 'secret words', old), message('b', 'secret words', old)),
  );
  await recorder.report(reportOf(message('n', 'fresh', { sender: 'Qian' })));
  const before = await sums(db);
  await recorder.pare();
  expect(await sums(db)).toEqual(before);
  const kept = JSON.stringify([await db.messages.get('a'), await db.notices.get('a')]);
  expect(kept).not.toMatch(/Zhao|"excerpt":"secret/);
  expect(await db.messages.get('n')).toMatchObject({ sender: 'Qian', excerpt: 'fresh' });
  await recorder.report(reportOf(message('a', 'secret words', old)));
  expect(await sums(db)).toEqual(before);
  expect(await db.messages.get('a')).toMatchObject({ sender: '' });
});

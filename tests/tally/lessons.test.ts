import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { freshDb, message, recorderOn, reportOf, sumOf } from './tally-bench';

async function withCopies() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'words'),
      message('b', 'words', { at: 1 }),
      message('c', 'words', { at: 2 }),
    ),
  );
  return { db, recorder };
}

test('"not a copy" gives every stored message of this content a version of its own', async () => {
  const { db, recorder } = await withCopies();
  const taught = await recorder.teach({ key: 'b', lesson: 'not-copy' });
  expect(taught.verdicts).toMatchObject([
    { key: 'a', rev: 2, verdict: { relation: 'new', notice: 'a' } },
    { key: 'b', rev: 2, verdict: { relation: 'new', notice: 'b', of: null, action: 'show' } },
    { key: 'c', rev: 2, verdict: { relation: 'new', notice: 'c' } },
  ]);
  expect(await sumOf(db)).toEqual({ messages: 3, notices: 3 });
  const next = await recorder.report(reportOf(message('d', 'words', { at: 3 })));
  expect(next.verdicts[0]?.verdict.relation).toBe('new');
});

test('a lesson outlives the worker', async () => {
  const { db, recorder } = await withCopies();
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  const restarted = await recorderOn(db);
  const next = await restarted.report(reportOf(message('d', 'words', { at: 3 })));
  expect(next.verdicts[0]?.verdict.relation).toBe('new');
});

test('"forget" gives back the verdict and the sums of before', async () => {
  const { db, recorder } = await withCopies();
  const before = await sumOf(db);
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  const forgotten = await recorder.teach({ key: 'b', lesson: 'forget' });
  expect(forgotten.verdicts).toMatchObject([
    { key: 'a', verdict: { relation: 'new' } },
    { key: 'b', rev: 3, verdict: { relation: 'copy', notice: 'a' } },
    { key: 'c', rev: 3, verdict: { relation: 'copy', notice: 'a' } },
  ]);
  expect(await sumOf(db)).toEqual(before);
  expect(await db.exceptions.count()).toBe(0);
});

test('"always fold" folds, except where a guard forbids', async () => {
  const { recorder } = await withCopies();
  const taught = await recorder.teach({ key: 'a', lesson: 'always-fold' });
  expect(taught.verdicts.map(({ verdict }) => verdict.action)).toEqual(['fold', 'fold', 'fold']);
  await recorder.report(reportOf(message('o', 'mine', { own: true })));
  const own = await recorder.teach({ key: 'o', lesson: 'always-fold' });
  expect(own.verdicts[0]?.verdict.action).toBe('mark');
});

test('one lesson takes the place of the other', async () => {
  const { db, recorder } = await withCopies();
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  const taught = await recorder.teach({ key: 'b', lesson: 'always-fold' });
  expect(taught.verdicts[1]?.verdict).toMatchObject({
    relation: 'copy',
    notice: 'a',
    action: 'fold',
  });
  expect(await sumOf(db)).toMatchObject({ copies: 2 });
});

test('a lesson about a message that nobody knows does nothing', async () => {
  const { db, recorder } = await withCopies();
  expect(await recorder.teach({ key: 'x', lesson: 'not-copy' })).toEqual({
    verdicts: [],
    notices: [],
  });
  expect(await db.exceptions.count()).toBe(0);
});

test('a revision taught to be none no longer supersedes, until the lesson is taken back', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words'), message('b', 'fix:words', { at: 1 })));
  const supersedes = async () => {
    const { notices } = await recorder.report(reportOf(message('a', 'words')));
    return notices[0]?.supersededBy?.key;
  };
  expect(await supersedes()).toBe('b');
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  expect(await supersedes()).toBeUndefined();
  expect(await sumOf(db)).toEqual({ messages: 2, notices: 2 });
  await recorder.teach({ key: 'b', lesson: 'forget' });
  expect(await supersedes()).toBe('b');
  expect(await sumOf(db)).toEqual({ messages: 2, notices: 2, revisions: 1 });
});

test('an edited message whose name its copies kept can be taught', async () => {
  const recorder = await recorderOn(freshDb());
  const told = [message('k', 'words'), message('j', 'words', { at: 1 })];
  await recorder.report(reportOf(...told, message('x', 'else', { at: 2 })));
  await recorder.report(reportOf(message('k', 'else')));
  const { verdicts } = await recorder.teach({ key: 'k', lesson: 'not-copy' });
  expect(verdicts.find(({ key }) => key === 'k')?.verdict.relation).toBe('new');
});

import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { readAggregates } from '../../lib/tally/aggregates';
import type { TallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, report, reportOf, TODAY } from './tally-bench';
import { wordEngine, wordNumber } from './word-engine';

const DAY = 24 * 60;

async function numbers(db: TallyDb): Promise<Record<string, [string, string] | null>> {
  const rows = await db.notices.toArray();
  return Object.fromEntries(
    rows.map(({ notice, evidence }) => [notice, evidence ? [evidence.key, evidence.number] : null]),
  );
}

async function withCopy() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(message('a', 'words'), message('b', 'words', { at: 1, chat: 'two' })),
  );
  return { db, recorder };
}

test('a version has the number of the message that was recorded first; copies are not worked out', async () => {
  const evidenceNumber = vi.fn(wordEngine.evidenceNumber);
  const db = freshDb();
  const recorder = await recorderOn(db, { engine: { ...wordEngine, evidenceNumber } });
  await recorder.report(
    reportOf(
      message('a', 'words'),
      message('b', 'words', { at: -5, chat: 'two' }),
      message('c', 'fix:words'),
      message('d', 'reply'),
      message('e', 'loose ?photo'),
      message('f', 'short'),
    ),
  );
  await recorder.report(reportOf(message('a', 'words'), message('c', 'fix:words')));
  expect(evidenceNumber.mock.calls.map(([{ key }]) => key)).toEqual(['a', 'c', 'f']);
  expect(await numbers(db)).toEqual({
    a: ['a', wordNumber('words')],
    c: ['c', wordNumber('fix:words')],
    f: null,
  });
});

test('a version of before there were numbers gets none by a copy', async () => {
  const { db, recorder } = await withCopy();
  const old = await db.notices.get('a');
  const { evidence: _, ...row } = old ?? expect.unreachable();
  await db.notices.put(row);
  await recorder.report(reportOf(message('c', 'words', { at: 2, chat: 'three' })));
  expect(await db.notices.get('a')).not.toHaveProperty('evidence');
});

test('what two people wrote to each other has none, nor has what was forwarded from there', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'words', { chat: 'Wang', isPrivate: true }),
      message('b', 'words', { at: 1, chat: 'two' }),
      message('c', 'else', { at: 2, chat: 'two' }),
    ),
  );
  expect(await numbers(db)).toEqual({ a: null, c: ['c', wordNumber('else')] });
});

test('where it cannot be worked out the message is judged and counted all the same', async () => {
  const failures: unknown[] = [];
  const db = freshDb();
  const evidenceNumber = () => {
    throw new Error('no');
  };
  const recorder = await recorderOn(db, {
    engine: { ...wordEngine, evidenceNumber },
    onFailure: (error) => failures.push(error),
  });
  const { verdicts } = await recorder.report(reportOf(message('a', 'words')));
  expect(verdicts[0]?.verdict).toMatchObject({ relation: 'new', notice: 'a' });
  expect(failures).toHaveLength(1);
  expect(await numbers(db)).toEqual({ a: null });
});

test('an aborted transaction keeps no number, and the next has it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const broken = () => {
    throw new Error('write failed');
  };
  db.messages.hook('creating', broken);
  await expect(recorder.report(reportOf(message('a', 'words')))).rejects.toThrow('write failed');
  db.messages.hook('creating').unsubscribe(broken);
  expect(await numbers(db)).toEqual({});
  await recorder.report(reportOf(message('a', 'words')));
  expect(await numbers(db)).toEqual({ a: ['a', wordNumber('words')] });
});

test('an edited message has the number of its new words, and its copies none that is not theirs', async () => {
  const { db, recorder } = await withCopy();
  await recorder.report(reportOf(message('a', 'other', { hash: '2' })));
  expect(await numbers(db)).toEqual({ a: null, 'a#edit-2': ['a', wordNumber('other')] });
  await recorder.report(reportOf(message('a', 'words', { hash: '3' })));
  expect(await numbers(db)).toEqual({ a: null });
});

test('edited to less it has none, in one report or in two', async () => {
  for (const isOne of [true, false]) {
    const db = freshDb();
    const recorder = await recorderOn(db);
    const readings = [message('a', 'words'), message('a', 'short', { hash: '2' })];
    const reports = isOne ? [reportOf(...readings)] : readings.map((each) => reportOf(each));
    for (const each of reports) await recorder.report(each);
    expect(await numbers(db)).toEqual({ a: null });
    await recorder.report(reportOf(message('a', 'more', { hash: '4' })));
    expect(await numbers(db)).toEqual({ a: ['a', wordNumber('more')] });
  }
});

test('edited and edited back, it has the same in one report as in three', async () => {
  const copy = message('b', 'words', { at: 1, chat: 'two' });
  const edits = [message('a', 'other', { hash: '2' }), message('a', 'words', { hash: '3' })];
  const readings = [message('a', 'words'), copy, ...edits];
  for (const reports of [[readings], readings.map((each) => [each])]) {
    const db = freshDb();
    const recorder = await recorderOn(db);
    for (const each of reports) await recorder.report(reportOf(...each));
    expect(await numbers(db)).toEqual({ a: null });
  }
});

test('a recalled message keeps its number', async () => {
  const { db, recorder } = await withCopy();
  await recorder.report(report({ recalls: ['a'] }));
  expect(await numbers(db)).toEqual({ a: ['a', wordNumber('words')] });
});

test('it goes when its message is erased, and stays when a copy is', async () => {
  const one = await withCopy();
  await one.recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  expect(await numbers(one.db)).toEqual({ a: ['a', wordNumber('words')] });
  const other = await withCopy();
  await other.recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  expect(await numbers(other.db)).toEqual({ a: null });
  const all = JSON.stringify(await other.db.notices.toArray());
  expect(all).not.toContain(wordNumber('words'));
});

test('it goes with the details of its version', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const old = -DAY * 100;
  await recorder.report(
    reportOf(
      message('a', 'words', { at: old }),
      message('b', 'else', { at: old }),
      message('c', 'else', { chat: 'two' }),
    ),
  );
  await recorder.pare();
  expect(await numbers(db)).toEqual({ a: null, b: ['b', wordNumber('else')] });
});

test('it is kept where no excerpts are, as the title is', async () => {
  const db = freshDb();
  const settings = { ...DEFAULT_SETTINGS, excerptLength: 0 };
  const recorder = await recorderOn(db, { settings });
  await recorder.report(reportOf(message('a', 'words')));
  expect(await db.messages.get('a')).toMatchObject({ excerpt: '' });
  expect(await numbers(db)).toEqual({ a: ['a', wordNumber('words')] });
});

test('"not a copy" gives none to the copy; a revision takes its own along, there and back', async () => {
  const { db, recorder } = await withCopy();
  await recorder.report(
    reportOf(message('c', 'fix:words', { at: 2 }), message('d', 'fix:words', { at: 3 })),
  );
  const [words, fixed] = [wordNumber('words'), wordNumber('fix:words')];
  const before = await numbers(db);
  expect(before).toEqual({ a: ['a', words], c: ['c', fixed] });
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  expect(await numbers(db)).toEqual({ a: ['a', words], b: null, c: ['c', fixed] });
  await recorder.teach({ key: 'c', lesson: 'not-copy' });
  expect(await numbers(db)).toEqual({ a: ['a', words], b: null, c: ['c', fixed], d: null });
  await recorder.teach({ key: 'c', lesson: 'forget' });
  await recorder.teach({ key: 'b', lesson: 'forget' });
  expect(await numbers(db)).toEqual(before);
});

test('the second copy of the sums holds none', async () => {
  const { db } = await withCopy();
  const copy = JSON.stringify(await readAggregates(db, `${TODAY}x`));
  expect(copy).toContain('"chat":"two"');
  expect(copy).not.toContain(wordNumber('words'));
});

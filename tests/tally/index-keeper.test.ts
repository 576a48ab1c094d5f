import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { tallyDb } from '../../lib/tally/db';
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
        return wordEngine.remember(...told);
      },
    },
  });
  const answer = await restarted.report(reportOf(message('c', 'text 3'), message('d', 'text 500')));
  expect(replayed - answer.verdicts.length).toBe(1);
  expect(answer.verdicts.map(({ verdict }) => verdict.notice)).toEqual(['k3', 'k500']);
});

describe('when no more messages come', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  /** So long without a report; what is then left in the queue is done. */
  async function quiet(recorder: Awaited<ReturnType<typeof recorderOn>>, ms: number) {
    await vi.advanceTimersByTimeAsync(ms);
    await recorder.check();
  }

  test('a snapshot is written of some, and none of fewer', async () => {
    const db = freshDb();
    const recorder = await recorderOn(db);
    await recorder.report(reportOf(...manyNotices(7)));
    await quiet(recorder, 60_000);
    expect(await db.indexSnapshots.count()).toBe(0);
    await recorder.report(reportOf(...manyNotices(1, 7)));
    await quiet(recorder, 4_000);
    await settled(recorder);
    await quiet(recorder, 4_000);
    expect(await db.indexSnapshots.count()).toBe(0);
    await quiet(recorder, 1_000);
    expect(await db.indexSnapshots.get('index')).toMatchObject({ upTo: 2, notices: 8 });
    const answer = await (await recorderOn(db)).report(reportOf(message('c', 'text 7')));
    expect(answer.verdicts[0]?.verdict.notice).toBe('k7');
  });

  test('what a start had to read of the log counts, too', async () => {
    const db = freshDb();
    await (await recorderOn(db)).report(reportOf(...manyNotices(20)));
    const restarted = await recorderOn(db);
    await restarted.report(reportOf(message('c', 'text 7')));
    await quiet(restarted, 5_000);
    expect(await db.indexSnapshots.get('index')).toMatchObject({ upTo: 1, notices: 20 });
  });

  test('of many notices more have to be new', async () => {
    const db = freshDb();
    const recorder = await recorderOn(db);
    await recorder.report(reportOf(...manyNotices(500)));
    await settled(recorder);
    await db.indexSnapshots.update('index', { notices: 100_000 });
    const restarted = await recorderOn(db);
    await restarted.report(reportOf(...manyNotices(24, 500)));
    await quiet(restarted, 60_000);
    expect(await db.indexSnapshots.get('index')).toMatchObject({ notices: 100_000 });
    await restarted.report(reportOf(...manyNotices(1, 524)));
    await quiet(restarted, 5_000);
    expect(await db.indexSnapshots.get('index')).toMatchObject({ notices: 100_025 });
  });
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

test('the log keeps the words of notices only', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'notice of all'),
      message('b', 'notice of all', { at: 1, sender: 'Zhou' }),
      message('c', 'loose talk', { at: 2, sender: 'Wu' }),
    ),
  );
  const log = JSON.stringify(await db.indexLog.toArray());
  expect(log).toContain('notice of all');
  expect(log).not.toMatch(/talk|Zhou|Wu/);
});

test('an old notice leaves the log though it was told together with a new one', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const day = 24 * 60;
  const old = message('old', 'ancient words', { at: -70 * day });
  await recorder.report(reportOf(old, message('a', 'words')));
  await recorder.pare();
  const log = JSON.stringify(await db.indexLog.toArray());
  expect(log).not.toContain('ancient');
  expect(log).toContain('words');
});

test.each([
  [90, 14, 56],
  [30, 14, 30],
  [1, 14, 14],
])(
  'with details kept %d days and copies folded for %d, words are kept %d',
  async (retentionDays, windowDays, kept) => {
    const db = freshDb();
    const settings = { ...DEFAULT_SETTINGS, retentionDays, windowDays };
    const recorder = await recorderOn(db, { settings });
    const day = 24 * 60;
    const within = message('a', 'young words', { at: (1 - kept) * day });
    const beyond = message('b', 'ancient words', { at: (-1 - kept) * day });
    await recorder.report(reportOf(within, beyond));
    await recorder.pare();
    const log = JSON.stringify(await db.indexLog.toArray());
    expect([log.includes('young'), log.includes('ancient')]).toEqual([true, false]);
  },
);

test('of two workers at once each knows what the other recorded', async () => {
  const db = freshDb();
  const other = tallyDb(db.name);
  const [old, young] = [await recorderOn(db), await recorderOn(other)];
  await old.report(reportOf(message('a', 'words')));
  const copy = await young.report(reportOf(message('b', 'words', { at: 1 })));
  expect(copy.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'a' });
  await young.report(reportOf(message('c', 'else', { at: 2 })));
  const again = await old.report(reportOf(message('d', 'else', { at: 3 })));
  expect(again.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'c' });
  await young.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  const fresh = await old.report(reportOf(message('e', 'else', { at: 4 })));
  expect(fresh.verdicts[0]?.verdict.relation).toBe('new');
});

test('what one of two workers was taught the other knows', async () => {
  const db = freshDb();
  const [old, young] = [await recorderOn(db), await recorderOn(tallyDb(db.name))];
  await old.report(reportOf(message('a', 'words')));
  await young.report(reportOf(message('b', 'words', { at: 1 })));
  await old.teach({ key: 'b', lesson: 'not-copy' });
  const answer = await young.report(reportOf(message('c', 'words', { at: 2 })));
  expect(answer.verdicts[0]?.verdict.relation).toBe('new');
});

test('no snapshot says that it holds what its writer never saw', async () => {
  const db = freshDb();
  const [old, young] = [await recorderOn(db), await recorderOn(tallyDb(db.name))];
  await old.report(reportOf(message('o', 'of the old')));
  await young.report(reportOf(message('y', 'of the young', { at: 1 })));
  // Due, but by the time that it is written the other has gone on.
  await Promise.all([
    old.report(reportOf(...manyNotices(600))),
    young.report(reportOf(message('z', 'late', { at: 2 }))),
  ]);
  await Promise.all([settled(old), settled(young)]);
  const texts = message('c1', 'of the old', { at: 5 });
  const answer = await (await recorderOn(db)).report(
    reportOf(texts, message('c2', 'of the young', { at: 6 }), message('c3', 'late', { at: 7 })),
  );
  expect(answer.verdicts.map(({ verdict }) => verdict.notice)).toEqual(['o', 'y', 'z']);
});

test('an index that could be read only in part is read again, and never written', async () => {
  const db = freshDb();
  const first = await recorderOn(db);
  await first.report(reportOf(...manyNotices(500)));
  await settled(first);
  await first.report(reportOf(message('x', 'after the snapshot')));
  const recorder = await recorderOn(db);
  const broken = () => {
    throw new Error('unreadable');
  };
  db.indexLog.hook('reading', broken);
  const more = reportOf(...manyNotices(600, 500));
  await expect(recorder.report(more)).rejects.toThrow('unreadable');
  db.indexLog.hook('reading').unsubscribe(broken);
  await recorder.report(more);
  await settled(recorder);
  expect(await db.indexSnapshots.get('index')).toMatchObject({ upTo: 3 });
  await db.indexLog.clear();
  const restarted = await recorderOn(db);
  const answer = await restarted.report(reportOf(message('c', 'after the snapshot', { at: 1 })));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'x' });
});

test('without excerpts nothing of small talk is kept, and of a notice its title', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db, { settings: { ...DEFAULT_SETTINGS, excerptLength: 0 } });
  await recorder.report(reportOf(message('a', 'gossip loose'), message('b', 'notice of all')));
  const left = JSON.stringify([await db.messages.toArray(), await db.notices.toArray()]);
  expect(left.replaceAll(/"(hash|contentKey)":"[^"]*"/g, '')).not.toMatch(/gossip|of all/);
  expect(await db.notices.get('b')).toMatchObject({ title: 'notice' });
});

/** An engine that counts the snapshots it makes, or cannot make any. */
function countingEngine(isRefusing = false) {
  const made = { snapshots: 0 };
  const snapshotOf: typeof wordEngine.snapshotOf = (index) => {
    made.snapshots += 1;
    if (isRefusing) throw new DOMException('full', 'QuotaExceededError');
    return wordEngine.snapshotOf(index);
  };
  return { made, engine: { ...wordEngine, snapshotOf } };
}

test('reports that wait for each other lead to one snapshot', async () => {
  const { made, engine } = countingEngine();
  const recorder = await recorderOn(freshDb(), { engine });
  const piece = (at: number) => reportOf(...manyNotices(200, 200 * at));
  await Promise.all([0, 1, 2, 3, 4].map((at) => recorder.report(piece(at))));
  await settled(recorder);
  expect(made.snapshots).toBe(1);
});

test('a snapshot that could not be written is not tried again at once', async () => {
  const { made, engine } = countingEngine(true);
  const recorder = await recorderOn(freshDb(), { engine });
  for (const at of [0, 1, 2]) {
    await recorder.report(reportOf(...manyNotices(600, 600 * at)));
    await settled(recorder);
  }
  expect(made.snapshots).toBe(1);
});

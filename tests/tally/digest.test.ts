import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { expect, test, vi } from 'vitest';
import type { Message } from '../../lib/detect/types';
import type { TallyDb } from '../../lib/tally/db';
import { type DigestEntry, noticesSince } from '../../lib/tally/digest';
import { addDays } from '../../lib/tally/local-day';
import { looseAsks } from '../../lib/tally/loose-asks';
import type { Recorder } from '../../lib/tally/record';
import { freshDb, message, NOON, recorderOn, report, reportOf, TODAY } from './tally-bench';
import { type WordIndex, wordEngine } from './word-engine';

const DAY = 24 * 60;
const NOON_DAY = 24 * 60 * 60_000;

/** The toy judge with two more words: "due:h" states a deadline h hours after noon, "trace" asks for traces only. */
const engine: typeof wordEngine = {
  ...wordEngine,
  judge(index: WordIndex, told: Message, options) {
    const words = told.text.split(' ');
    const due = words.find((word) => word.startsWith('due:'))?.slice('due:'.length);
    const verdict = wordEngine.judge(index, told, options);
    return {
      ...verdict,
      deadline: due === undefined ? null : NOON + Number(due) * 3_600_000,
      traceOnly: words.includes('trace'),
      partial: words.includes('cut'),
      changed: verdict.changed.map((change) =>
        due === undefined ? change : { ...change, role: 'deadline' as const },
      ),
    };
  },
};

async function bench(): Promise<{ db: TallyDb; recorder: Recorder }> {
  const db = freshDb();
  return { db, recorder: await recorderOn(db, { engine, now: () => NOON + 20 * NOON_DAY }) };
}

async function digestOf(db: TallyDb, from = TODAY): Promise<DigestEntry[]> {
  return (await noticesSince(from, db)).sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function only(db: TallyDb, from = TODAY): Promise<DigestEntry> {
  const entries = await digestOf(db, from);
  expect(entries).toHaveLength(1);
  return entries[0] as DigestEntry;
}

const keysOf = (entry: DigestEntry) => entry.newest.sightings.map(({ key }) => key);

test('a notice in several chats is one entry that says where and when', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(
      message('a', 'plan ?form', { sender: 'Li' }),
      message('b', 'plan ?form', { chat: 'two', at: 5, sender: 'Wang' }),
      message('c', 'plan ?form', { chat: 'two', at: 9 }),
      message('r', 'reply', { at: 10 }),
    ),
  );
  const entry = await only(db);
  expect(entry).toMatchObject({ id: 'a', demands: ['form'], done: false, earlier: [] });
  expect(entry.newest).toMatchObject({
    title: 'plan',
    excerpt: 'plan ?form',
    chats: 2,
    time: NOON,
  });
  expect(entry.newest.sightings.map(({ chat, sender, time }) => [chat, sender, time])).toEqual([
    ['one', 'Li', NOON],
    ['two', 'Wang', NOON + 5 * 60_000],
    ['two', 'Li', NOON + 9 * 60_000],
  ]);
});

test('of a chain of three the newest is on top, each earlier one with what it had changed', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan due:5 ?meeting')));
  await recorder.report(reportOf(message('v2', 'fix:plan second due:9', { at: 60 })));
  await recorder.report(reportOf(message('v3', 'fix:second room', { at: 120, chat: 'two' })));
  const entry = await only(db);
  expect(entry.id).toBe('v1');
  expect([entry.newest, ...entry.earlier].map(({ notice }) => notice)).toEqual(['v3', 'v2', 'v1']);
  expect(entry.newest.changed).toEqual([{ fact: 'time', from: '8', to: '9' }]);
  expect(entry.earlier.map(({ changed }) => changed.length)).toEqual([1, 0]);
  // The new room says nothing of the day, nor that the meeting is off.
  expect(entry.deadline).toBe(NOON + 9 * 3_600_000);
  expect(entry.demands).toEqual(['meeting']);
});

test('the id of an entry stays while versions and copies come in', async () => {
  const { db, recorder } = await bench();
  const ids: string[] = [];
  for (const [key, text, at] of [
    ['a', 'plan', 10],
    ['late', 'plan', 0],
    ['v2', 'fix:plan x', 20],
    ['v3', 'fix:x y', 30],
  ] as const) {
    await recorder.report(reportOf(message(key, text, { at, chat: key })));
    ids.push((await only(db)).id);
  }
  expect(new Set(ids)).toEqual(new Set(['a']));
});

test('a deadline that was taken away is not taken from the version before', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan due:5')));
  await recorder.report(reportOf(message('v2', 'fix:plan due:7', { at: 1 })));
  const notice = await db.notices.get('v2');
  await db.messages
    .where('key')
    .equals('v2')
    .modify((row) => {
      row.verdict.deadline = null;
    });
  expect(notice?.changed).toMatchObject([{ role: 'deadline' }]);
  expect((await only(db)).deadline).toBeNull();
});

test('a version stated again today brings the newer one that came before the window', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan')));
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: DAY })));
  await recorder.report(reportOf(message('again', 'plan', { at: 5 * DAY, chat: 'two' })));
  const entry = await only(db, addDays(TODAY, 5));
  expect(entry.newest.notice).toBe('v2');
  expect(entry.earlier.map(({ notice, chats }) => [notice, chats])).toEqual([['v1', 2]]);
  expect(await digestOf(db, addDays(TODAY, 6))).toEqual([]);
});

test('two changes of one version are one entry, the later on top', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan')));
  await recorder.report(reportOf(message('b', 'fix:plan late', { at: 50 })));
  await recorder.report(reportOf(message('a', 'fix:plan early', { at: 20 })));
  const entry = await only(db);
  expect([entry.newest, ...entry.earlier].map(({ notice }) => notice)).toEqual(['b', 'a', 'v1']);
});

test('a version never stands below the one that it changes, though only a late copy of this is left', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(message('v1', 'plan'), message('late', 'plan', { at: 90, chat: 'two' })),
  );
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: 30 })));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'three' });
  await db.notices
    .where('notice')
    .equals('v1')
    .modify((row) => {
      row.members = row.members.filter(({ key }) => key === 'late');
    });
  expect((await only(db)).newest.notice).toBe('v2');
});

test('the user’s own forwarding is told among the postings, but nobody asked there', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(
      message('mine', 'plan ?photo', { own: true, chat: 'mine' }),
      message('a', 'plan ?photo', { at: 5 }),
      message('only mine', 'my words', { own: true, chat: 'mine' }),
    ),
  );
  const entry = await only(db);
  expect(entry.newest).toMatchObject({ chats: 1, time: NOON + 5 * 60_000 });
  expect(entry.newest.sightings.map(({ key, own }) => [key, own])).toEqual([
    ['mine', true],
    ['a', false],
  ]);
  expect(entry.ticks).toEqual(['a']);
});

test('what the user passes on of an old notice does not make it new', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('a', 'plan')));
  await recorder.report(reportOf(message('mine', 'plan', { own: true, at: 3 * DAY })));
  expect(await digestOf(db, addDays(TODAY, 3))).toEqual([]);
  expect(await digestOf(db)).toHaveLength(1);
});

test('a first posting that was taken back leaves the notice to the next, and its tick too', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(message('a', 'plan due:3'), message('b', 'plan due:3', { chat: 'two', at: 4 })),
  );
  await recorder.report(report({ recalls: ['a'] }));
  const entry = await only(db);
  expect(keysOf(entry)).toEqual(['b']);
  expect(entry).toMatchObject({ ticks: ['b', 'a'], newest: { chats: 1, time: NOON + 4 * 60_000 } });
  await recorder.report(report({ recalls: ['b'] }));
  expect(await digestOf(db)).toEqual([]);
});

test('a change that was taken back gives its place to the version before', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan')));
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: 1 })));
  await recorder.report(report({ recalls: ['v2'] }));
  expect(await only(db)).toMatchObject({ newest: { notice: 'v1' }, earlier: [] });
});

test('a tick stands for the notice, and a change of the notice asks for another', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(message('a', 'plan ?form'), message('b', 'plan ?form', { chat: 'two', at: 4 })),
  );
  const before = await only(db);
  await recorder.setDone({ key: before.ticks[0] ?? '', done: true });
  expect((await only(db)).done).toBe(true);
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: 10 })));
  expect((await only(db)).done).toBe(false);
});

test('a tick is not lost when its message is taken back, and can still be taken off', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(message('a', 'plan'), message('b', 'plan', { chat: 'two', at: 1 })),
  );
  await recorder.setDone({ key: 'a', done: true });
  await recorder.report(report({ recalls: ['a'] }));
  const entry = await only(db);
  expect(entry).toMatchObject({ done: true, ticks: ['b', 'a'] });
  for (const key of entry.ticks) await recorder.setDone({ key, done: false });
  expect((await only(db)).done).toBe(false);
});

test('a tick is not lost when an older posting turns up', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('b', 'plan', { at: 10 })));
  await recorder.setDone({ key: 'b', done: true });
  await recorder.report(reportOf(message('a', 'plan', { chat: 'two' })));
  const entry = await only(db);
  expect(entry).toMatchObject({ done: true, ticks: ['b'], newest: { time: NOON } });
  await recorder.setDone({ key: 'b', done: false });
  expect((await only(db)).done).toBe(false);
});

test('two tabs that tell the same message make one entry, and both windows see a tick', async () => {
  const { db, recorder } = await bench();
  const seen: boolean[][] = [[], []];
  const watching = seen.map((list) =>
    liveQuery(() => noticesSince(TODAY, db)).subscribe((entries) => {
      list.push(...entries.map(({ done }) => done));
    }),
  );
  const copy = message('b', 'plan', { chat: 'two', at: 1 });
  await Promise.all([
    recorder.report(reportOf(message('a', 'plan'), copy), 1),
    recorder.report(reportOf(message('a', 'plan'), copy), 2),
  ]);
  expect(keysOf(await only(db))).toEqual(['a', 'b']);
  await recorder.setDone({ key: 'a', done: true });
  await vi.waitFor(() => expect(seen.map((list) => list.at(-1))).toEqual([true, true]));
  for (const subscription of watching) subscription.unsubscribe();
});

test('a live digest is told of a tick, a copy and a change of an older version', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan')));
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: DAY })));
  await recorder.report(reportOf(message('v3', 'fix:x y', { at: 2 * DAY })));
  let entry: DigestEntry | undefined;
  const watching = liveQuery(() => noticesSince(addDays(TODAY, 2), db)).subscribe((entries) => {
    [entry] = entries;
  });
  await vi.waitFor(() => expect(entry).toMatchObject({ done: false, newest: { chats: 1 } }));
  await recorder.setDone({ key: 'v3', done: true });
  await vi.waitFor(() => expect(entry?.done).toBe(true));
  await recorder.setDone({ key: 'v3', done: false });
  await vi.waitFor(() => expect(entry?.done).toBe(false));
  await recorder.report(reportOf(message('again', 'plan', { chat: 'two', at: 10 })));
  await vi.waitFor(() => expect(entry?.earlier.map(({ chats }) => chats)).toEqual([1, 2]));
  watching.unsubscribe();
});

test('a cut copy does not speak for the whole', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(
      message('mine', 'plan in full', { at: -1, own: true }),
      message('a', 'plan in full', { chat: 'two' }),
      message('b', 'plan in full', { at: 10 }),
    ),
  );
  await db.messages
    .where('key')
    .equals('a')
    .modify((row) => {
      row.excerpt = 'plan';
      row.verdict.partial = true;
    });
  expect((await only(db)).newest.excerpt).toBe('plan in full');
});

test('pared and erased rows leave what is left, without a title where none is kept', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan due:400', { at: -100 * DAY })));
  await recorder.pare();
  expect((await db.notices.get('v1'))?.title).toBe('');
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: 1, chat: 'two' })));
  const entry = await only(db);
  expect(entry).toMatchObject({ id: 'v1', newest: { title: 'fix:plan' } });
  expect(entry.earlier).toMatchObject([{ title: '', excerpt: '' }]);
  await db.messages.clear();
  expect(await only(db)).toMatchObject({ done: false, deadline: null, newest: { excerpt: '' } });
  await db.notices.delete('v1');
  expect(await only(db)).toMatchObject({ id: 'v1', earlier: [] });
});

test('versions that point at each other in a damaged backup are read once', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('v1', 'plan')));
  await recorder.report(reportOf(message('v2', 'fix:plan x', { at: 1 })));
  await db.notices.update('v1', { revises: 'v2' });
  expect(await digestOf(db)).toHaveLength(1);
});

test('a request for traces is told as such unless a version says more', async () => {
  const { db, recorder } = await bench();
  await recorder.report(reportOf(message('t', 'shot trace ?screenshot')));
  expect((await only(db)).traceOnly).toBe(true);
  await recorder.report(reportOf(message('v2', 'fix:shot and work', { at: 1 })));
  expect((await only(db)).traceOnly).toBe(false);
});

test('requests that are no notices are entries of their own', async () => {
  const { db, recorder } = await bench();
  await recorder.report(
    reportOf(
      message('ask', 'loose trace ?check-in due:2', { sender: 'Li' }),
      message('again', 'loose trace ?check-in due:2', { chat: 'two', at: 1 }),
      message('mine', 'loose ?photo', { own: true }),
      message('answer', 'reply ?relay'),
      message('rank', 'loose ?ranking'),
      message('talk', 'loose talk'),
      message('back', 'loose ?share'),
      message('notice', 'plan ?form'),
      message('tomorrow', 'loose ?form', { at: DAY }),
    ),
  );
  await recorder.report(report({ recalls: ['back'] }));
  const asks = await looseAsks(TODAY, TODAY, db);
  expect(asks.map(({ id }) => id).sort()).toEqual(['again', 'ask']);
  expect(asks.find(({ id }) => id === 'ask')).toMatchObject({
    traceOnly: true,
    demands: ['check-in'],
    deadline: NOON + 2 * 3_600_000,
    ticks: ['ask'],
    newest: { title: 'loose', chats: 1, sightings: [{ chat: 'one', sender: 'Li' }] },
  });
  await recorder.setDone({ key: 'ask', done: true });
  const after = await looseAsks(TODAY, TODAY, db);
  expect(after.map(({ id, done }) => [id, done]).sort()).toEqual([
    ['again', false],
    ['ask', true],
  ]);
  expect(await digestOf(db)).toHaveLength(1);
});

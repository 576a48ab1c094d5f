import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TallyDb } from '../../lib/tally/db';
import { tallyDb } from '../../lib/tally/db';
import type { Recorder } from '../../lib/tally/record';
import { freshDb, message, recorderOn, reportOf, sums } from '../tally/tally-bench';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A worker of its own: what it has told is forgotten with it. */
async function worker() {
  vi.resetModules();
  const safety = await import('../../lib/background/safety');
  const { loadSafety } = await import('../../lib/safety/state');
  const open = (db: TallyDb) =>
    recorderOn(db, { snapshots: safety.snapshots, ...safety.troubles, now: () => Date.now() });
  return { ...safety, loadSafety, open };
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  fakeBrowser.reset();
});

/** A message of so many days ago. */
function posted(key: string, daysAgo: number, text = `words ${key}`) {
  return message(key, text, { time: Date.now() - daysAgo * DAY_MS });
}

async function countSome(recorder: Recorder): Promise<void> {
  await recorder.report(reportOf(posted('a', 3), posted('b', 2), posted('c', 0)));
}

/** Moves the clock only; timers go on. */
function clockIs(time: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
}

test('the first snapshot is kept at once, the next a week later, and not before', async () => {
  const { open, lookAfter, loadSafety } = await worker();
  const start = Date.now();
  const recorder = await open(freshDb());
  await lookAfter(recorder);
  expect((await loadSafety()).snapshot).toBeNull();
  await countSome(recorder);
  await lookAfter(recorder);
  const first = (await loadSafety()).snapshot;
  expect(first).toMatchObject({ days: 2 });
  clockIs(start + 6 * DAY_MS);
  await lookAfter(recorder);
  expect((await loadSafety()).snapshot).toEqual(first);
  clockIs(start + 8 * DAY_MS);
  await lookAfter(recorder);
  expect((await loadSafety()).snapshot).toMatchObject({ days: 3 });
});

test('a clock set back two days takes nothing away; one that was a year ahead does not stop the copies', async () => {
  const { open, lookAfter, loadSafety } = await worker();
  const start = Date.now();
  const recorder = await open(freshDb());
  await countSome(recorder);
  await lookAfter(recorder);
  const first = (await loadSafety()).snapshot;
  clockIs(start - 2 * DAY_MS);
  await lookAfter(recorder);
  expect((await loadSafety()).snapshot).toEqual(first);
  clockIs(start + 400 * DAY_MS);
  await lookAfter(recorder);
  clockIs(start + DAY_MS);
  await lookAfter(recorder);
  expect((await loadSafety()).snapshot?.taken).toBe(start + DAY_MS);
});

test('a lost tally is filled when somebody looks, and the user is told what came back', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await first.lookAfter(recorder);
  const before = await sums(db);
  await db.delete();
  const next = await worker();
  const again = tallyDb(db.name);
  await next.lookAfter(await next.open(again));
  const today = Object.keys(before).sort().at(-1) ?? '';
  const { [today]: _, ...complete } = before;
  expect(await sums(again)).toEqual(complete);
  await vi.waitFor(async () =>
    expect((await next.loadSafety()).loss).toMatchObject({
      restored: { days: 2, messages: 2 },
      problem: null,
    }),
  );
});

test('with both copies damaged the user is told so, and counting goes on', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  await recorder.takeSnapshot();
  const stored = await browser.storage.local.get(['snapshot-a', 'snapshot-b']);
  for (const [key, file] of Object.entries(stored)) {
    await browser.storage.local.set({ [key]: { ...(file as object), data: 'AAAA' } });
  }
  await db.delete();
  const next = await worker();
  const again = tallyDb(db.name);
  await countSome(await next.open(again));
  expect(await again.messages.count()).toBe(3);
  expect((await next.loadSafety()).loss).toMatchObject({ restored: null, problem: 'damaged' });
});

test('while the copies cannot be read nothing is counted; then the sums come back, and the report goes in', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  const before = await sums(db);
  await db.delete();
  const next = await worker();
  const again = tallyDb(db.name);
  const counting = await next.open(again);
  const broken = vi
    .spyOn(fakeBrowser.storage.local, 'get')
    .mockRejectedValue(new Error('cannot be read now'));
  for (let times = 0; times < 2; times++) {
    await expect(countSome(counting)).rejects.toThrow('cannot be read now');
    await expect(counting.restore()).rejects.toThrow('cannot be read now');
  }
  expect(await again.messages.count()).toBe(0);
  broken.mockRestore();
  await countSome(counting);
  expect(await sums(again)).toEqual(before);
  await vi.waitFor(async () =>
    expect((await next.loadSafety()).loss).toMatchObject({ restored: { days: 2 }, problem: null }),
  );
});

test('a loss that cannot be noted does not keep the sums from coming back', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  const { loadSafety } = first;
  await browser.storage.local.set({ safety: { ...(await loadSafety()), loss: { found: 1 } } });
  await db.delete();
  const next = await worker();
  const again = tallyDb(db.name);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
    if ('safety' in items) throw new Error('quota');
    return set(items);
  });
  await (await next.open(again)).check();
  expect(await again.closedDays.count()).toBe(2);
});

test('a copy of a later version waits, and comes back by one click once it can be read', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  const key = 'snapshot-a';
  const file = (await browser.storage.local.get(key))[key] as { version: number };
  await browser.storage.local.set({ [key]: { ...file, version: 9 } });
  const before = await sums(db);
  await db.delete();
  const next = await worker();
  const again = tallyDb(db.name);
  const counting = await next.open(again);
  await countSome(counting);
  expect((await next.loadSafety()).loss).toMatchObject({
    restored: null,
    problem: 'newer-version',
  });
  expect(await counting.restore()).toBeNull();
  await browser.storage.local.set({ [key]: file });
  expect(await counting.restore()).toMatchObject({ days: 2, messages: 2 });
  expect(await sums(again)).toEqual(before);
  await vi.waitFor(async () =>
    expect((await next.loadSafety()).loss).toMatchObject({ restored: { days: 2 }, problem: null }),
  );
});

test('a full storage is told, keeps the copy of before, and is forgotten when there is room', async () => {
  const { open, loadSafety } = await worker();
  const recorder = await open(freshDb());
  await countSome(recorder);
  await recorder.takeSnapshot();
  const before = (await loadSafety()).snapshot;
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
    if (Object.keys(items).some((key) => key.startsWith('snapshot'))) throw new Error('quota');
    return set(items);
  });
  await expect(recorder.takeSnapshot()).rejects.toThrow('quota');
  expect(await loadSafety()).toMatchObject({
    snapshot: before,
    snapshotFailed: expect.any(Number),
  });
  vi.restoreAllMocks();
  await recorder.takeSnapshot();
  expect((await loadSafety()).snapshotFailed).toBeNull();
});

test('erasing drops the copies and the news of a loss, and keeps a new copy of what is left', async () => {
  const { open, loadSafety } = await worker();
  const recorder = await open(freshDb());
  await countSome(recorder);
  await recorder.takeSnapshot();
  await recorder.takeSnapshot();
  await recorder.erase({ what: 'everything' });
  const stored = await browser.storage.local.get(['snapshot-a', 'snapshot-b']);
  expect(stored).toEqual({});
  expect(await loadSafety()).toMatchObject({ snapshot: null, loss: null });
  await countSome(recorder);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'another' });
  expect((await loadSafety()).snapshot).toMatchObject({ days: 2 });
});

test('a database that does not open is told, and given up only when the user says so', async () => {
  const first = await worker();
  const db = freshDb();
  const recorder = await first.open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  db.close();
  const next = await worker();
  const again = tallyDb(db.name);
  const open = vi
    .spyOn(again, 'open')
    .mockRejectedValue(Object.assign(new Error('Internal error'), { name: 'UnknownError' }));
  await expect(next.open(again)).rejects.toThrow('Internal error');
  const recorderWhenOpen = async () => {
    open.mockRestore();
    return next.open(again);
  };
  await next.rebuild(again, recorderWhenOpen);
  expect(await again.messages.count()).toBe(0);
  expect(await again.closedDays.count()).toBe(2);
});

test('a database that opens and cannot be read is given up, too', async () => {
  const { open, rebuild } = await worker();
  const db = freshDb();
  const recorder = await open(db);
  await countSome(recorder);
  await recorder.takeSnapshot();
  const getAll = IDBObjectStore.prototype.getAll;
  const damaged = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    ...range
  ) {
    if (this.name === 'notices') throw new DOMException('Internal error', 'UnknownError');
    return getAll.apply(this, range);
  });
  await rebuild(db, async () => {
    expect(damaged).toHaveBeenCalled();
    damaged.mockRestore();
    return recorder;
  });
  expect(await db.messages.count()).toBe(0);
  expect(await db.closedDays.count()).toBe(2);
});

test('rebuilding leaves alone a database that opens, and one that a later version wrote', async () => {
  const { open, rebuild } = await worker();
  const db = freshDb();
  const recorder = await open(db);
  await countSome(recorder);
  await rebuild(db, async () => recorder);
  expect(await db.messages.count()).toBe(3);
  db.close();
  const newer = tallyDb(db.name);
  newer.version(9).stores({});
  await newer.open();
  newer.close();
  await expect(rebuild(tallyDb(db.name), () => open(db))).rejects.toThrow('tally of version 9');
  await newer.open();
  expect(await newer.messages.count()).toBe(3);
});

test('a trouble is told once, and taken back with the first that is written', async () => {
  const { troubles, loadSafety } = await worker();
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  for (let times = 0; times < 3; times++) troubles.onTrouble('disk-full');
  await vi.waitFor(async () =>
    expect((await loadSafety()).trouble).toMatchObject({ kind: 'disk-full' }),
  );
  expect(set).toHaveBeenCalledOnce();
  const next = await worker();
  next.troubles.onTrouble(null);
  await vi.waitFor(async () => expect((await next.loadSafety()).trouble).toBeNull());
});

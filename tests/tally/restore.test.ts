import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import { type TallyDb, tallyDb } from '../../lib/tally/db';
import type { Recorder } from '../../lib/tally/record';
import { MemorySnapshots } from './memory-snapshots';
import { freshDb, message, NOON, recorderOn, report, reportOf, sums, TODAY } from './tally-bench';

const DAY = 24 * 60;
const YESTERDAY = '2026-10-14';
const NOTES = {
  ...{ site: 'wechat', chat: 'one', purpose: '防汛值班', owner: '', unit: '', note: '' },
  disposal: 'merge' as const,
};

/** Yesterday: a notice, its copy in another chat, a reply and a fold. Today: one more copy. */
const TOLD = [
  message('a', 'words ?form', { at: -DAY }),
  message('b', 'words ?form', { at: -DAY + 1, chat: 'two' }),
  message('c', 'reply', { at: -DAY + 2 }),
  message('d', 'words ?form', { at: 1, chat: 'three' }),
];

async function tell(recorder: Recorder): Promise<void> {
  await recorder.report(reportOf(...TOLD));
  await recorder.report(report({ folded: ['b'] }));
}

/** A tally of yesterday and today with its snapshot. */
async function counted(snapshots: MemorySnapshots): Promise<{ db: TallyDb; recorder: Recorder }> {
  const db = freshDb();
  const recorder = await recorderOn(db, { snapshots });
  await tell(recorder);
  await recorder.setGroups([NOTES]);
  await recorder.teach({ key: 'a', lesson: 'always-fold' });
  await recorder.takeSnapshot();
  return { db, recorder };
}

async function sumsOf(db: TallyDb, day: string) {
  const all = Object.entries(await sums(db));
  return Object.fromEntries(all.filter(([id]) => id.startsWith(day)));
}

/** The browser throws the database away, and the next worker finds none. */
async function lose(db: TallyDb, snapshots: MemorySnapshots) {
  await db.delete();
  const again = tallyDb(db.name);
  return { db: again, recorder: await recorderOn(again, { snapshots }) };
}

test('a lost tally gets back its sums, notes and lessons before anything is counted', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.report(reportOf(message('e', 'more', { at: 5 })));
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  expect(await sumsOf(db, TODAY)).toEqual({
    [`${TODAY}|wechat|one`]: { messages: 1, notices: 1 },
  });
  expect(await db.groups.toArray()).toMatchObject([{ purpose: '防汛值班', disposal: 'merge' }]);
  expect(await db.exceptions.count()).toBe(1);
  expect(snapshots.restored).toEqual([{ from: YESTERDAY, to: YESTERDAY, days: 1, messages: 3 }]);
});

test('a second copy that names a group twice gives it back once', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const copy = await snapshots.load();
  copy?.groups.push(...copy.groups);
  snapshots.load = async () => copy;
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.check();
  expect(await db.groups.toArray()).toMatchObject([{ purpose: '防汛值班' }]);
});

test('messages of restored days that are told again are judged and not counted', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  const { db, recorder } = await lose(before.db, snapshots);
  for (let times = 0; times < 2; times++) {
    const { verdicts } = await recorder.report(reportOf(...TOLD));
    expect(verdicts.map(({ verdict }) => verdict.relation)).toEqual([
      'new',
      'copy',
      'none',
      'copy',
    ]);
    await recorder.report(report({ folded: ['b', 'd'] }));
  }
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  // Today is counted by what is known of yesterday's notice: a copy, and its form is not asked for again.
  expect(await sumsOf(db, TODAY)).toEqual({
    [`${TODAY}|wechat|three`]: {
      ...{ messages: 1, copies: 1, copyChars: 10, folded: 1, foldedChars: 10 },
    },
  });
});

test('an edit, a recall and a lesson on a restored day leave its sums alone', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.report(reportOf(...TOLD));
  await recorder.report(reportOf(message('a', 'other words ?photo', { at: -DAY })));
  await recorder.report(report({ recalls: ['b', 'c'] }));
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  await recorder.pare();
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
});

test('a page that is still open does not take what comes after the loss for older', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  for (let at = 10; at < 60; at++) {
    await before.recorder.report(reportOf(message(`k${at}`, `text ${at}`, { at })));
  }
  const seen = (await before.db.meta.get('rev'))?.value ?? 0;
  const { recorder } = await lose(before.db, snapshots);
  const { verdicts } = await recorder.report(reportOf(...TOLD));
  for (const { rev } of verdicts) expect(rev).toBeGreaterThan(seen);
});

test('a database that vanishes under a running worker is filled again by it', async () => {
  const snapshots = new MemorySnapshots();
  const { db, recorder } = await counted(snapshots);
  const yesterday = await sumsOf(db, YESTERDAY);
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
  await recorder.report(reportOf(...TOLD));
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  expect(snapshots.restored).toHaveLength(1);
});

test('a tally that is lost right after its first report is filled again, too', async () => {
  const snapshots = new MemorySnapshots();
  const db = freshDb();
  const recorder = await recorderOn(db, { snapshots });
  await recorder.report(reportOf(...TOLD));
  await recorder.takeSnapshot();
  const yesterday = await sumsOf(db, YESTERDAY);
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) await table.clear();
  });
  await recorder.check();
  expect(await sums(db)).toEqual(yesterday);
});

test('a new tally is no lost one, and a lost one without a snapshot begins anew', async () => {
  const snapshots = new MemorySnapshots();
  const db = freshDb();
  const recorder = await recorderOn(db, { snapshots });
  await recorder.check();
  await recorder.takeSnapshot();
  expect(snapshots.file).toBeNull();
  await tell(recorder);
  expect(snapshots.restored).toEqual([]);
  const again = await lose(db, snapshots);
  await tell(again.recorder);
  expect(await again.db.messages.count()).toBe(4);
  expect(await again.db.closedDays.count()).toBe(0);
});

test('an empty tally never takes the place of the snapshot', async () => {
  const snapshots = new MemorySnapshots();
  const { db } = await counted(snapshots);
  const file = snapshots.file;
  const { recorder } = await lose(db, snapshots);
  await recorder.takeSnapshot();
  expect(snapshots.file).toEqual(file);
});

test.each([
  ['everything', { what: 'everything' as const }],
  ['these days', { what: 'days' as const, from: YESTERDAY, to: TODAY }],
])('%s erased stays erased, also when the tally is then lost', async (_, request) => {
  const snapshots = new MemorySnapshots();
  const { db, recorder } = await counted(snapshots);
  await recorder.erase(request);
  const restarted = await recorderOn(db, { snapshots });
  await restarted.check();
  expect(await sums(db)).toEqual({});
  const again = await lose(db, snapshots);
  await again.recorder.check();
  expect(await sums(again.db)).toEqual({});
});

test('an erased chat is not in the snapshot that is kept at once, and the others are', async () => {
  const snapshots = new MemorySnapshots();
  const { db, recorder } = await counted(snapshots);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  const { days, groups } = (await snapshots.load()) ?? { days: [], groups: [] };
  expect(days.map(({ chat }) => chat)).toEqual(['two']);
  expect(groups).toEqual([]);
  const again = await lose(db, snapshots);
  await again.recorder.check();
  expect(Object.keys(await sums(again.db))).toEqual([`${YESTERDAY}|wechat|two`]);
});

test('nothing is erased while the second copy cannot be let go', async () => {
  const snapshots = new MemorySnapshots();
  const { db, recorder } = await counted(snapshots);
  const before = await sums(db);
  snapshots.broken = true;
  await expect(recorder.erase({ what: 'everything' })).rejects.toThrow('storage is broken');
  expect(await sums(db)).toEqual(before);
});

test('erasing sums alone raises the number by which pages learn that something changed', async () => {
  const snapshots = new MemorySnapshots();
  const { db, recorder } = await lose((await counted(snapshots)).db, snapshots);
  const numberOf = async () => (await db.meta.get('rev'))?.value ?? 0;
  const restored = await numberOf();
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  const withoutChat = await numberOf();
  expect(withoutChat).toBeGreaterThan(restored);
  await recorder.erase({ what: 'days', from: YESTERDAY, to: YESTERDAY });
  expect(await numberOf()).toBeGreaterThan(withoutChat);
});

test('an erased closed day is open again, and a chat goes from closed days too', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.report(reportOf(...TOLD));
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  expect(Object.keys(await sumsOf(db, YESTERDAY))).toEqual([`${YESTERDAY}|wechat|one`]);
  await recorder.erase({ what: 'days', from: YESTERDAY, to: YESTERDAY });
  expect(await sumsOf(db, YESTERDAY)).toEqual({});
  expect(await db.closedDays.count()).toBe(0);
  await recorder.report(reportOf(...TOLD));
  const plain = freshDb();
  await (await recorderOn(plain)).report(reportOf(...TOLD));
  expect(await sumsOf(db, YESTERDAY)).toEqual(await sumsOf(plain, YESTERDAY));
});

test('a snapshot that becomes readable later takes the place of what was counted meanwhile', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  const { file } = snapshots;
  snapshots.file = null;
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.report(reportOf(...TOLD.slice(1)));
  await recorder.report(report({ folded: ['b', 'd'] }));
  const today = await sumsOf(db, TODAY);
  snapshots.file = file;
  const restored = await recorder.restore();
  expect(restored).toEqual({ from: YESTERDAY, to: YESTERDAY, days: 1, messages: 3 });
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  // The fold of yesterday's message may be in yesterday's sums: only today's own is left.
  expect(today[`${TODAY}|wechat|two`]).toEqual({ folded: 1, foldedChars: 10 });
  const { [`${TODAY}|wechat|two`]: _, ...left } = today;
  expect(await sumsOf(db, TODAY)).toEqual(left);
  await recorder.restore();
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  expect(await sumsOf(db, TODAY)).toEqual(left);
});

test('with the clock set back two days nothing counts twice and no fold counts on a closed day', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  await before.db.delete();
  const db = tallyDb(before.db.name);
  const recorder = await recorderOn(db, { snapshots, now: () => NOON - DAY * 60_000 });
  await tell(recorder);
  await recorder.report(report({ folded: ['d'] }));
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
  expect((await db.messages.get('d'))?.foldedDay).toBeNull();
  const early = await recorderOn(db, { snapshots, now: () => NOON - 2 * DAY * 60_000 });
  await early.takeSnapshot();
  await early.report(reportOf(...TOLD));
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
});

test('a day that is today again, because days start later by now, keeps its sums', async () => {
  const snapshots = new MemorySnapshots();
  const night = new Date(2026, 9, 15, 3).getTime();
  const db = freshDb();
  const settings = { ...DEFAULT_SETTINGS, dayStartHour: 0 };
  const recorder = await recorderOn(db, { snapshots, settings, now: () => night });
  await recorder.report(reportOf(...TOLD.slice(0, 3)));
  const yesterday = await sumsOf(db, YESTERDAY);
  await recorder.takeSnapshot();
  await db.delete();
  const again = tallyDb(db.name);
  const later = { ...DEFAULT_SETTINGS, dayStartHour: 4 };
  await (await recorderOn(again, { snapshots, settings: later, now: () => night })).check();
  expect(Object.keys(yesterday)).toHaveLength(2);
  expect(await sumsOf(again, YESTERDAY)).toEqual(yesterday);
});

async function backupOf(db: TallyDb) {
  return parseBackup(backupJson(await readBackup(db), NOON));
}

test('a backup with messages of closed days is refused, and changes nothing', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const backup = await backupOf(before.db);
  const yesterday = await sumsOf(before.db, YESTERDAY);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.report(reportOf(message('e', 'more', { at: 5 })));
  const here = await readBackup(db);
  await expect(recorder.importBackup(backup)).rejects.toMatchObject({
    code: 'closed-days',
    message: `${YESTERDAY} – ${YESTERDAY}`,
  });
  expect(await readBackup(db)).toEqual(here);
  await recorder.erase({ what: 'days', from: YESTERDAY, to: YESTERDAY });
  await recorder.importBackup(backup);
  expect(await sumsOf(db, YESTERDAY)).toEqual(yesterday);
});

test('a backup of a restored tally is whole, and importing it where it came from changes nothing', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const { db, recorder } = await lose(before.db, snapshots);
  await tell(recorder);
  const backup = await backupOf(db);
  const here = await sums(db);
  await recorder.importBackup(backup);
  expect(await sums(db)).toEqual(here);
  const target = freshDb();
  const other = await recorderOn(target);
  await other.importBackup(backup);
  expect(await sums(target)).toEqual(here);
  await other.report(reportOf(...TOLD, message('new', 'never told', { at: -DAY })));
  expect(await sums(target)).toEqual(here);
});

test('closed days of a backup come into a tally that counted other days, and not into the same', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.check();
  const backup = await backupOf(db);
  const apart = freshDb();
  const other = await recorderOn(apart);
  await other.report(reportOf(message('x', 'today only', { at: 2 })));
  await other.importBackup(backup);
  expect(await sumsOf(apart, YESTERDAY)).toEqual(await sumsOf(db, YESTERDAY));
  const same = freshDb();
  const third = await recorderOn(same);
  await third.report(reportOf(message('x', 'yesterday', { at: -DAY })));
  await expect(third.importBackup(backup)).rejects.toMatchObject({ code: 'closed-days' });
});

test('a day stays closed when all its sums are erased, and a backup of it makes no tally that cannot be backed up', async () => {
  const snapshots = new MemorySnapshots();
  const before = await counted(snapshots);
  const { db, recorder } = await lose(before.db, snapshots);
  await recorder.check();
  for (const chat of ['one', 'two']) await recorder.erase({ what: 'chat', site: 'wechat', chat });
  expect([await db.days.count(), await db.closedDays.count()]).toEqual([0, 1]);
  const there = freshDb();
  const other = await recorderOn(there, { now: () => NOON - DAY * 60_000 });
  await other.report(reportOf(message('x', 'far away', { at: -2 * DAY, chat: 'four' })));
  await other.report(reportOf(message('y', 'near', { at: -DAY, chat: 'four' })));
  await other.report(report({ folded: ['x'] }));
  const backup = await backupOf(there);
  await expect(recorder.importBackup(backup)).rejects.toMatchObject({ code: 'closed-days' });
  expect(await backupOf(db)).toMatchObject({ messages: [], days: [] });
  await recorder.erase({ what: 'days', from: YESTERDAY, to: YESTERDAY });
  await recorder.importBackup(backup);
  expect(await sums(db)).toEqual(await sums(there));
  expect((await backupOf(db)).messages).toHaveLength(2);
});

test('a tally that is lost under a worker that wrote in it is noticed, once, also without a snapshot', async () => {
  const db = freshDb();
  const onLost = vi.fn();
  const recorder = await recorderOn(db, { snapshots: new MemorySnapshots(), onLost });
  await recorder.report(reportOf(message('a', 'words')));
  expect(onLost).not.toHaveBeenCalled();
  await db.delete({ disableAutoOpen: false });
  await recorder.report(reportOf(message('b', 'more')));
  await recorder.report(reportOf(message('c', 'still more')));
  expect(onLost).toHaveBeenCalledOnce();
  await recorder.erase({ what: 'everything' });
  await recorder.report(reportOf(message('d', 'after erasing')));
  expect(onLost).toHaveBeenCalledOnce();
});

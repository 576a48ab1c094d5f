import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createOutbox } from '../../lib/overlay/outbox';
import type { TallyDb } from '../../lib/tally/db';
import { addDays } from '../../lib/tally/local-day';
import type { Trouble } from '../../lib/tally/trouble';
import { freshDb, message, NOON, recorderOn, report, reportOf, sums, TODAY } from './tally-bench';

const DAY = 24 * 60;

/** A disk that takes no new message while it is full. */
function fillDisk(db: TallyDb): { full: boolean } {
  const disk = { full: true };
  db.messages.hook('creating', () => {
    if (disk.full) throw new DOMException('disk is full', 'QuotaExceededError');
  });
  return disk;
}

/** Ten messages a day for some days before today. */
async function filled(db: TallyDb, days: number, onTrouble: (trouble: Trouble | null) => void) {
  const freed: string[] = [];
  const recorder = await recorderOn(db, { onTrouble, onFreed: (day) => freed.push(day) });
  for (let back = days; back > 0; back--) {
    const told = Array.from({ length: 10 }, (_, at) =>
      message(`k${back}-${at}`, `words ${back} ${at}`, { at: -DAY * back + at }),
    );
    await recorder.report(reportOf(...told));
  }
  return { recorder, freed };
}

test('on a full disk the oldest details go, the report is written, and every sum stays', async () => {
  const db = freshDb();
  const troubles: (Trouble | null)[] = [];
  const { recorder, freed } = await filled(db, 8, (trouble) => troubles.push(trouble));
  const before = await sums(db);
  const disk = fillDisk(db);
  db.messages.hook('updating', () => {
    disk.full = false;
  });
  await recorder.report(reportOf(message('new', 'today')));
  expect(freed).toEqual([addDays(TODAY, -6)]);
  expect(await sums(db)).toEqual({
    ...before,
    [`${TODAY}|wechat|one`]: { messages: 1, notices: 1 },
  });
  const pared = await db.messages.filter(({ excerpt }) => excerpt === '').toArray();
  expect(pared.map(({ day }) => day).every((day) => day < addDays(TODAY, -6))).toBe(true);
  expect(pared).toHaveLength(20);
  expect(troubles.at(-1)).toBeNull();
  const known = await recorder.report(reportOf(message('k8-0', 'words 8 0', { at: -DAY * 8 })));
  expect(known.verdicts).toHaveLength(1);
  expect((await sums(db))[`${addDays(TODAY, -8)}|wechat|one`]?.messages).toBe(10);
});

test('when nothing can be freed the report fails whole, says so, and a page that keeps it loses nothing', async () => {
  const db = freshDb();
  const troubles: (Trouble | null)[] = [];
  const { recorder, freed } = await filled(db, 0, (trouble) => troubles.push(trouble));
  const disk = fillDisk(db);
  const told = [message('a', 'words'), message('b', 'words', { at: 1 })];
  let tries = 0;
  const answered = new Promise<void>((resolve) => {
    const outbox = createOutbox({
      send(each) {
        tries += 1;
        if (tries === 3) disk.full = false;
        return recorder.report(each);
      },
      onAnswer: () => resolve(),
      onGone: () => undefined,
    });
    for (const each of told) outbox.addMessage(each);
    outbox.flush();
  });
  await answered;
  expect(tries).toBe(3);
  expect(freed).toEqual([]);
  expect(troubles).toEqual(['disk-full', 'disk-full', null]);
  expect(await sums(db)).toEqual({
    [`${TODAY}|wechat|one`]: { messages: 2, notices: 1, copies: 1, copyChars: 5 },
  });
});

test('while freeing does not help, it costs a quarter of the details in an hour, not all in a minute', async () => {
  const db = freshDb();
  let time = NOON;
  const freed: string[] = [];
  const recorder = await recorderOn(db, { now: () => time, onFreed: (day) => freed.push(day) });
  for (let back = 8; back > 0; back--) {
    const old = message(`k${back}`, `words ${back}`, { at: -DAY * back });
    await recorder.report(reportOf(old));
  }
  const disk = fillDisk(db);
  for (let tries = 0; tries < 5; tries++) {
    await expect(recorder.report(reportOf(message('new', 'today')))).rejects.toThrow('full');
    time += 60_000;
  }
  expect(freed).toHaveLength(1);
  time += 60 * 60_000;
  await expect(recorder.report(reportOf(message('new', 'today')))).rejects.toThrow('full');
  expect(freed).toHaveLength(2);
  disk.full = false;
  await recorder.report(reportOf(message('new', 'today')));
  expect(await db.messages.count()).toBe(9);
});

test('the details of today are never freed', async () => {
  const db = freshDb();
  const { recorder, freed } = await filled(db, 0, () => undefined);
  await recorder.report(reportOf(message('a', 'words')));
  fillDisk(db);
  await expect(recorder.report(reportOf(message('b', 'more')))).rejects.toThrow('full');
  expect(freed).toEqual([]);
  expect((await db.messages.get('a'))?.excerpt).toBe('words');
});

test('another failure frees nothing and is no trouble with the disk', async () => {
  const db = freshDb();
  const troubles: (Trouble | null)[] = [];
  const { recorder, freed } = await filled(db, 8, (trouble) => troubles.push(trouble));
  db.messages.hook('creating', () => {
    throw new Error('write failed');
  });
  await expect(recorder.report(reportOf(message('b', 'more')))).rejects.toThrow('write failed');
  await recorder.report(report({ folded: ['k8-0'] }));
  expect(freed).toEqual([]);
  expect(troubles.filter((trouble) => trouble !== null)).toEqual([]);
});

test('a look at the tally does not take back the word of a full disk; what is written does', async () => {
  const db = freshDb();
  const told: (Trouble | null | 'read')[] = [];
  const recorder = await recorderOn(db, {
    onTrouble: (trouble) => told.push(trouble),
    onRead: () => told.push('read'),
  });
  const disk = fillDisk(db);
  await expect(recorder.report(reportOf(message('a', 'words')))).rejects.toThrow('full');
  await recorder.check();
  await recorder.report(report({}));
  disk.full = false;
  await recorder.report(reportOf(message('a', 'words')));
  expect(told).toEqual(['disk-full', 'read', 'read', null]);
});

test('reports that fail one after the other without a cause are told once they are three', async () => {
  const db = freshDb();
  const told: (Trouble | null)[] = [];
  const recorder = await recorderOn(db, { onTrouble: (trouble) => told.push(trouble) });
  let isBroken = true;
  db.messages.hook('creating', (_, __, transaction) => {
    if (isBroken) transaction.abort();
  });
  const tell = () => recorder.report(reportOf(message('a', 'words')));
  for (let times = 0; times < 2; times++) await expect(tell()).rejects.toThrow();
  expect(told).toEqual([]);
  await expect(tell()).rejects.toThrow();
  expect(told).toEqual(['cannot-write']);
  isBroken = false;
  await tell();
  expect(told).toEqual(['cannot-write', null]);
  isBroken = true;
  await expect(recorder.report(reportOf(message('b', 'more')))).rejects.toThrow();
  expect(told).toEqual(['cannot-write', null]);
});

test('while a write stands still the queue takes a bounded number of reports, and the rest is told again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  let goOn = (_: unknown) => {};
  const isStill = new Promise((resolve) => {
    goOn = resolve;
  });
  const transaction = db.transaction.bind(db);
  let isFirst = true;
  db.transaction = (async (...given: Parameters<typeof transaction>) => {
    if (isFirst) await isStill;
    isFirst = false;
    return transaction(...given);
  }) as typeof db.transaction;
  const keys = Array.from({ length: 100 }, (_, at) => `k${at}`);
  const tell = (key: string) => recorder.report(reportOf(message(key, `words ${key}`)));
  const first = keys.map((key) =>
    tell(key).then(
      () => null,
      (error: Error) => error.name,
    ),
  );
  goOn(null);
  const refused = (await Promise.all(first)).filter((name) => name !== null);
  expect(refused).toEqual(Array.from({ length: 36 }, () => 'TooMany'));
  await Promise.all(keys.slice(64).map(tell));
  expect(await db.messages.count()).toBe(100);
});

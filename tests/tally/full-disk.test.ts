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

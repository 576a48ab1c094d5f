import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { dayOf } from '../../lib/tally/local-day';
import { daysOf, expectSound, messagesByDay } from './stored-days';
import { freshDb, message, NOON, recorderOn, report, reportOf, sumOf, TODAY } from './tally-bench';

const DAY = 24 * 3_600_000;
const HOME = process.env.TZ;

afterEach(() => {
  process.env.TZ = HOME;
});

function starting(dayStartHour: number) {
  return { ...DEFAULT_SETTINGS, dayStartHour };
}

describe('a clock that was set back two days', () => {
  const future = message('a', 'words ?photo', { time: NOON + 2 * DAY });
  const past = message('b', 'words ?photo', { time: NOON, chat: 'two' });

  test('loses nothing and doubles nothing of the future and the past', async () => {
    const db = freshDb();
    let now = NOON + 2 * DAY;
    const recorder = await recorderOn(db, { now: () => now });
    await recorder.report(reportOf(future));
    now = NOON;
    await recorder.report(reportOf(past, future));
    now = NOON + 2 * DAY;
    await recorder.report(reportOf(past, future));
    expect(await messagesByDay(db)).toEqual({ [TODAY]: 1, '2026-10-17': 1 });
    // The first of a notice is the earliest by its time, whichever was read first.
    expect((await sumOf(db, 'two')).demands).toEqual({ photo: 1 });
    expect(await sumOf(db, 'one', '2026-10-17')).toMatchObject({ copies: 1 });
    await expectSound(db);
  });

  test('keeps the details of the future as long as those of its days', async () => {
    const db = freshDb();
    const settings = { ...starting(4), retentionDays: 1 };
    const recorder = await recorderOn(db, { settings, now: () => NOON });
    await recorder.report(reportOf(future, past));
    await recorder.pare();
    expect((await db.messages.toArray()).map(({ excerpt }) => excerpt)).not.toContain('');
  });

  test('a fold is counted once, on the day that the clock showed first', async () => {
    const db = freshDb();
    let now = NOON + 2 * DAY;
    const recorder = await recorderOn(db, { now: () => now });
    await recorder.report(reportOf(past, future));
    await recorder.report(report({ folded: ['a'] }));
    now = NOON;
    await recorder.report(report({ folded: ['a'] }));
    const folds = (await db.days.toArray()).filter(({ folded }) => folded > 0);
    expect(folds.map(({ day, folded }) => [day, folded])).toEqual([['2026-10-17', 1]]);
  });

  test('however the clock jumps, every message counts once on the day of its own time', async () => {
    const jump = fc.record({
      now: fc.integer({ min: -3, max: 3 }),
      at: fc.integer({ min: -80, max: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(jump, { minLength: 1, maxLength: 12 }), async (jumps) => {
        const db = freshDb();
        let now = NOON;
        const recorder = await recorderOn(db, { now: () => now });
        const told = jumps.map(({ at }, key) =>
          message(`m${key}`, `words ${key % 3}`, { time: NOON + at * 3_600_000 }),
        );
        for (const [index, { now: days }] of jumps.entries()) {
          now = NOON + days * DAY;
          await recorder.report(reportOf(...told.slice(0, index + 1)));
        }
        const expected: Record<string, number> = {};
        for (const { time } of told) {
          const day = dayOf(time, 4);
          expected[day] = (expected[day] ?? 0) + 1;
        }
        expect(await messagesByDay(db)).toEqual(expected);
        await expectSound(db);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a time zone that changed between two sessions', () => {
  test('moves no day, no hour and no lateness of what is stored', async () => {
    const db = freshDb();
    const told = [
      message('a', 'words ?reply'),
      message('b', 'words ?reply', { time: NOON + 9 * 3_600_000, chat: 'two' }),
    ];
    const first = await recorderOn(db);
    await first.report(reportOf(...told));
    const before = await db.messages.toArray();
    const sums = await db.days.toArray();
    process.env.TZ = 'America/New_York';
    const second = await recorderOn(db);
    await second.report(reportOf(...told));
    expect(await db.messages.toArray()).toEqual(before);
    expect(await db.days.toArray()).toEqual(sums);
    await expectSound(db);
  });

  test('nor those of a message that is edited there', async () => {
    const db = freshDb();
    const first = await recorderOn(db);
    await first.report(reportOf(message('a', 'words')));
    process.env.TZ = 'America/New_York';
    const second = await recorderOn(db);
    await second.report(reportOf(message('a', 'other words'), message('b', 'new here')));
    const [a, b] = await db.messages.toArray();
    expect(a).toMatchObject({ day: TODAY, late: false, hour: 12, detailDay: TODAY });
    // Midnight there: the night of the day before.
    expect(b).toMatchObject({ day: '2026-10-14', late: true, hour: 0 });
    await expectSound(db);
  });

  test('a day is erased as it is stored', async () => {
    const db = freshDb();
    const first = await recorderOn(db);
    await first.report(reportOf(message('a', 'words')));
    process.env.TZ = 'America/New_York';
    const second = await recorderOn(db);
    await second.report(reportOf(message('b', 'else')));
    await second.erase({ what: 'days', from: TODAY, to: TODAY });
    expect(await daysOf(db)).toEqual({ b: '2026-10-14' });
    await expectSound(db);
  });
});

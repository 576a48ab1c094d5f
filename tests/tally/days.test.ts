import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { daysOf, expectSound, messagesByDay } from './stored-days';
import { freshDb, message, NOON, recorderOn, report, reportOf, sumOf, TODAY } from './tally-bench';

const TOMORROW = '2026-10-16';
const DAY = 24 * 3_600_000;
/** Half past two in the night after today. */
const NIGHT = NOON + 14.5 * 3_600_000;

function starting(dayStartHour: number) {
  return { ...DEFAULT_SETTINGS, dayStartHour };
}

describe('the start of the day', () => {
  test('another start moves nothing that is stored, and holds for what comes', async () => {
    const db = freshDb();
    const recorder = await recorderOn(db);
    await recorder.report(reportOf(message('a', 'words', { time: NIGHT })));
    recorder.setSettings(starting(0));
    await recorder.report(
      reportOf(message('a', 'words', { time: NIGHT }), message('b', 'else', { time: NIGHT })),
    );
    expect(await daysOf(db)).toEqual({ a: TODAY, b: TOMORROW });
    expect(await messagesByDay(db)).toEqual({ [TODAY]: 1, [TOMORROW]: 1 });
    await expectSound(db);
  });

  test('a message that is edited after such a change stays on its day', async () => {
    const db = freshDb();
    const recorder = await recorderOn(db);
    await recorder.report(reportOf(message('a', 'words ?photo', { time: NIGHT })));
    recorder.setSettings(starting(0));
    await recorder.report(reportOf(message('a', 'other words ?form', { time: NIGHT })));
    expect(await daysOf(db)).toEqual({ a: TODAY });
    expect(await sumOf(db)).toMatchObject({ messages: 1, demands: { form: 1 } });
    expect(await sumOf(db, 'one', TOMORROW)).toEqual({});
    await expectSound(db);
  });

  test('a fold counts on the day that it is by then', async () => {
    const db = freshDb();
    let now = NIGHT;
    const recorder = await recorderOn(db, { now: () => now });
    await recorder.report(
      reportOf(
        message('a', 'words'),
        message('b', 'words', { at: 1 }),
        message('c', 'words', { at: 2 }),
      ),
    );
    await recorder.report(report({ folded: ['b'] }));
    now += 2 * 3_600_000;
    await recorder.report(report({ folded: ['c'] }));
    expect((await sumOf(db)).folded).toBe(1);
    expect((await sumOf(db, 'one', TOMORROW)).folded).toBe(1);
    await expectSound(db);
  });

  test('details are kept for as many days as they are set, also at night', async () => {
    const db = freshDb();
    const settings = { ...starting(4), retentionDays: 1 };
    let now = NIGHT + DAY;
    const recorder = await recorderOn(db, { settings, now: () => now });
    await recorder.report(reportOf(message('a', 'words', { time: NIGHT })));
    await recorder.pare();
    expect((await db.messages.get('a'))?.excerpt).toBe('words');
    now += 2 * 3_600_000;
    await recorder.pare();
    expect((await db.messages.get('a'))?.excerpt).toBe('');
  });
});

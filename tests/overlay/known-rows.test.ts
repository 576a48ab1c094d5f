import { afterEach, describe, expect, it } from 'vitest';
import { estimatedTime } from '../../lib/overlay/known-rows';
import type { ReadRow } from '../../lib/overlay/row-reader';
import { timeOfClock } from '../../lib/sites/clock-time';
import { dayOf } from '../../lib/tally/local-day';

const HOME = process.env.TZ;
afterEach(() => {
  process.env.TZ = HOME;
});

/** A message row that shows this clock, or none. */
function row(clock: string | null): Extract<ReadRow, { key: string }> {
  const read = { id: '1', own: false, sender: '', kind: 'text' as const, text: 'words', clock };
  return { element: {} as HTMLElement, key: 'wechat:1', hash: 'h', read };
}

const line: ReadRow = { element: {} as HTMLElement, key: null };
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 9, day, hour, minute).getTime();

it('a message whose row tells day and time has that time, whatever stands above', () => {
  const told = row('9:02');
  told.read.time = at(3, 7, 45);
  expect(estimatedTime({ timeOfClock }, told, [row('8:00')], at(16, 10))).toBe(at(3, 7, 45));
});

describe('a message of which the page tells no time', () => {
  it.each([
    ['its own time bar', row('9:02'), [row('8:00')], at(16, 9, 2)],
    [
      'the nearest time bar above',
      row(null),
      [row('8:00'), row('8:30'), row(null), line],
      at(16, 8, 30),
    ],
    ['the time at which it is read, without any bar', row(null), [row(null), line], at(16, 10)],
    [
      'the time at which it is read, where the bar is no clock',
      row(null),
      [row('星期三')],
      at(16, 10),
    ],
  ])('has %s', (_, asked, above, expected) => {
    expect(estimatedTime({ timeOfClock }, asked, above, at(16, 10))).toBe(expected);
  });

  it('is of yesterday where the bar shows a clock that is still to come', () => {
    expect(estimatedTime({ timeOfClock }, row('23:50'), [], at(16, 0, 10))).toBe(at(15, 23, 50));
  });

  it('counts on the day before when it is read at night', () => {
    expect(dayOf(estimatedTime({ timeOfClock }, row(null), [], at(16, 2, 30)), 4)).toBe(
      '2026-10-15',
    );
    expect(dayOf(estimatedTime({ timeOfClock }, row('3:59'), [], at(16, 4, 5)), 4)).toBe(
      '2026-10-15',
    );
    expect(dayOf(estimatedTime({ timeOfClock }, row('4:00'), [], at(16, 4, 5)), 4)).toBe(
      '2026-10-16',
    );
  });
});

describe('yesterday’s clock', () => {
  it.each([
    ['2026-03-08T12:00:00', '23:30', '2026-03-07T23:30:00'],
    ['2026-11-01T12:00:00', '23:30', '2026-10-31T23:30:00'],
  ])('is the same clock after a night of 23 or 25 hours: %s', (now, clock, expected) => {
    process.env.TZ = 'America/New_York';
    expect(timeOfClock(clock, new Date(now).getTime())).toBe(new Date(expected).getTime());
  });
});

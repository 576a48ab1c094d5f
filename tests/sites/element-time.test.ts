import { describe, expect, it } from 'vitest';
import { shownTime } from '../../lib/sites/element-time';

/** A Saturday. */
const NOW = new Date(2026, 10, 28, 15, 20).getTime();
const at = (day: number, hours: number, minutes: number) =>
  new Date(2026, 10, day, hours, minutes).getTime();

describe('the time that Element shows', () => {
  it.each([
    ['09:02', '今天', '9:02', at(28, 9, 2)],
    ['09:02', 'Today', '9:02', at(28, 9, 2)],
    ['9:02 PM', 'Yesterday', '21:02', at(27, 21, 2)],
    ['12:05 AM', '昨天', '0:05', at(27, 0, 5)],
    ['下午1:30', '星期四', '13:30', at(26, 13, 30)],
    ['上午12:30', 'Thursday', '0:30', at(26, 0, 30)],
    ['', '星期日', null, at(22, 12, 0)],
    ['', '星期天', null, at(22, 12, 0)],
    ['', '星期六', null, at(21, 12, 0)],
    ['', '2026年11月5日周四', null, at(5, 12, 0)],
    ['23:59', 'Thu, Nov 5, 2026', '23:59', at(5, 23, 59)],
    ['23:59', 'Thu, 5 Nov 2026', '23:59', at(5, 23, 59)],
  ])('%j under %j', (clock, day, shown, time) =>
    expect(shownTime(clock, day, NOW)).toEqual({ clock: shown, time }),
  );

  it.each([
    ['09:02', '', '9:02'],
    ['', '今天', null],
    ['', '', null],
    ['25:99', 'Foo', null],
    ['7:5', '2026年13月45日', null],
    ['09:02', 'чт, 5 нояб. 2026 г.', '9:02'],
  ])('leaves it open where %j stands under %j', (clock, day, shown) => {
    const { clock: told, time } = shownTime(clock, day, NOW);
    expect(told).toBe(shown);
    expect(time).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { exactTime, isDayLine, isStamp, readStamp } from '../../lib/sites/picked-time';

/** A Saturday. */
const NOW = new Date(2026, 10, 28, 15, 0).getTime();
const day = (month: number, date: number, year = 2026) => new Date(year, month - 1, date).getTime();

describe('a stamp', () => {
  it.each([
    '9:02',
    '09:02:11',
    '[09:02]',
    '上午9:02',
    '下午 3:15',
    '03:15 下午',
    '9:02 AM',
    '3:15 p.m.',
    '昨天 18:20',
    '2026年11月5日',
    '2026-11-05 09:02',
    '11月5日 9:02',
    'Nov 5, 2026',
    '5 Nov 09:02',
    'Yesterday at 9:02',
    'just now',
    '刚刚',
    '5 分钟前',
    '3 minutes ago',
    'a few seconds ago',
    'an hour ago',
    '星期三',
    'Wed 9:02',
    'Today',
    '11/5/2026, 9:02:11 AM',
    '9点半',
    '- - - - - 11-26 09:00 - -- - -',
    '—— 11月5日 ——',
  ])('%s', (text) => expect(isStamp(text)).toBe(true));

  it.each([
    '收到',
    '好的',
    '请于17:00前报送',
    '会议改到9:02',
    '12',
    '张三',
    '3 人',
    'ok',
    '1. 王海波',
    'v2.10.3',
    '第3列',
    'I am now at home',
    '5楼',
    '110',
  ])('%s is none', (text) => expect(isStamp(text)).toBe(false));

  it.each([
    ['下午 3:15', '15:15'],
    ['03:15 下午', '15:15'],
    ['08:05上午', '8:05'],
    ['上午12:05', '0:05'],
    ['12:05 PM', '12:05'],
    ['12:05 AM', '0:05'],
    ['中午12:30', '12:30'],
    ['[09:02]', '9:02'],
    ['昨天 18:20', '18:20'],
    ['9点半', '9:30'],
    ['刚刚', null],
    ['99:99', null],
  ])('%s → %s', (text, clock) => expect(readStamp(text, NOW).clock).toBe(clock));

  it.each([
    ['2026年11月5日 9:02', day(11, 5), true],
    ['11月5日', day(11, 5), false],
    ['12月30日', day(12, 30, 2025), false],
    ['昨天', day(11, 27), false],
    ['星期三', day(11, 25), false],
    ['星期六', day(11, 28), false],
    ['Nov 5', day(11, 5), false],
    ['9:02', null, false],
    ['5/6/2026', null, false],
    ['25/12/2025', day(12, 25, 2025), true],
  ])('%s is of the day', (text, at, isFullDate) => {
    expect(readStamp(text, NOW)).toMatchObject({ day: at, isFullDate });
  });

  it('tells a time by itself only where the day stands in full', () => {
    expect(exactTime('2026-11-05T01:02:00Z')).toBe(Date.UTC(2026, 10, 5, 1, 2));
    expect(exactTime('1762304520000')).toBe(1_762_304_520_000);
    expect(exactTime('1762304520')).toBe(1_762_304_520_000);
    expect(exactTime('2026年11月5日 9:02')).toBe(new Date(2026, 10, 5, 9, 2).getTime());
    expect(exactTime('昨天 9:02')).toBeNull();
    expect(exactTime('9:02')).toBeNull();
  });

  it('alone on a line names a day', () => {
    expect(isDayLine('2026年11月5日')).toBe(true);
    expect(isDayLine('昨天 18:20')).toBe(true);
    expect(isDayLine('9:02')).toBe(false);
    expect(isDayLine('明天上午开会')).toBe(false);
  });
});

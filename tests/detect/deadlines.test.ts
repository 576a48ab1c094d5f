import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import { message, options } from './fixtures';

const at = (text: string) => judge(createIndex(), message(text), options()).deadline;
const china = (month: number, day: number, hour: number, minute = 0, second = 0) =>
  Date.UTC(2026, month - 1, day, hour - 8, minute, second);
const endOf = (month: number, day: number) => china(month, day, 23, 59, 59);

/** Sent on Monday 2 November 2026, 09:00. */
describe('deadlines', () => {
  it.each([
    ['请于11月5日前报送', endOf(11, 5)],
    ['请于11月5日之前报送', endOf(11, 5)],
    ['11月5日17:00前报送', china(11, 5, 17)],
    ['11月5日下午5点前报送', china(11, 5, 17)],
    ['十一月五日下午五点半前报送', china(11, 5, 17, 30)],
    ['１１月５日１７：００前报送', china(11, 5, 17)],
    ['11月5日(周四)17:00前报送', china(11, 5, 17)],
    ['11.5日17时30分前报送', china(11, 5, 17, 30)],
    ['2026-11-05 17:00前报送', china(11, 5, 17)],
    ['5号中午12:00前', china(11, 5, 12)],
    ['今天下午5点前报送', china(11, 2, 17)],
    ['今晚8点前报送', china(11, 2, 20)],
    ['明天上午10:00前', china(11, 3, 10)],
    ['明早8点前', china(11, 3, 8)],
    ['明天前', endOf(11, 3)],
    ['本周五前', endOf(11, 6)],
    ['下周一12点前', china(11, 9, 12)],
    ['周五下班前报', endOf(11, 6)],
    ['截止时间：11月6日18:00', china(11, 6, 18)],
    ['报名截止11月6日', endOf(11, 6)],
    ['提交截止时间为10月8日18：00', Date.UTC(2026, 9, 8, 10)],
    ['最迟11月6日上午报', china(11, 6, 12)],
    ['延期至11月9日', endOf(11, 9)],
    ['月底前报送', endOf(11, 30)],
    ['下午3点前报', china(11, 2, 15)],
    ['晚上12点前', china(11, 3, 0)],
    ['第一批11月5日前，第二批11月9日前', endOf(11, 5)],
    ['11月5日上午9点召开会议', null],
    ['请提前做好准备', null],
    ['11月5日前往市里开会', null],
    ['13月45日前报送', null],
    ['目前已有3人报名', null],
    ['闭馆时间最多能延长十点半左右', null],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });
});

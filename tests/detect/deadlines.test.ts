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
    ['请于3日内报送', endOf(11, 5)],
    ['请24小时内反馈', china(11, 3, 9)],
    ['收到通知后2小时内回复', china(11, 2, 11)],
    ['11月5日（周四）放学前说', endOf(11, 5)],
    ['11月5日（含）前交', endOf(11, 5)],
    ['今天天黑前报', endOf(11, 2)],
    ['今晚前查一遍', endOf(11, 2)],
    ['18:00关文档', china(11, 2, 18)],
    ['11月5日后不再受理', endOf(11, 5)],
    ['12点没发的一个个打电话', china(11, 2, 12)],
    ['今晚21:30下单，过时不候', china(11, 2, 21, 30)],
    ['今天最后一天', endOf(11, 2)],
    ['即日起至11月20日', endOf(11, 20)],
    ['报名时间：11月3日至11月8日', endOf(11, 8)],
    ['上报时间应为11月6日', endOf(11, 6)],
    ['请于11月5日将名单报送', endOf(11, 5)],
    ['截止时间由11月5日17:00延长至11月8日17:00', china(11, 8, 17)],
    ['11月6日开展宣传，照片当天16:00前发', china(11, 6, 16)],
    ['11月5日前到大厅办理，取号截止16:30', china(11, 5, 16, 30)],
    // An hour that is past: of the afternoon, or of the next day.
    ['5点前报', china(11, 2, 17)],
    ['8:30前报', china(11, 3, 8, 30)],
    ['预计明早6点前结束', null],
    ['9点以前不要开航', null],
    ['截至11月1日，已完成80%', null],
    ['2026年12月31日前年满18周岁', null],
    ['11月30日前我们联合走一遍', null],
    ['2020年12月31日前建成的房屋', null],
    ['11月5日前成立工作专班', endOf(11, 5)],
    ['11月5日前不能完成的说明原因', endOf(11, 5)],
    ['培训延期到11月16日', null],
    ['末班车延到23:40', null],
    ['5分钟前发了，三天前交的', null],
    ['每周五前报', null],
    ['退热48小时后返校，3日内无发热', null],
    ['闭馆时间最多能延长十点半左右', null],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { readNumber } from '../../lib/detect/chinese-number';
import { findFacts } from '../../lib/detect/facts';
import { valuesIn } from './facts-of';

describe('Chinese numerals', () => {
  it.each([
    ['二十五', 25],
    ['廿五', 25],
    ['一百零五', 105],
    ['二百五', 250],
    ['三万五', 35_000],
    ['两千零二十六', 2026],
    ['二〇二六', 2026],
    ['一亿两千万', 120_000_000],
    ['七十八点六', 78.6],
    ['伍仟', 5000],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', '万', '十四五', '三点', '一二x'])('none: %s', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('amounts', () => {
  it.each([
    ['三十人', '30人'],
    ['30名', '30人'],
    ['两百份', '200份'],
    ['1.5万元', '15000元'],
    ['12,000元', '12000元'],
    ['2万5千元', '25000元'],
    ['百分之八十', '80%'],
    ['百分之七十八点六', '78.6%'],
    ['两周', '2个星期'],
    ['一个半小时', '1.5小时'],
    ['两层半', '2.5层'],
    ['3千米', '3公里'],
    ['三季度', '3季度'],
    ['第三条', '第3条'],
    ['10.0分', '10分'],
    ['负一层', '-1层'],
  ])('%s is %s', (one, other) => {
    expect(valuesIn(one)).toHaveLength(1);
    expect(valuesIn(one)).toEqual(valuesIn(other));
  });

  it.each([
    ['15元', '15万元'],
    ['2小时', '2分钟'],
    ['5%', '5个百分点'],
    ['3个月', '3月'],
    ['40条', '40多条'],
    ['-5度', '5度'],
    ['3人', '3户'],
    ['5天', '5个工作日'],
    ['3块', '3元'],
    ['第3', '3'],
    ['007', '7'],
    ['三五天', '35天'],
  ])('%s is not %s', (one, other) => {
    expect(valuesIn(one)).not.toEqual(valuesIn(other));
  });

  it.each(['一律、一起、一些、统一、唯一、一般、十分重要、一次性', '万一、千万、百姓'])(
    'counts nothing: %s',
    (text) => {
      expect(valuesIn(text)).toEqual([]);
    },
  );

  it('the numbers of list items say nothing', () => {
    expect(valuesIn('1.报名\n2、缴费\n(3)审核 4)公示')).toEqual([]);
    expect(valuesIn('一、报名\n二、缴费；三是审核')).toEqual([]);
    expect(valuesIn('参加人数(3)')).toEqual(['3']);
  });

  it('school years say who is meant', () => {
    expect(valuesIn('23、24级', 'audience')).toEqual(['23 24']);
    expect(valuesIn('25级以上大风', 'audience')).toEqual([]);
  });
});

describe('contacts', () => {
  it.each([
    ['13800008126', '13800008126'],
    ['138 0000 8126', '13800008126'],
    ['138-0000-8126', '13800008126'],
    ['+86 13800008126', '13800008126'],
    ['0771-8632001', '07718632001'],
    ['(0771)8632001', '07718632001'],
    ['8632 1147', '86321147'],
    ['电话863-1147', '8631147'],
    ['400-123-4567', '4001234567'],
    ['800 123 4567', '8001234567'],
    ['8632001转801', '8632001 801'],
    ['火警打119', '119'],
    ['拨打12345热线', '12345'],
    ['短号662233', '662233'],
    ['QQ群：74812003', '74812003'],
    ['会议号123-456-789', '123456789'],
    ['微信号：fx_zhang88', 'fx_zhang88'],
    ['邮箱12345@example.cn', '12345@example.cn'],
  ])('%s', (text, value) => {
    expect(valuesIn(text, 'contact')).toEqual([value]);
  });

  it.each([
    '2025-2026学年',
    '3000-5000元',
    '打3折',
    '电话通知3次',
    '1500000元',
    '12月5日',
    '打10分',
  ])('none: %s', (text) => {
    expect(valuesIn(text, 'contact')).toEqual([]);
  });

  it.each([
    ['https://example.cn/a?b=1，请填', 'example.cn/a?b=1'],
    ['见example.com.cn/form', 'example.com.cn/form'],
    ['www.example.org。', 'www.example.org'],
  ])('a link: %s', (text, value) => {
    expect(valuesIn(text, 'link')).toEqual([value]);
  });
});

describe('cost', () => {
  const LONG = 200_000;
  it.each([
    '1',
    '一',
    '1 ',
    '1,',
    '1.',
    '1-',
    '1号',
    '1、',
    '周一',
    '十',
    '百',
    'a.',
    'a@',
    '8:',
    '11.',
    '(',
    '5日',
    '上',
  ])(
    'of a row of "%s" grows with its length only',
    (letters) => {
      const text = letters.repeat(LONG / letters.length);
      const start = performance.now();
      findFacts(text, 0);
      expect(performance.now() - start).toBeLessThan(1500);
    },
    10_000,
  );
});

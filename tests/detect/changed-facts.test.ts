import { describe, expect, it } from 'vitest';
import { DAY, judgePair, MONDAY, NOTICE } from './fixtures';

/** [which fact, the words in the notice, their replacement, kind of the change] */
const CHANGES: [string, string, string, string][] = [
  ['day', '11月5日', '11月7日', 'date'],
  ['day with a point', '11月5日', '11.15 ', 'date'],
  ['a day told another way', '11月5日', '明天（11月5日）', 'date'],
  ['hour with a point', '17:00', '16.00', 'time'],
  ['day in full width', '11月5日', '１１月７日', 'date'],
  ['day in Chinese', '11月5日', '十一月七日', 'date'],
  ['month', '11月5日', '12月5日', 'date'],
  ['year', '11月5日', '2027年11月5日', 'date'],
  ['hour', '17:00', '16:00', 'time'],
  ['hour, spoken', '17:00', '下午4点', 'time'],
  ['hour, Chinese', '17:00', '下午四点半', 'time'],
  ['time lost', '17:00', '', 'time'],
  ['half of the day', '17:00', '5:00', 'time'],
  ['storey', '三楼', '四楼', 'place'],
  ['room', '308', '306', 'place'],
  ['phone digit', '13800001234', '13800001235', 'contact'],
  ['mailbox', 'aqk2026@163.com', 'aqk2026@126.com', 'contact'],
  ['contact', '陈立', '陈莉', 'contact'],
  ['title', '第三季度', '第四季度', 'title'],
  ['audience', '各位网格员', '各位楼栋长', 'audience'],
  ['negation', '纸质版盖章后', '纸质版无需盖章后', 'wording'],
  ['不', '逐户填写', '不逐户填写', 'wording'],
  ['另一件事', '隐患类型', '整改照片', 'wording'],
  ['addition', '交到三楼', '和电子版一并交到三楼', 'wording'],
];

describe('changed facts', () => {
  it.each(CHANGES)('%s', (_name, words, replacement, kind) => {
    expect(NOTICE).toContain(words);
    const verdict = judgePair(NOTICE, NOTICE.replace(words, replacement));
    expect(verdict.relation).toBe('revision');
    expect(verdict.action).toBe('mark');
    expect(verdict.changed.map((change) => change.fact)).toContain(kind);
  });

  it.each(CHANGES)('%s, under edits that explain nothing', (_name, words, replacement) => {
    const changed = `【转发】@所有人 大家好！${NOTICE.replace(words, replacement).replace(/，/g, ', ')}🌹谢谢配合`;
    expect(judgePair(NOTICE, changed).relation).not.toBe('copy');
  });

  it('tells a moved deadline in the words of both', () => {
    const verdict = judgePair(NOTICE, NOTICE.replace('11月5日', '11月7日'));
    expect(verdict.changed).toEqual([
      { fact: 'date', from: '11月5日', to: '11月7日', role: 'deadline' },
    ]);
  });

  it('keeps the script of the original in what it tells', () => {
    const verdict = judgePair(NOTICE, NOTICE.replace('三楼308会议室', '二樓會議室'));
    expect(verdict.changed.map((change) => change.to).join()).toContain('二樓會議室');
  });

  it('adds nothing when only a date with its time comes in', () => {
    const earlier =
      '请各社区把冬季防寒物资清单逐项核对清楚之后报给民政办老周汇总，数量要和系统一致，单价按采购合同填写';
    const verdict = judgePair(earlier, `${earlier}，11月6日12点前报`);
    expect(verdict.relation).toBe('revision');
    expect(verdict.changed.map((change) => change.fact)).toEqual(
      expect.arrayContaining(['date', 'time']),
    );
  });
});

/** [what differs, earlier, later]: small signs that turn the meaning */
const SIGNS: [string, string, string][] = [
  ['a minus', '气温将降到5℃', '气温将降到-5℃'],
  ['a plus', '误差控制在+5毫米', '误差控制在-5毫米'],
  ['at least, at most', '对象为≥60岁老人', '对象为≤60岁老人'],
  ['less, more', '对象为<60岁人员', '对象为>60岁人员'],
  ['a tick', '一组✅二组❌', '一组✅二组✅'],
  ['colour', '一组🔴二组🟢', '一组🟢二组🔴'],
  ['up, down', '环比↑5个点', '环比↓5个点'],
  ['per mille', '税率按5‰执行', '税率按5%执行'],
  ['currency', '标准为¥50', '标准为$50'],
  ['a decimal point', '补贴1.5元', '补贴15元'],
  ['a range', '每组3-5人', '每组35人'],
  ['a unit', '每户补贴3千元', '每户补贴3万元'],
  ['a fraction', '先报1/2', '先报12'],
  ['a Latin letter', '到A区集合', '到B区集合'],
  ['a Chinese number', '每组三人', '每组四人'],
  ['an ordinal', '按第二批办理', '按第三批办理'],
  ['a weekday', '定在周三下午', '定在周四下午'],
  ['half of the day', '定在上午办理', '定在下午办理'],
  ['half an hour', '9点集合', '9点半集合'],
  ['a link', '到 https://a.example/x1 填写', '到 https://a.example/x2 填写'],
  ['a document number', '依据安政发〔2026〕15号', '依据安政发〔2026〕16号'],
  ['a person addressed', '由@陈立\u2005负责', '由@陈莉\u2005负责'],
  ['must, need not', '须本人到场', '不须本人到场'],
  ['all, some', '全部到场', '部分到场'],
  ['before, after', '会前提交', '会后提交'],
  ['in, out', '在室内举行', '在室外举行'],
];

describe('small signs', () => {
  const around = (words: string) =>
    `请各社区认真核对冬季走访慰问的安排并做好衔接准备工作，${words}，其余事项仍按照年初印发的方案办理不作调整`;
  it.each(SIGNS)('%s', (_name, one, other) => {
    expect(judgePair(around(one), { text: around(other), time: MONDAY }).relation).toBe('revision');
    expect(judgePair(around(one), { text: around(one), time: MONDAY }).relation).toBe('copy');
  });
});

describe('relative days', () => {
  const text =
    '请各科室负责人明天上午9点到二楼大会议室参加重点项目推进调度会，带好项目进度表和问题清单';

  it('mean the same on the same day', () => {
    expect(judgePair(text, text).relation).toBe('copy');
  });

  it('mean another day on another day', () => {
    const verdict = judgePair(text, { text, time: MONDAY + DAY });
    expect(verdict.relation).toBe('revision');
    expect(verdict.changed).toEqual([{ fact: 'date', from: '明天(11月3日)', to: '明天(11月4日)' }]);
  });

  it.each([
    ['明天', '11月3日', 'copy'],
    ['明天', '周二', 'copy'],
    ['明天', '本周二', 'copy'],
    ['明天', '下周二', 'revision'],
    ['明天', '后天', 'revision'],
    ['明天', '今天', 'revision'],
    ['明天', '3号', 'copy'],
    ['明天', '4号', 'revision'],
    ['本周五', '本周四', 'revision'],
    ['本周五', '11月6日', 'copy'],
    ['下周一', '11月9日', 'copy'],
    ['月底', '11月30日', 'copy'],
  ])('%s against %s: %s', (one, other, relation) => {
    const earlier = text.replace('明天', one);
    expect(judgePair(earlier, text.replace('明天', other)).relation).toBe(relation);
  });
});

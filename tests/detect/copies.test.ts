import { describe, expect, it } from 'vitest';
import { DAY, judgePair, MONDAY } from './fixtures';

const NOTICE =
  '各位网格员：请于11月5日17:00前将《第三季度安全隐患排查台账》报送至城管科邮箱aqk2026@163.com，逐户填写门牌号、隐患类型和整改时限，纸质版盖章后交到三楼308会议室，联系人陈立，电话13800001234。';
const BARE = NOTICE.replace('各位网格员：', '');

/** [what was done to it, the earlier text, the later text] */
const COPIES: [string, string, string][] = [
  ['nothing', NOTICE, NOTICE],
  ['forwarding tag', NOTICE, `【转发】${NOTICE}`],
  ['forwarding word', NOTICE, `转：${NOTICE}`],
  ['all mentioned', NOTICE, `@所有人 ${NOTICE}`],
  ['head mention', NOTICE, `@李强\u2005${NOTICE}`],
  ['address before', BARE, `各网格员：${BARE}`],
  ['forwarded with an address', BARE, `各位邻居，转发一则通知：${BARE}`],
  ['greeting', NOTICE, `各位同事大家好！\n${NOTICE}`],
  ['closing', NOTICE, `${NOTICE}谢谢配合！`],
  ['reply asked', NOTICE, `${NOTICE}\n收到请回复`],
  ['signature', NOTICE, `${NOTICE}\n安和街道办公室`],
  ['white space', NOTICE, NOTICE.replace(/，/g, '，\n  ')],
  [
    'half width punctuation',
    NOTICE,
    NOTICE.replace(/，/g, ',').replace(/：/g, ':').replace(/。/g, '.'),
  ],
  [
    'full width digits',
    NOTICE,
    NOTICE.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ],
  ['no punctuation', NOTICE, NOTICE.replace(/[，。]/g, ' ')],
  ['emoji', NOTICE, `❗❗${NOTICE}🌹🌹[玫瑰]`],
  ['zero width marks', NOTICE, [...NOTICE].join('\u200b')],
  [
    'traditional script',
    NOTICE,
    '各位網格員：請於11月5日17:00前將《第三季度安全隱患排查台賬》報送至城管科郵箱aqk2026@163.com，逐戶填寫門牌號、隱患類型和整改時限，紙質版蓋章後交到三樓308會議室，聯繫人陳立，電話13800001234。',
  ],
  ['quotation', NOTICE, `「${NOTICE}」`],
  ['quotation with name', NOTICE, `「王敏：${NOTICE}」\n- - - - - - - - - - - - - - -\n`],
  ['synonyms', NOTICE, NOTICE.replace('报送至', '上报至').replace('联系人', '联系人')],
  ['Chinese date', NOTICE, NOTICE.replace('11月5日', '十一月五日')],
  ['date with year', NOTICE, NOTICE.replace('11月5日', '2026年11月5日')],
  ['spoken time', NOTICE, NOTICE.replace('17:00', '下午5点')],
  [
    'a day with a point',
    NOTICE.replace('11月5日17:00前', '。时限12月31日'),
    NOTICE.replace('11月5日17:00前', '。时限12.31'),
  ],
  ['to hand in or to report a list', `${NOTICE}名单报办公室。`, `${NOTICE}名单交办公室。`],
  ['a question or a doubt', `${NOTICE}有疑问请联系陈立。`, `${NOTICE}有问题请联系陈立。`],
  ['one pictograph of several', NOTICE, `🏃‍♀️${NOTICE}👨‍👩‍👧`],
  ['tildes for stops', `${NOTICE}请互相提醒。`, `${NOTICE.replace(/。/g, '~')}请互相提醒~`],
  [
    'a quotation with quotation marks in it',
    NOTICE.replace(/[《》]/g, ''),
    `“宋佳：各位同事，大家好！${NOTICE.replace('《', '“').replace('》', '”')}”\n`,
  ],
  ['quoted by a name with a letter', NOTICE, `「A薛經理：${NOTICE}」`],
  ['quoted, rule after blank lines', NOTICE, `「王敏：${NOTICE}」\n\n- - - - - - -\n\n`],
  ['signature and politeness', NOTICE, `${NOTICE}\n安和街道办事处宣\n请相互转告，谢谢配合！`],
  ['politeness, then who signs', NOTICE, `${NOTICE}请务必落实到位。\n——东湖派出所`],
  ['signs, then who signs', NOTICE, `${NOTICE}⭕⭕ 综治中心\n请遵照执行。`],
  ['a lead with a numbered school', BARE, `刚接到第三中学德育处通知：${BARE}`],
  ['signed by 陆', NOTICE, `${NOTICE}\n通知人：陆所长（县教育局）`],
  ['an answer in quotation marks', NOTICE, `${NOTICE}如已知晓，请回复“收到”。`],
  ['a lead parted by any mark', BARE, `刚接网格中心通知、${BARE}`],
  ['said by a person of an office', NOTICE, `龙立新（区城管局）通知：${NOTICE}`],
  ['signs before and after', NOTICE, `🔴🔴${NOTICE}⭕`],
  [
    'a day told twice',
    NOTICE.replace('11月5日17:00前', '明天（11月3日）17:00前'),
    NOTICE.replace('11月5日17:00前', '11月3日17:00前'),
  ],
  ['a bare numeral', `${NOTICE}拒不整改的罚五百。`, `${NOTICE}拒不整改的罚500。`],
  ['a mark of listing', NOTICE, NOTICE.replace('隐患类型和整改时限', '隐患类型、整改时限')],
  ['an hour with a point', NOTICE.replace('17:00', '17:30'), NOTICE.replace('17:00', '17.30')],
  ['号 for 日', NOTICE, NOTICE.replace('11月5日', '11月5号')],
  ['storey in digits', NOTICE, NOTICE.replace('三楼', '3楼')],
  ['phone with gaps', NOTICE, NOTICE.replace('13800001234', '138 0000 1234')],
  ['lost address', NOTICE, BARE],
  [
    'several at once',
    NOTICE,
    `【转发】@所有人 大家好！${NOTICE.replace('11月5日', '11月5号').replace(/，/g, ',')}🙏收到请回复`,
  ],
];

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

describe('copies', () => {
  it.each(COPIES)('%s', (_name, earlier, later) => {
    const verdict = judgePair(earlier, later);
    expect([verdict.relation, verdict.changed]).toEqual(['copy', []]);
  });

  it('is cut at the end: a partial copy', () => {
    const verdict = judgePair(NOTICE, NOTICE.slice(0, 75));
    expect([verdict.relation, verdict.partial]).toEqual(['copy', true]);
  });

  it('says more than an earlier cut one: no copy', () => {
    const verdict = judgePair(NOTICE.slice(0, 75), NOTICE);
    expect(verdict.relation).toBe('revision');
    expect(verdict.changed.map((change) => change.from)).toContain('');
  });

  it('is the copy of the newest equal version', () => {
    const verdict = judgePair(NOTICE, NOTICE);
    expect(verdict.of).toBe(verdict.notice);
  });
});

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

describe('other matters', () => {
  it('is a series when the boilerplate alone is common', () => {
    const make = (title: string, day: string, place: string, hour: string) =>
      `各位主任：现将《${title}》转发给你们，请认真组织学习并结合本辖区实际抓好贯彻落实，并于${day}${hour}在${place}参加专题培训。如有疑问请联系党政办。`;
    const verdict = judgePair(
      make('关于做好秋粮收购工作的通知', '11月5日', '三楼会议室', '9:00'),
      make('婚姻登记数据治理实施细则', '11月12日', '镇文化中心', '14:30'),
    );
    expect(['series', 'new']).toContain(verdict.relation);
    expect(verdict.action).not.toBe('fold');
  });

  it('does not fold swapped names', () => {
    const text =
      '本周值班安排如下：东城社区由张伟带班负责巡查，西城社区由刘洋带班负责接待，其余同志正常休息待命听从安排';
    const swapped = text.replace('张伟', '甲').replace('刘洋', '张伟').replace('甲', '刘洋');
    expect(judgePair(text, swapped).relation).not.toBe('copy');
  });

  it('matches short texts exactly or not at all', () => {
    const text = '11月5日9:00在三楼308会议室召开调度会请参加13800001234';
    expect(judgePair(text, text).relation).toBe('copy');
    expect(judgePair(text, text.replace('请参加', '请准时参加')).relation).toBe('new');
  });

  it('is no notice below 24 characters', () => {
    const verdict = judgePair('今天下午三点开会', '今天下午三点开会');
    expect([verdict.relation, verdict.notice]).toEqual(['none', null]);
  });

  it('takes a last line that ends a list for a part of the notice', () => {
    const head =
      '请以下单位在收到通知后派一名分管负责同志参加创建工作推进会，参会单位名单：\n党政办公室\n综合执法办公室';
    expect(judgePair(`${head}\n平安建设办公室`, `${head}\n应急管理办公室`).relation).not.toBe(
      'copy',
    );
  });
});

describe('words in front of a notice', () => {
  it.each([
    ['another address', NOTICE, NOTICE.replace('网格员', '楼栋长')],
    ['an address that says something', BARE, `各位注意时间已改：${BARE}`],
    ['an address with a day', BARE, `各位周五来的同志：${BARE}`],
    ['an audience inside the text', BARE, BARE.replace('请于', '请各网格员于')],
    ['work', BARE, `请先停用旧模板：${BARE}`],
  ])('%s: no copy', (_name, earlier, later) => {
    expect(judgePair(earlier, later).relation).not.toBe('copy');
  });
});

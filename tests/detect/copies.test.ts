import { describe, expect, it } from 'vitest';
import { judgePair, NOTICE } from './fixtures';

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

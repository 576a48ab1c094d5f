import { describe, expect, it } from 'vitest';
import { judgePair } from './fixtures';

/** A notice of many with a place for what differs. */
const FRAME =
  '下周二下午三点在镇便民服务中心二楼教老人用手机办卡，§带上身份证，提前十分钟到，家属可代办。';
const framed = (words: string): string => FRAME.replace('§', words);
const ended = (words: string): string => framed('') + words;

/** [what differs, before, after] within the notice. */
const WITHIN: [string, string, string][] = [
  ['a figure before a bracket', '（名额：3）', '（名额：5）'],
  ['an amount before a bracket', '自愿报名（每人：50），', '自愿报名（每人：80），'],
  ['a number in brackets', '（排号 12）', '（排号 15）'],
  ['classes in brackets', '参加的是：（1）、（3）班，', '参加的是：（2）、（3）班，'],
  ['a room with a number in brackets', '地点：（二）会议室，', '地点：（三）会议室，'],
  ['a room with a number and a mark', '地点：二、会议室，', '地点：三、会议室，'],
  ['a figure on a key', '请准备：2️⃣张照片，', '请准备：4️⃣张照片，'],
  ['a figure in a circle', '地点：③号教室，', '地点：⑤号教室，'],
  ['a count before a mark', '每村人数：3、须有一名女代表，', '每村人数：5、须有一名女代表，'],
  ['one of a list', '凡在本镇工作、居住满半年的，', '凡在本镇居住满半年的，'],
  ['one of two papers', '带工作、居住证明，', '带居住证明，'],
  ['graduates of this year', '应往届毕业生均可，', '往届毕业生均可，'],
  ['what is told later', '时间、地点另行通知，', '地点另行通知，'],
  ['on condition', '凡按时缴费，赠送一个月，', '凡缴费，赠送一个月，'],
  ['who does it of himself', '主动上交渔网不罚款，', '上交渔网不罚款，'],
  ['those who come', '留意来、返村人员，', '留意返村人员，'],
  ['a second time', '从业人员再次检测，', '从业人员检测，'],
  ['taken there or told', '有发烧情况的送医务室，', '有发烧情况的报医务室，'],
  ['mended there', '水表冻裂的送修，', '水表冻裂的报修，'],
  ['who cannot and who will not', '不能接种的学生写说明，', '不要接种的学生写说明，'],
  ['a surname that is a filler', '有疑问联系于老师，', '有疑问联系应老师，'],
  ['a given name of a synonym', '由王若梅审核，', '由王如梅审核，'],
  ['a given name of a filler', '由张凡审核，', '由张望审核，'],
  ['a given name before a title', '王若兰老师，', '王如兰老师，'],
  ['a whole name of fillers', '联系于敏，', '联系应敏，'],
  ['what pays', '及时报案可理赔，', '报案可理赔，'],
  ['a direction', '单向通行，东门➡西门，', '单向通行，东门⬅西门，'],
  ['a sign of more', '拾金不昧➕5分，', '拾金不昧➖5分，'],
  ['a boy and a girl', '👦白衬衫，', '👧白衬衫，'],
  ['what to answer with', '同意回[玫瑰]，', '同意回[咖啡]，'],
  ['two or one', '请村民、小组长参加，', '请村民小组长参加，'],
  ['where a list ends', '不带手机、平板，课本要带，', '不带手机，平板、课本要带，'],
  ['a question', '雨天停工？', '雨天停工。'],
  ['an invitation', '欢迎参加，', '欢迎务必参加，'],
  ['to be mended', '需整改企业都来，', '整改企业都来，'],
];

/** [what differs, before, after] at the end of the notice. */
const AT_END: [string, string, string][] = [
  ['whom to ask', '咨询和办卡——王主任', '咨询和办卡——李主任'],
  ['where', '办卡地点——文化站', '办卡地点——卫生站'],
  ['to which office', '办卡请到以下单位。\n民政办', '办卡请到以下单位。\n残联'],
  ['who handles it', '\n经办人：李强', '\n经办人：王芳'],
  ['who is in charge', '\n包片领导王主任', '\n包片领导李主任'],
  ['from which day', '年龄按此日计算——2026年10月1日', '年龄按此日计算——2026年9月1日'],
  ['to whom', '请假的告诉\n王主任', '请假的告诉\n李主任'],
  ['handed in where', '材料交至——民政办', '材料交至——残联'],
  ['a new form', '', '\n[收集表]办卡登记（11月6日前填写）'],
  ['a new duty', '', '\n[腾讯文档]另交纸质申请表一份'],
  ['a new place', '', '\n[位置]人民医院门诊楼'],
  ['women only', '', '\n（女子组）'],
  ['some of the school', '', '（理科）'],
];

/** [before, after]: heads that say whom it is for. */
const HEADS: [string, string][] = [
  ['党员：', '村民：'],
  ['党员同志们，', '各位村民，'],
  ['@张伟 ', '@李强 '],
  ['@三班家长 ', '@四班家长 '],
  ['', '女老师：'],
  ['', '毕业班老师：'],
  ['', '数学老师：'],
  ['', '转高三通知：'],
  ['', '转女工通知：'],
  ['', '东区-南区：'],
  ['', '小学部-高年级：'],
  ['', '新老师，'],
  ['「高一：', '「高二：'],
  ['「马庄：', '「王庄：'],
];

const isHidden = (one: string, other: string): boolean => judgePair(one, other).action === 'fold';

describe('what is blanked out, or passes for a frame, hides no change', () => {
  it.each(WITHIN)('%s', (_, before, later) => {
    expect(isHidden(framed(before), framed(later))).toBe(false);
  });

  it.each(AT_END)('at the end: %s', (_, before, later) => {
    expect(isHidden(ended(before), ended(later))).toBe(false);
  });

  it.each(HEADS)('before it: "%s", "%s"', (before, later) => {
    const end = before.startsWith('「') ? '」' : '';
    expect(isHidden(before + ended(end), later + ended(end))).toBe(false);
  });
});

describe('honest marks', () => {
  it.each([
    ['all commas left out', framed(''), framed('').replaceAll('，', ' ')],
    [
      'all stops left out',
      framed('甲、乙、丙组，'),
      framed('甲、乙、丙组，').replaceAll(/[，。、]/g, ' '),
    ],
    [
      'commas for the marks of a list',
      framed('甲、乙组，'),
      framed('甲、乙组，').replace('、', '，'),
    ],
    [
      'items numbered otherwise',
      ended('\n要求：一、自带手机。二、关好门窗。三、不得吸烟。'),
      ended('\n要求：1.自带手机。2.关好门窗。3.不得吸烟。'),
    ],
    ['somebody is called', framed(''), `@李强 ${framed('')}`],
    ['signed', framed(''), ended('\n——镇民政办')],
  ])('%s', (_, one, other) => {
    expect(judgePair(one, other)).toMatchObject({ relation: 'copy', action: 'fold' });
  });
});

import { describe, expect, it } from 'vitest';
import { createIndex } from '../../lib/detect/notice-index';
import { DAY, judgePair, MONDAY, message, take } from './fixtures';

const HEAD =
  '各社区：冬季取暖安全排查请逐户进行，炉具、烟道和报警器都要看到，台账报街道安监办周敏。';

/** Edits of a few letters after or within a notice of many: [what was done, before, after]. */
const EDITS: [string, string, string][] = [
  ['an exception is dropped', '不得请假，孕妇除外。', '不得请假。'],
  ['an exception in brackets is dropped', '不得请假（孕妇除外）。', '不得请假。'],
  ['a bound is cut off', '现场限5人以内', '现场限5人'],
  ['a bound of a share is cut off', '上交30%以上', '上交30%'],
  ['half a day is cut off', '停课一天半', '停课一天'],
  ['who is meant is cut off', '现场限党员家属', '现场限党员'],
  ['another signs who has a part', '\n值班李主任', '\n值班王主任'],
  ['another chair', '\n主持王书记', '\n主持李书记'],
  ['another venue', '\n体育馆', '\n图书馆'],
  ['another station', '\n汽车站', '\n火车站'],
  ['who is meant is narrowed', '', '（初中部）'],
  ['a district is added', '', '（江北区）'],
  ['it is said to be done', '', '\n已办'],
  ['a grade is added', '', '\n高三'],
  ['a care under a negation', '不按时参加的扣分。', '不参加的扣分。'],
  ['a haste under a negation', '不能立即返校。', '不能返校。'],
  ['again under a negation', '不得再次申请。', '不得申请。'],
  ['together under a negation', '不再一起办理。', '不再办理。'],
  ['all moved over a negation', '都不参加的说明原因。', '不都参加的说明原因。'],
  ['all under a negation', '不要都来大厅。', '不要来大厅。'],
  ['who ought to', '应退费人员名单附后。', '退费人员名单附后。'],
  ['who needs to', '需整改的户另行造册。', '整改的户另行造册。'],
  ['a stretch of roads', '东路-西路停用。', '东路、西路停用。'],
  ['a stretch by a tilde', '东路、西路停用。', '东路~西路停用。'],
  ['a stretch by a tilde for a comma', '东路，西路停用。', '东路~西路停用。'],
  ['a stretch of buildings', 'A1-A5栋停用。', 'A1、A5栋停用。'],
  ['a stretch of schools', '小学—高中停课。', '小学、高中停课。'],
  ['an ordinal in brackets', '停课班级：（1）班。', '停课班级：（2）班。'],
  ['an ordinal in a circle', '停课的是①班。', '停课的是②班。'],
  ['an address without its dot', '发li.ming@hz.gov.cn。', '发liming@hz.gov.cn。'],
  ['above, in brackets', '科级（以上）干部参加。', '科级干部参加。'],
  ['one of two that begin alike', '党员、党员代表参加。', '党员代表参加。'],
  ['a part of the day', '11月18日（周三上午）交齐。', '11月18日交齐。'],
  ['an evening', '11月5日明晚交齐。', '11月5日交齐。'],
  ['to hand over, not to report', '闲置设备上报。', '闲置设备上交。'],
  ['to hand a device over, not to report it', '问题炉具一律报街道。', '问题炉具一律交街道。'],
  ['who has a defect, who has a question', '有问题的炉具先停用。', '有疑问的炉具先停用。'],
  ['planned, not fixed', '拟于11月18日停水。', '定于11月18日停水。'],
  ['a street that has a number', '二七路封闭。', '27路封闭。'],
  ['a thumb', '参加👍', '参加👎'],
  ['a sentence that excepts is dropped', '不得缺席。生病的可请假。', '不得缺席。'],
  ['a condition is put behind', '', '收到文件再执行。'],
  ['it is made a trifle', '', '看看就行'],
  ['a doctor', '\n坐诊王医生', '\n坐诊李医生'],
  ['a branch', '\n第一党支部', '\n第二党支部'],
  ['a form of children', '', '（小班）'],
  ['who ought to be counted', '应到人数上报。', '到人数上报。'],
  ['who wants to', '要请假的找周敏。', '请假的找周敏。'],
  ['whether it is needed', '是否需要停课报街道。', '是否停课报街道。'],
  ['in time, or not', '准时到的可免费。', '到的可免费。'],
];

describe('an edit that says another thing is no copy', () => {
  it.each(EDITS)('%s', (_, before, after) => {
    const verdict = judgePair(HEAD + before, HEAD + after);
    expect(verdict.action, JSON.stringify(verdict)).not.toBe('fold');
    expect(verdict.relation).not.toBe('copy');
  });

  it.each([
    ['@一组 ', '@二组 '],
    ['各位家长：', '各位老师：'],
  ])('who is meant by %s and %s', (one, other) => {
    expect(judgePair(one + HEAD, other + HEAD).relation).not.toBe('copy');
  });

  it.each(['别看：', '据说，', '别转发：', '看看就好：', '演练通知：\n', '换地方通知：\n'])(
    'a lead that warns: %s',
    (lead) => {
      expect(judgePair(HEAD, lead + HEAD).relation).not.toBe('copy');
    },
  );

  // HEAD names whom it addresses; these notices do not, so a call before them says whom they are for.
  it.each([
    '困难家庭的家长们：',
    '各位困难党员：',
    '高三的注意：',
    '幼儿园请注意：',
    '小班家长注意：',
    '有车的看一下：',
    '没交钱的同事们：',
    '独居老人家属大家好！',
    '新入职的各位早上好，',
    '补考通知：',
    '二期业主看这里：',
  ])('a call to some of them: %s', (call) => {
    const bare = HEAD.replace('各社区：', '');
    expect(judgePair(bare, call + bare).relation).not.toBe('copy');
  });

  it.each([
    '各位家长：',
    '同志们，',
    '各位护林员：',
    '各单位看一下：',
    '镇里的通知：',
    '转集团通知：',
    '各位书记、主任好：',
    '领导同事们大家早上好！',
  ])('a call to all of them says nothing: %s', (call) => {
    const bare = HEAD.replace('各社区：', '');
    expect(judgePair(bare, call + bare)).toMatchObject({ relation: 'copy', action: 'fold' });
  });

  it("a call before a notice that says whom it is for is its forwarder's", () => {
    expect(judgePair(HEAD, `有老房子的看这里：${HEAD}`).relation).toBe('copy');
  });

  it('a change that is first seen in the quotation of an answer stays open', () => {
    const index = createIndex();
    const notice = `${HEAD}11月12日前报齐。`;
    take(index, message(notice));
    const quoted = notice.replace('12日', '15日');
    const verdict = take(index, message(`「王敏：${quoted}」\n- - - - - - - - - - -\n收到`));
    expect(verdict.action).not.toBe('fold');
  });

  it.each(['本周内完成。', '下周开始。', '这周末完成。'])(
    'the same words a week later: %s',
    (words) => {
      const again = (time: number) => judgePair(HEAD + words, { text: HEAD + words, time });
      expect(again(MONDAY + DAY).relation).toBe('copy');
      expect(again(MONDAY + 7 * DAY)).toMatchObject({ relation: 'revision', action: 'mark' });
    },
  );
});

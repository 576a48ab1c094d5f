import { describe, expect, it } from 'vitest';
import { DAY, judgePair, MONDAY } from './fixtures';

/** [what differs, earlier, later]: the same wording, another matter */
const OTHER_MATTERS: [string, string, string][] = [
  [
    'what is to be handed in, and the day',
    '请各社区安排专人核实信息，于11月5日前将独居老人台账报送至民政办，逾期不再受理，联系人李丽',
    '请各社区安排专人核实信息，于11月12日前将留守儿童台账报送至民政办，逾期不再受理，联系人李丽',
  ],
  [
    'the community',
    '请东城社区各楼栋长今天起逐户检查飞线充电和楼道堆物，发现一处清理一处，11月6日17:00前把数字报到网格群',
    '请西城社区各楼栋长今天起逐户检查飞线充电和楼道堆物，发现一处清理一处，11月9日17:00前把数字报到网格群',
  ],
  [
    'two words with a letter in common',
    '各社区：请将河道保洁台账报送至街道综合办，于11月5日前盖章送达，联系人周敏，逾期不再受理',
    '各社区：请将道路保洁台账报送至街道综合办，于11月5日前盖章送达，联系人周敏，逾期不再受理',
  ],
  [
    'the housing estate whose water is off',
    '因主管道抢修，幸福小区11月5日8:00至18:00停止供水，请居民提前储水，给您带来不便敬请谅解，咨询电话6621234',
    '因主管道抢修，阳光小区11月7日9:00至16:00停止供水，请居民提前储水，给您带来不便敬请谅解，咨询电话6621234',
  ],
  [
    'the subject of the meeting, and its day',
    '定于11月5日上午9点在三楼会议室召开信访维护调度会，请各村书记准时参加，不得请假，会议材料自备',
    '定于11月9日上午9点在三楼会议室召开秸秆禁烧部署会，请各村书记准时参加，不得请假，会议材料自备',
  ],
  [
    'who inspects what',
    '县住建局定于11月5日对我镇老旧小区改造开展检查，请各村提前准备台账资料，安排专人在现场等候，服从安排',
    '县农业局定于11月8日对我镇高标准农田建设开展检查，请各村提前准备台账资料，安排专人在现场等候，服从安排',
  ],
  [
    'the session, its day and its room',
    '第一期电商培训班11月5日上午9点在二楼培训室开班，学员自带笔记本电脑，中午统一就餐，请各村通知到人',
    '第二期电商培训班11月12日下午2点在镇中学礼堂开班，学员自带笔记本电脑，中午统一就餐，请各村通知到人',
  ],
  [
    'the town',
    '桥头镇各村：冬季征兵政治考核表请于本周五前交武装部，每人一式三份，加盖公章，照片贴右上角',
    '河口镇各村：冬季征兵政治考核表请于本周五前交武装部，每人一式三份，加盖公章，照片贴右上角',
  ],
  [
    'day, hour and room at once, and the subject',
    '【会议通知】11月5日9:00在三楼会议室召开防溺水工作会，请各校分管负责人参加，带好排查记录',
    '【会议通知】11月10日14:30在党群服务中心召开控辍保学工作会，请各校分管负责人参加，带好排查记录',
  ],
];

/** [what differs, earlier, later]: the same notice, issued again */
const REISSUED: [string, string, string][] = [
  [
    'the deadline',
    '请各社区安排专人核实信息，于11月5日前将独居老人台账报送至民政办，逾期不再受理，联系人李丽',
    '请各社区安排专人核实信息，于11月12日前将独居老人台账报送至民政办，逾期不再受理，联系人李丽',
  ],
  [
    'the deadline and the contact',
    '请各社区安排专人核实信息，于11月5日前将独居老人台账报送至民政办，逾期不再受理，联系人李丽',
    '请各社区安排专人核实信息，于11月9日前将独居老人台账报送至民政办，逾期不再受理，联系人王芳',
  ],
  [
    'who receives it',
    '请各社区安排专人核实信息，于11月5日前将独居老人台账报送至民政办，逾期不再受理，联系人李丽',
    '请各社区安排专人核实信息，于11月5日前将独居老人台账报送至党政办，逾期不再受理，联系人李丽',
  ],
  [
    'the hour and the room',
    '定于11月5日上午9点在三楼会议室召开信访维护调度会，请各村书记准时参加，不得请假，会议材料自备',
    '定于11月5日上午10点在五楼会议室召开信访维护调度会，请各村书记准时参加，不得请假，会议材料自备',
  ],
  [
    'the hall, which is in another community',
    '定于11月5日上午9点在东城社区活动室举行义诊，免费测血糖量血压，请各楼栋长转告六十五岁以上老人参加',
    '定于11月5日上午9点在西城社区活动室举行义诊，免费测血糖量血压，请各楼栋长转告六十五岁以上老人参加',
  ],
  [
    'one village of a list',
    '本周人居环境巡查安排如下：周一河东村，周二河西村，周三南岭村，周四北坡村，请各村提前整治道路两侧卫生',
    '本周人居环境巡查安排如下：周一河东村，周二河西村，周三新桥村，周四北坡村，请各村提前整治道路两侧卫生',
  ],
  [
    'the number of places',
    '镇文化站书法培训班现接受报名，限25人，额满为止，笔墨纸砚由文化站提供，有意者到文化站登记',
    '镇文化站书法培训班现接受报名，限35人，额满为止，笔墨纸砚由文化站提供，有意者到文化站登记',
  ],
  [
    'a slip in the title',
    '请各村组织学习《农村宅基地审批管里办法》，结合实际抓好落实，学习情况记入会议记录本备查',
    '请各村组织学习《农村宅基地审批管理办法》，结合实际抓好落实，学习情况记入会议记录本备查',
  ],
  [
    'two turns of phrase',
    '请各村认真做好农户厕所摸排工作，逐户登记粪污去向，表格盖章后报农业办，电子版发到邮箱，不得漏户',
    '请各村认真做好农户厕所摸排工作，逐户填写粪污去向，表格签字后报农业办，电子版发到邮箱，不得漏户',
  ],
];

describe('another matter in the same words', () => {
  it.each(OTHER_MATTERS)('%s', (_name, earlier, later) => {
    for (const [one, other] of [
      [earlier, later],
      [later, earlier],
    ] as const) {
      const verdict = judgePair(one, other);
      expect(['series', 'new']).toContain(verdict.relation);
      expect(verdict.guards).not.toContain('revision');
    }
  });
});

describe('the same notice, issued again', () => {
  it.each(REISSUED)('%s', (_name, earlier, later) => {
    for (const [one, other] of [
      [earlier, later],
      [later, earlier],
    ] as const) {
      const verdict = judgePair(one, other);
      expect([verdict.relation, verdict.action]).toEqual(['revision', 'mark']);
    }
  });

  it('is found among many of the same wording', () => {
    const write = (estate: string, day: number) =>
      `因主管道检修，${estate}小区11月${day}日8:00至18:00停止供水，请居民提前储水，不便之处敬请谅解，咨询电话6621234`;
    const names =
      '幸福阳光金桂水岸翠湖春晖东苑西苑南苑北苑和平新华建设光明团结胜利长安青云白鹭碧水蓝天红星';
    const estates = names.match(/../g) ?? [];
    for (const estate of estates) {
      const others = estates.filter((one) => one !== estate).map((one) => write(one, 12));
      const verdict = judgePair([write(estate, 12), ...others], {
        text: write(estate, 13),
        time: MONDAY + DAY,
      });
      expect(verdict.relation).toBe('revision');
      expect(verdict.changed).toEqual([{ fact: 'date', from: '11月12日', to: '11月13日' }]);
    }
  });
});

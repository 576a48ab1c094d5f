import { lines } from './split.ts';

/** Sentences that an office adds to any notice, in the notation of templates. */
export const TAILS = lines(`
  未尽事宜，另行通知。
  请各单位高度重视，明确专人负责，按时保质完成。
  有关材料已放在群文件里，请自行下载使用。
  请各负责人传达到每一个人，不得以任何理由推诿。
  此项工作列入年终考核，请认真对待。
  咨询请加QQ群{qq}，验证信息写单位加姓名。
  另请各单位报一名联络员，名单发{mail#tail}。
  车辆统一停放在院内东侧，请听从门卫安排。
  工作中遇到的困难，请直接向{person#tail}反映，不要在群里争论。
  如遇恶劣天气，是否顺延以当天群里消息为准。
  请大家互相提醒，特别是没有进群的同志。
  现场提供饮用水，请自带水杯，爱护环境。
  备用联系电话{phone#tail}，工作时间有人接听。
  纸质件请双面打印，左侧装订，封面加盖公章。
  线上填报入口{link#tail}，打不开时请换浏览器重试。
  共需{count#tail:2-40:份}材料的，请一次交齐，不接受零散补交。
  参加人员请提前查看路线，尽量乘坐公共交通工具。
  对弄虚作假、敷衍应付的，将按有关规定处理。
  收到通知后请及时安排，并做好登记备查。
  去年做得好的单位请准备三分钟发言，讲讲具体做法。
`);

/** Heads above a notice; an event that the notice names is named here as well. */
export const HEADS = lines(`
  【通知】
  【工作通知】
  通知
  紧急通知
  【重要通知】
  工作提醒：
  【提示】
`);

/** A head that names the matter, for notices that have one. */
export const MATTER_HEAD = '关于{event}有关事项的通知\n';

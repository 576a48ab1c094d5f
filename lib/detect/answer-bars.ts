import { ACKNOWLEDGES } from './reply-words.ts';

/** What looks like an answer and is none: orders, questions, news. */

/** "已" or "了" is needed where the bare word could be an order: "转发" asks, "已转发" answers. A bare "打卡" is a check-in done. */
const ORDERS: readonly RegExp[] = [
  /^(?:办结|报送?|上报|提交|填写?|填报|转发|点赞|投票|关注|学习|接龙|回复|参加|传达|落实|发|交|转|行|收|看|读)$/,
  /^(?:知道|收到|明白|看到|完成|打卡|填好?|看完?)了?就/,
  // "各村落实到位" tells others to; "已落实到位" answers.
  /^(?!.*(?:已|我|俺|本)).*(?:落实|传达|宣传|整改|部署|安排|布置|排查|处理)到位$/,
  /^(?:做好|立即.*|立刻.*)$/,
];
/** A person of rank, or those who are spoken to: their doings are news. */
const TITLED =
  /(?:主任|书记|领导|[局镇乡县校院所科队站部组区市]长|总|老师|各位|大家|您|你|上级)$|^.[局校]$/;
/** After a name these tell of somebody or something: "小席会来", "平台好了". */
const COMES =
  /^(?:一定|肯定)?(?:会|能|可以|准时)?(?:也|都)?(?:到|来|去)(?:的|了)?$|^(?:好|可以|行|成|齐|来|到|看到|知道|听到)(?:了|啦|咯)$/;
/** Not done, or all gone and over, news of what others made: no answers. */
const STATEMENTS: readonly RegExp[] = [
  /(?:没有|没|未|尚未)(?:收|看|知|完|到|打|签|报|填|交|发|接|办|弄|学|参|通|落|处)/,
  /^(?:已经?|都)?(?:领|用|卖|抢|发|送|分)(?:完|光)(?:了|啦)?$|结束了?$/,
  /^(?:对|到点|得了?|好像|过)了$|^(?:已|已经)?(?:出发|返回|集合|考完|检测到|加完|点完)(?:了|啦)?$/,
  /^行行好|^知了$/,
  // "已完成名单" is a title.
  /已(?:完成|打卡|签到|参加|报名|到岗|接龙|学习|登记|注册|认证|回复|阅读|投票|领取|缴费|整改|排查|接种|确认|提交)(?:名单|人员|名册|花名册|清单|数据|问题|隐患|情况|统计表?|学生|家长|用户|台账|户|人|住户|群众)$/,
  // What was sent out or changed is for the others to see: "通知已发群里", "名单已更新".
  /(?:通知|文件|模板|链接|任务|作业|问卷|试卷|课程|系统|平台|名单|方案|计划|公众号|二维码|公告|补贴|工资|奖金|安排)(?:都|均|也)?(?:已(?:经)?)?(?:重新)?(?:发|下发|布置|更新|公示|推送|发放|修改|改|更正|分发|上传|升级)/,
  /样表已(?:经)?发|表已(?:经)?(?:更新|更正|下发)|已(?:经)?(?:安排|通知)(?:检查|体检|领取|打卡|集合|接种|考|参加)$/,
];
/** Asking, refusing, in trouble, and orders to the others. */
const ASKS: readonly RegExp[] = [
  /无法|[来去做办填报打交上进到]不了|不能|不会|坏了|故障|困难|请假/,
  /[?吗么]|[^村组科班校园镇乡局院队站们我暂均]没有$|^是(?!的?$|的?[,。!\s]|明白|收到)|.没得?$|(?<!收到|好的?|知道|在|嗯)呢$|是否|不$|(?:到|了|好)嘛$/,
  /谁|哪|怎|几点|什么|(?:请(?!\S{0,6}放心|查[收看阅]|过目|审)|务必|记得|抓紧|麻烦你|麻烦大家).*(?:报|交|发|填|回复|打卡|完成)/,
];

/** Whether a bare word could as well be an order. */
export function isOrder(part: string): boolean {
  return ORDERS.some((pattern) => pattern.test(part));
}

/** Whether a part says what a reader may need. */
export function isStatement(part: string): boolean {
  return STATEMENTS.some((pattern) => pattern.test(part));
}

/** Whether the whole asks, refuses or orders. */
export function asksSomething(text: string): boolean {
  const words = text.replace(/[。.!~\s]+$/, '');
  return ASKS.some((pattern) => pattern.test(words));
}

/** Whether somebody else is greeted or told of: "领导好", "张主任回复了". */
export function tellsOfOther(name: string, rest: string): boolean {
  if (rest.length === 1 && '好是在行中'.includes(rest)) return true;
  if (COMES.test(rest) || isOrder(rest)) return true;
  return TITLED.test(name) && !ACKNOWLEDGES.test(rest);
}

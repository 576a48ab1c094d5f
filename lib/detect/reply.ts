import type { Analysis } from './analysis.ts';

const ANSWER =
  '已?收到(?:了|啦)?|收悉|好(?:的|嘞|滴|哒)?|ok|okay|okk|1{1,3}|在(?:的)?|到|已?到(?:了|位)?|已?阅|已?知悉|知道了|明白(?:了)?|了解|清楚|嗯+|是(?:的)?|得令|遵命|马上办|照办|' +
  '(?:已经?|都|全部)?(?:完成|办结|报送?|上报|提交|填写?|填报|补?打卡|补?签到|补签|转发|点赞|投票|关注|学习|学完|接龙|回复|参加|传达|落实|发|交|转)(?:了|完毕|完成|好了)?|' +
  '无|零报告|无异常|正常|一切正常|无此类情况|没有';
/** "已" or "了" is needed where the bare word could be an order: "转发" asks, "已转发" answers. A bare "打卡" is a check-in done. */
const ORDER =
  /^(?:完成|办结|报送?|上报|提交|填写?|填报|转发|点赞|投票|关注|学习|接龙|回复|参加|传达|落实|发|交|转)$/;
const UNIT_END =
  '街道|社区|村|镇|乡|局|办|科|室|所|站|中心|组|部|院|校|班|队|委|网格|支部|公司|学校|医院|楼|栋|区|处|园|厂';
const NAME = `(?:[\\p{Script=Han}a-z0-9]{0,10}(?:${UNIT_END})[\\p{Script=Han}]{0,4}|[\\p{Script=Han}]{2,3})`;
const REPLY = new RegExp(
  `^(?<name>(?!已|都|全)${NAME}(?<![已经都全])[:,、\\- ]{0,3})?(?<first>${ANSWER})(?:[\\s,。.!、~]{0,3}(?:${ANSWER}|谢谢|感谢|辛苦了?|领导|主任|老师|书记)){0,3}$`,
  'u',
);
const NAME_AFTER = new RegExp(
  `^(?<first>收到|已收到|已完成|已报|已阅|1|完成)[:,、\\- ]{1,3}${NAME}$`,
  'u',
);
/** Words that make of the letters before an answer no name. */
const NO_NAME =
  /没|未|请|谁|都|是否|怎|不|要|还|为|何|哪|有|如|若|以|后|全|大家|各|注意|查|可|能|否|需|将|限|应|应当|必|须|把|再|等|先|只|仅|明|今|昨|天|前|会|尽快|及时|通知|文件|材料|表|名单|数据|什么|继续|正在|开始|结束|取消|停止|暂/;
const FACE_ONLY = /^(?:\s|\[(?:ok|强|抱拳|握手|鼓掌|玫瑰|合十|赞|胜利|好的|收到|拳头|耶)\])+$/;
const HAND = /[\u{1f44c}\u{1f44d}\u{1f64f}\u{1f44f}\u{1f339}\u{1f4aa}\u{1f91d}\u{2705}\u{1fae1}]/u;

/** Whether the message only answers: "收到", "1", "城管科已报". By form alone; in doubt it is none. */
export function isReply(analysis: Analysis): boolean {
  const { message, normal, placeholder } = analysis;
  if (message.kind !== 'text' || placeholder || message.file || message.link) return false;
  if (message.text.length > 400) return false;
  const text = withoutMention(normal.folded)
    .replace(/\[[^\]\s]{1,4}\]/g, ' ')
    .trim();
  if (text === '') return isGesture(message.text, normal.folded);
  if (/[?吗]/.test(text) || text.length > 30) return false;
  const words = text.replace(/^[\s"'“”+。,.!~]+|[\s"'“”。,.!~]+$/g, '');
  const match = REPLY.exec(words) ?? NAME_AFTER.exec(words);
  if (!match) return false;
  const name = match.groups?.name ?? '';
  if (NO_NAME.test(name)) return false;
  return !ORDER.test(match.groups?.first ?? '');
}

function withoutMention(folded: string): string {
  return folded.replace(/^(?:\s*@[^\s@]{1,20}(?:\s|$))+/, '').trim();
}

function isGesture(text: string, folded: string): boolean {
  const rest = folded.replace(/@[^\s@]{1,20}(?:\s|$)/g, '');
  return (rest.trim() !== '' && FACE_ONLY.test(rest)) || (rest.trim() === '' && HAND.test(text));
}

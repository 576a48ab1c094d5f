import { HASTE, MANNER, OBLIGATION } from './phrases.ts';
import { SURNAMES } from './surnames.ts';
import { isEmpty, type Part, wordsOf } from './token-part.ts';

/** So close behind one of these a filler is what is denied: "不按时参加", "都不来" and "不都来". */
const DENIES = /(?:[不未没勿无别莫非免禁]|是否)[^,。;:!?\n]{0,5}$/;
/** A word of obligation before these says who is meant: "需整改的户", "应退费人员". */
const OBLIGES = /^(?:应当?|需要?|须|要|必须)$/;
const WHO =
  /^[^,。;:!?\n]{1,6}(?:的(?!通知|要求|话)|者|人员|人数|名单|对象|户(?!籍)|款|数|金额|率|量|儿童|学生|设备|企业|科室|单位|村|店|部门|班级|学校)/;
/** A word of haste or manner before these is a condition: "准时到的可免费". */
const IF = /^[^,。;:!?\n]{1,4}的(?!通知|要求|话|是)/;

/** Where it depends on how a thing is done: "凡按时缴费，赠送一个月", "主动上交的不罚". */
const ON_CONDITION = /(?:凡|若|如果?|对|只要)[^。;!\n]{0,10}$/;
const REWARDED =
  /^[^。;!\n]{0,12}(?:满[一二三两\d]|才|方可|可(?:理赔|报销|享|领|免|优先|获|申)|赠|不罚|从[轻宽]|免[费除收罚]|减|奖|补[贴助]|优惠|优先|返)/;
/** What one is invited to is no duty. */
const INVITED = /(?:欢迎|建议|鼓励|倡议|倡导|提倡|推荐|自愿)[^,。;!\n]{0,3}$/;
/** Before the given name, and behind the surname, of a person. */
const NAMED = new RegExp(`(?:由|找|联系人?|请|[:、和与及交给])[${SURNAMES}]$`);
const TITLE_AFTER =
  /^(?:老师|主任|书记|[科局镇乡村所站队校院园部组班]长|医生|师傅|经理|总|姐|哥|某)|^(?:城?[村庄镇乡县区路街]|江路|和社区)/;

/** Whether fillers stand where they say something, so that they may not come or go. */
export function isBound(part: Part): boolean {
  if (isEmpty(part)) return false;
  const { analysis, start, end } = part;
  const { tokens, normal } = analysis;
  const from = tokens.starts[start] ?? 0;
  const to = tokens.ends[end - 1] ?? 0;
  const before = normal.body.slice(Math.max(0, from - 16), from);
  const after = normal.body.slice(to, to + 24);
  if (DENIES.test(before.slice(-8))) return true;
  // "工作、居住满半年", "时间、地点另行通知": one of a list.
  if (/、\s?$/.test(before) || /^\s?、/.test(after)) return true;
  const word = wordsOf(part).trim();
  return isOnCondition(word, before, after) || isInName(word, before, after);
}

function isOnCondition(word: string, before: string, after: string): boolean {
  if (MANNER.includes(word) || HASTE.includes(word)) {
    if (ON_CONDITION.test(before) || REWARDED.test(after)) return true;
  }
  if (OBLIGATION.includes(word) && INVITED.test(before)) return true;
  if (OBLIGES.test(word)) return WHO.test(after.slice(0, 12));
  if (word === '都') return /^[不未没]/.test(after);
  return word.length > 1 && IF.test(after.slice(0, 8));
}

/** "联系于老师", "张凡审核", "望城区": one letter of a name. */
function isInName(word: string, before: string, after: string): boolean {
  if (word.length !== 1) return false;
  if (NAMED.test(before) || TITLE_AFTER.test(after)) return true;
  return /^[于应]$/.test(word) && /(?:由|找|联系人?)$/.test(before);
}

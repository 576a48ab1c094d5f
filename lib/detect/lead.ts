import { ADDRESSEES } from './addressees.ts';
import type { Fact } from './fact.ts';
import { HAN } from './han.ts';
import { OFFICE_END } from './office.ts';
import { passesOn } from './passing-on.ts';
import { BEFORE_POST, FAMILIAR, PERSON, SURNAMES } from './surnames.ts';
import type { Part } from './token-part.ts';

/** An address at the head: "各位网格员:". */
export const ADDRESS = /^\s*(?:各位|各|全体)[^,。:!\n]{1,24}:/;

/** Longest lead of a forwarder that is looked at, in characters. */
export const LEAD = 48;
/** A person by surname: "数学老师" and "女老师" are some of many. */
const TITLED = `${BEFORE_POST}(?:主任|书记|科长|局长|镇长|乡长|村长|所长|站长|队长|校长|院长|老师|经理)|${FAMILIAR}`;
/** A person who is called by a mention; a class, a group, those of a post are more than one. */
const MENTIONS =
  /^\s*(?:@(?![^\s@]{0,19}(?:[组班村区科室队部所站级楼栋户们]|[^\s@][长员师生])(?:\s|$))[^\s@]{1,20}\s{1,60}){1,4}/;
/** Clauses of a lead: whom it greets or addresses, who passes something on. */
const LEAD_CLAUSE = new RegExp(
  [
    `${ADDRESSEES}(?:大家|你们|您)?(?:早上|上午|中午|下午|晚上)?[你您]?们?好?[啊呀哈]?`,
    '(?:早上|上午|中午|下午|晚上)好',
    '急|急急急|速看|↓+|fwd?|re',
    // "院办-周敏:", "复议股-邹:"
    `${HAN}{2,8}[-—·](?:${TITLED}|${PERSON}|[${SURNAMES}])`,
    TITLED,
  ]
    .map((clause) => `^\\s*(?:${clause})\\s*$`)
    .join('|'),
);
/** Signs of colour, which say something beside words only. */
const ORNAMENT = /[🔴🟠🟡🟢🔵⭕🟥🟧🟨]/gu;

/** Whether a clause only passes something on, greets or addresses. */
export function isLeadClause(clause: string): boolean {
  return LEAD_CLAUSE.test(clause) || passesOn(clause);
}

/** Who says it, beside a clause that passes it on: "王敏(党政办)通知:". */
const SPEAKER = new RegExp(`^\\s*(?:${HAN}{0,12}(?:${OFFICE_END})|${PERSON})\\s*$`);
/** "有烟花经营的商户看这里" */
const CALLED_OUT = new RegExp(
  `^\\s*请?${HAN}{1,14}(?:看|看看|看一下|看下|看这里|看过来|注意|请注意|知晓)[哈啊了]?\\s*$`,
);
/** A lead that holds one of these may say more than that something follows. */
export const SAYS_MORE =
  /[改停取延变误勿不未别莫先暂只限仅除废旧错假谣撤免缓解终]|据说|听说|传言|据传|小道|换|备用|演习|演练|明年|老版|存疑|出入|搁置|泡汤|黄了|易地|线上|室内|外区|隔壁|邻[县镇村市]|没定|没敲定|再(?:执行|落实|办理|说|看看)|等通知|自愿|有兴趣|愿意|想结束|恢复|草稿|样例|示例|参考|去年|上次|往年|过期|征求|试行|拟|另行|以外|例外|更正|补充|作废|作罢|不作|更新|新增|增加|减少|忽略|测试|模板|代替|过时/;

/** A forwarder's lead before the whole of the notice: "转街道通知:", "请大家注意,最新要求如下:". */
export function isLead({ analysis, start, end }: Part): boolean {
  if (start !== 0) return false;
  const { body } = analysis.normal;
  const next = analysis.tokens.starts[end] ?? 0;
  if (next === 0 || next > LEAD) return false;
  const called = MENTIONS.exec(body.slice(0, next))?.[0].length ?? 0;
  if (called > 0 && /^[\s【「《“"(]*$/.test(body.slice(called, next))) return true;
  const lead = body
    .slice(called, next)
    .replace(ORNAMENT, ' ')
    .replace(/[\s、【「《“"(✅✔✓☑]*$/, '');
  if (SAYS_MORE.test(lead.replace(/别[漏忘]/g, ''))) return false;
  if (analysis.facts.some((fact) => fact.start < next && !isOne(fact) && !isInName(body, fact))) {
    return false;
  }
  const clauses = lead.split(/[:,!。;\n【】()~]+/).filter((clause) => clause.trim() !== '');
  if (!isApartFrom(body, called + lead.length, next)) {
    // By 、 an address may be one of a list: only what passes on is parted by it.
    if (!/[、【]/.test(body.slice(called + lead.length, next)) || !clauses.some(passesOn))
      return false;
  }
  const others = clauses.filter((clause) => !isLeadClause(clause));
  // Who says it is known for that beside a clause that passes it on, or before those who are addressed; before these
  // it does not narrow whom the notice is for if some of them are called to look.
  const isAddressed = ADDRESS.test(body.slice(next, next + 32));
  const isSpoken = isAddressed || others.length < Math.max(1, clauses.length);
  return (
    isSpoken && others.every((one) => SPEAKER.test(one) || (isAddressed && CALLED_OUT.test(one)))
  );
}

/** Whether a mark or a new line stands between what ends and what begins. */
export function isApartFrom(body: string, end: number, start: number): boolean {
  return /[:,!。;\n】)「」—=-]/.test(body.slice(Math.max(0, end - 1), start));
}

/** "第三中学" */
function isInName(body: string, { value, end }: Fact): boolean {
  return (
    value.endsWith(' 第') &&
    /^(?:中学|小学|医院|幼儿园|社区|网格|支部)/.test(body.slice(end, end + 3))
  );
}

/** "转发一个通知" */
export function isOne({ kind, value }: Fact): boolean {
  return kind === 'number' && /^number 1(?!\d)/.test(value);
}

import { HAN } from './han.ts';
import { NOTICE_CHARACTERS } from './limits.ts';
import { toSimplified } from './script-table.ts';
import { SURNAMES } from './surnames.ts';

/** Which part of a text is its sender's own, and what it quotes. */
export type OwnPart = { from: number; to: number; quoted: string };

const CLOSING = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
]);
/** A row of dashes under a quotation. */
const RULE = /^(?:[ \t]{0,4}\n){0,3}[ \t]{0,4}(?:[-—–_=][ ]?){3,64}/;
const NAME = /^[^\s:,。「『“”』」]{1,20}:/;
/** Who was quoted, and not the first word of what is quoted ("通知:"). */
const POST =
  '辅导员|护士长|师傅|主席|组长|班长|楼长|网格员|网格长|股长|部长|总|姐|哥|主任|书记|科长|局长|镇长|乡长|村长|所长|站长|队长?|校长|院长|老师|经理|干事|秘书|工|会计|委员|医生';
const PERSON = new RegExp(
  `^\\s?[a-z]?(?!各|全|每|本|所有|高[一二三中年]|毕业|江[东西南北]|[${SURNAMES}]${HAN}?[庄桥村区镇路街社组班部]\\s?:)(?:${HAN}{0,10}[-—·]|${HAN}{2,6}(?=[小老]))?(?:[${SURNAMES}]${HAN}{1,2}|[小老阿][${SURNAMES}]|${HAN}{1,7}[办科室局所站][${SURNAMES}]${HAN}{0,2}|[${SURNAMES}]${HAN}{0,2}(?:${POST})|${HAN}{0,2}(?:${POST})[${SURNAMES}])\\s?(?:\\([^()\\n]{1,12}\\))?:\\s?`,
);
/** Longer names are none, with post and brackets. */
const PERSON_LENGTH = 40;
/** A remark under a quotation that no rule sets apart. */
const REMARK = 60;

/** Cuts off what an answer quotes ("「name: text」", a rule, the answer) and unwraps a whole quotation. */
export function ownPart(text: string): OwnPart {
  const all = { from: 0, to: text.length, quoted: '' };
  const start = text.length - text.trimStart().length;
  const opening = text[start] ?? '';
  const closing = CLOSING.get(opening);
  if (closing === undefined) return all;
  // Quotation marks also stand around words; around what somebody said stands who said it.
  if (opening === '“' && !NAME.test(text.slice(start + 1, start + 24))) return all;
  for (let end = text.indexOf(closing, start); end !== -1; end = text.indexOf(closing, end + 1)) {
    const rule = RULE.exec(text.slice(end + 1, end + 140));
    if (!rule) continue;
    const from = end + 1 + rule[0].length;
    const quoted = text.slice(start + 1, end);
    if (text.slice(from).trim() !== '') return { from, to: text.length, quoted };
    return { from: start + 1 + (NAME.exec(quoted)?.[0].length ?? 0), to: end, quoted: '' };
  }
  return withoutRule(text, start, closing) ?? all;
}

/** The same where no rule follows: the whole is quoted, or a remark of its own stands in the next line. */
function withoutRule(text: string, start: number, closing: string): OwnPart | null {
  const end = text.lastIndexOf(closing);
  const quoted = text.slice(start + 1, end);
  if (end <= start || !isBalanced(quoted, text[start] ?? '', closing)) return null;
  const rest = text.slice(end + 1);
  const remark = rest.trim();
  if (remark === '') {
    // Without the rule the words before a colon need not be a name.
    return { from: start + 1 + lengthOfPerson(quoted), to: end, quoted: '' };
  }
  const isApart = /^[ \t]{0,4}[ \t\n]/.test(rest) && remark.length <= REMARK;
  if (!isApart || quoted.length < NOTICE_CHARACTERS || lengthOfPerson(quoted) === 0) return null;
  return { from: end + 1, to: text.length, quoted };
}

/** Characters in which somebody is named at the head of what he said. */
function lengthOfPerson(quoted: string): number {
  const head = toSimplified(quoted.slice(0, PERSON_LENGTH).toLowerCase());
  return PERSON.exec(head)?.[0].length ?? 0;
}

/** Whether marks within a quotation stand in pairs: “…“…”…” is one, “…”…“…” are two. */
function isBalanced(quoted: string, opening: string, closing: string): boolean {
  let open = 0;
  for (const mark of quoted) {
    if (mark === opening) open++;
    else if (mark === closing && --open < 0) return false;
  }
  return open === 0;
}

import type { Analysis } from './analysis.ts';
import { dayOf } from './calendar.ts';
import { HAN } from './han.ts';
import { OFFICE_END } from './office.ts';
import { PERSON, SURNAMES } from './surnames.ts';
import type { Part } from './token-part.ts';

const POST =
  '辅导员|护士长|医生|主席|组长|班长|楼长|网格员|网格长|师傅|主任|书记|科长|局长|镇长|乡长|村长|所长|站长|队长|校长|院长|园长|股长|部长|老师|经理|干事|专员|专干|秘书|会计|委员|委|工|总|队|所|局|科|哥|姐';
/** A person by surname and post, or as colleagues call each other. */
const TITLED = `[${SURNAMES}]${HAN}{0,2}(?:${POST})|[小老]${HAN}`;
const OFFICE = `${HAN}{0,16}(?:${OFFICE_END})(?:\\s?(?:宣|启))?`;
/** An office, or an office and who wrote there, in any order. */
const SIGNER = `(?:${PERSON}[\\s(—-])?(?:${OFFICE}|(?:${HAN}{0,10}(?:${OFFICE_END}|楼长|楼栋长|网格员|网格长|组长|村长))?(?:${TITLED}))(?:[\\s(—·-]{1,3}(?:${PERSON}|${TITLED})\\)?)?|(?:${TITLED}|${PERSON})\\s?\\(${OFFICE}\\)?`;
/** What stands before who signs: "落款:". */
const LABEL =
  '(?:落款|署名|来源|出处|来自|发自|发布(?:单位|部门|人|者)?|发文(?:单位|机关)?|通知(?:人|单位)|转发(?:人|单位)?|签发(?:人)?|发件人|供稿|编发)\\s?(?:[:：,]|[—-]{1,2})';
/** The day of signing, with nothing else. Three of its parts stand for any way of writing it. */
const DAY =
  '(?:(?:20\\d\\d|二[〇零]\\S{2})[年./-]\\s?)?[\\d一二三四五六七八九十]{1,3}[月./-]\\s?[\\d一二三四五六七八九十]{1,3}[日号]?';
const SIGNATURE = new RegExp(
  `^[\\s(【[—-]*(?:(?:${LABEL})\\s?(?:${SIGNER}|${PERSON})|${SIGNER})[\\s)】\\]。!]*(?:[\\s,(—-]*${DAY}[\\s)。]*)?$`,
);
/** The same the other way round, and the day alone. */
const DATED = new RegExp(`^[\\s(【[—-]*${DAY}[\\s,)】\\]。—-]*(?:(?:${SIGNER})[\\s)】\\]。!]*)?$`);
/** A name alone, which may be one more of a list unless a sentence has ended before. */
const NAME_ALONE = new RegExp(`^[\\s(—-]*${PERSON}[\\s)]*$`);
/** Words of a last line that is no signature. */
const NO_SIGNATURE =
  /[不限除含另请各须让叫到去停在找问换送带]|领(?!导)|交(?![通警运管])|报(?!社)|增加|新增|补充|改[为到在]|参加|前往|携带|参会|到会|到场|全体|所有|负责|联系|要求|会议室|教室|活动室|阅览室|接待室|候车室|会场|取消|地点|集合/;

/** In brackets, or on a line of its own, these say who is meant, or how far it is. */
const WHO_IS_MEANT =
  /(?:[初高小中大学]\S{0,2}部|(?<!街道|园|景|社|办事处).区|乡镇|农村|城镇|干部|学生|家长|已办|待办|[年班][级组]|[小中大]班|老人|小孩|小车|老楼|小学|中学|幼儿园)[\s)】\].。]*$|高[一二三]|年级|^[\s(【]*(?:[女妇老新分东西南北上下本外全甲乙丙丁文理工专预内儿]|女子|男子|成人|少儿|幼儿|妇女|女职工|急诊|住院|门诊|英语|语文|数学|理综|文综|退休|退管|老干部|校本)[科校院部组店厂村县镇区社处所办局]{1,2}[\s)】]*$/;

/** A sentence that goes on in the next line: "请到以下单位。", "请假的告诉". */
const POINTS_ON =
  /(?:以下|如下|下列|下面)[^。;\n]{0,8}[。:]?\s*$|(?:名单|范围|顺序|轮到|起算|计算|日期|告诉|[找问向给至到由请是为])[。:]?\s*$/;
/** "地点——文化站" says where. */
const LABELLED = /[^\s。!;…~)】」?—-][^\S\n]?[—-]+[^\S\n]?$/;

/** Who issued the notice, and when, after its end: on a line of its own, after dashes, in brackets, after "落款:". */
export function isSignature({ analysis, start, end }: Part): boolean {
  const { body } = analysis.normal;
  const { starts, ends, codes } = analysis.tokens;
  if (start === 0 || end !== codes.length) return false;
  const from = starts[start] ?? 0;
  const after = ends[start - 1] ?? 0;
  // What is left of politeness behind it are its marks.
  const words = body.slice(from).replace(/[\s,。!;~…✅✔✓☑]+$/, '');
  const gap = body.slice(after, from);
  if (words.length > 60 || NO_SIGNATURE.test(words) || WHO_IS_MEANT.test(words)) return false;
  const before = body.slice(0, from).replace(/[\s(【[—-]+$/, '');
  if (LABELLED.test(body.slice(0, from)) || POINTS_ON.test(before)) return false;
  if (!isSignedBefore(analysis, from)) return false;
  const isEnded = /——|--|\n\s*[—-]/.test(gap) || /[。!;)】~」…?][\s\S]*[\s(【[—-]/.test(gap);
  if (SIGNATURE.test(words) || DATED.test(words)) {
    // Without an end before it the name may be one more of a list.
    return isEnded || (/[\n(【]/.test(gap) && !isListBefore(body, after));
  }
  return isEnded && /\n|——/.test(gap) && NAME_ALONE.test(words) && !isListBefore(body, after);
}

/** The same of a line by itself, whatever follows it. */
export function isSignatureLine(analysis: Analysis, from: number, line: string): boolean {
  return SIGNATURE.test(line) && !NO_SIGNATURE.test(line) && isSignedBefore(analysis, from);
}

/** Whether every fact behind a place is a day that is not to come: a day ahead is news, and so is an hour or a figure. */
function isSignedBefore({ facts, message }: Analysis, from: number): boolean {
  const today = dayOf(message.time);
  return facts.every(
    (fact) =>
      fact.start < from ||
      // "第三中学"
      fact.value.endsWith(' 第') ||
      (fact.kind === 'date' &&
        fact.role !== 'deadline' &&
        fact.day !== undefined &&
        fact.day <= today),
  );
}

/** Ends of names of places, whose own matter a notice may be that they sign: another one's is another matter. */
const PLACE_SIGNS = /(?:社区|村|镇|乡|街道|县|区|园|校|院|委会|委员会|厂|公司|店)[\s)。!]*$/;
/** Where something takes place: without a dash before it that is no signature. */
const VENUE = /(?:馆|站|大学|大厅|中心|室|场|厅|楼|堂|库|银行)[\s)。!]*$/;
/** What somebody does there: another one's is another matter, too. */
const ROLE =
  /坐诊|出诊|授课|讲课|巡查|收款|接孩子|考官|点名|监督|支部|教研组|窗口|政府|高[一二三]|年级|小学|中学|值班|值守|监考|主持|主讲|讲师|审批|收件|签收|接待|代班|轮值|主办|带队|牵头|评委|裁判|司机|驾驶|护送/;

/** Whether a part lies in the last line, and this is the name of an office: who passes a notice on signs for himself. */
export function isInSignature({ analysis, start }: Part): boolean {
  const body = analysis.normal.body.trimEnd();
  const line = Math.max(body.lastIndexOf('\n'), body.lastIndexOf('——') + 1) + 1;
  const words = body.slice(line).replace(/[✅✔✓☑]+$/, '');
  const isDashed = /[—-]$/.test(body.slice(0, line)) || /^\s*[—-]/.test(words);
  return (
    line > 1 &&
    !LABELLED.test(body.slice(0, line)) &&
    !POINTS_ON.test(body.slice(0, line).replace(/[\s—-]+$/, '')) &&
    !isListBefore(body, line) &&
    (analysis.tokens.starts[start] ?? 0) >= line &&
    (SIGNATURE.test(words) || DATED.test(words)) &&
    isSignedBefore(analysis, line) &&
    !PLACE_SIGNS.test(words) &&
    !ROLE.test(words) &&
    (isDashed || !VENUE.test(words)) &&
    !NO_SIGNATURE.test(words)
  );
}

const LIST_BEFORE = new RegExp(
  `(?:${OFFICE_END}|[、,:])\\s*$|、[^,。;:\\n]{0,20}$|\\n\\s*${HAN}{2,4}\\s*$`,
);

/** Whether names stand before a place, so that what follows may be one more of them. */
function isListBefore(body: string, at: number): boolean {
  return LIST_BEFORE.test(body.slice(Math.max(0, at - 25), at).replace(/[\s—]+$/, ''));
}

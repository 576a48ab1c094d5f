import type { Analysis } from './analysis.ts';
import { asksSomething, isOrder, isStatement, tellsOfOther } from './answer-bars.ts';
import { goesAlong, isPlainAnswer, nameBeforeAnswer } from './answer-form.ts';
import { isName, isPlace } from './answer-names.ts';
import { mended } from './answer-typos.ts';
import { HAN } from './han.ts';
import { PIECES_KEPT } from './limits.ts';
import { RecentMap } from './recent-map.ts';
import { AT_ONCE, REMINDED } from './reply-words.ts';

/** Letters of an answer, and parts that it has: more says something. */
const LONGEST = 90;
const PARTS = 12;
const LONGEST_PART = 30;

/** A name in brackets after an answer, or an answer after a name. */
const IN_BRACKETS = new RegExp(`\\((${HAN}{2,6})\\)`, 'g');
const GAP = new RegExp(`[\\s,。.!~、;:·…'"“”—【】✓✔☑√✅]+|(?<=${HAN})[-—](?=${HAN})`);

/** The number of an entry, also in front of each of several; the time of writing before an answer, and the day after. */
const ENTRY =
  /(?:^|\s)[([]?\d{1,3}(?:[)\]][.、:]?|[.、:])\s*(?=[\u4e00-\u9fff]|\d{1,3}(?:栋|幢|号楼))/g;
const DAY = /(?:20\d\d[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?/.source;
const CLOCK = /(?:上午|下午|晚上|早上|中午)?(?:[01]?\d|2[0-3])[:点](?:[0-5]\d分?)?/.source;
const STAMP_BEFORE = new RegExp(
  `^(?:${DAY}[\\s,，]*)?(?:${CLOCK}\\s*)?(?:第(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[次天遍]\\s*)?(?=\\S{0,12}\\s?(?:已|收到|知悉|看到了|(?:打卡|签到)(?:完|成|了|好)|正常$|平安$|无异常|零报告))`,
);
const STAMP_AFTER = new RegExp(
  `(?<=(?:收到|知悉|已阅|知晓)(?:\\s${HAN}{2,4})?)[\\s,，(]*${DAY}\\)?$|(?<=已打卡|已签到|打卡完成|已到岗|已完成)\\s*${CLOCK}$`,
);
/** The writer's number on a list. */
const OWN_NUMBER =
  /^[([【〔]?\d{1,3}[)\]】〕]?[\s,，、]*(?=收到|已阅|知悉)|(?<=^收到)\s?\(\d{1,3}\)$/;
const DOINGS = /^(?:补?打卡|签到|报名|参加|接龙|填表|\s)+$/;
/** Names in an answer. */
const NAMES = 4;
const NOT = /(?:没有?|未)$/;
const JOINS = /^(?:参加|出席|参会)$/;
const TICKS_ONLY = /^(?:[\s√✓✔✅☑]|\ud83c\udd97)*$/;
const FACE_ONLY =
  /^(?:\s|\[(?:ok|强|抱拳|握手|鼓掌|玫瑰|合十|赞|胜利|好的|收到|拳头|耶|爱心|微笑|憨笑|点头|点赞|敬礼|举手|跟上|奋斗|加油|比心|花|鲜花|抱拳了|得意|收到了|了解|明白|感谢|谢谢|thanks|good|thumbsup|比耶|棒|牛|給力|给力)\])+$/;
const HAND =
  /[\u{1f44c}\u{1f44d}\u{1f64f}\u{1f44f}\u{1f339}\u{1f4aa}\u{1f91d}\u{2705}\u{1fae1}\u{1f197}\u{1f646}\u{1f64b}\u{2714}\u{2713}\u{221a}\u{2611}\u{1f590}\u{270b}\u{1f91f}\u{1f64c}\u{1f490}\u{270a}\u{1f44a}]/u;

/** A text longer than this is no answer, whatever it addresses; and longer than the other, if it addresses nobody. */
const LONGEST_ADDRESSED = 400;
const LONGEST_PLAIN = 90;
/** Letters of which every answer has one, and letters that none has. Tables, because every message is looked at. */
const ANSWERING = 1;
const ASKING = 2;
const LETTERS = new Uint8Array(0x10000);
for (const letter of '收悉敬好可以行中妥成要得令遵照没题毛病知晓道明了解清楚懂记阅读看嗯恩噢哦是在到必须执已完毕过上均都全刚早卡签搞岗位齐无有零正常平安良误参来算加报马这立定坚保更改去下寄倒補齊報無過參來記讀閱瞭懂嚴確認賬點點發傳己巳以命从服從催添管冇阔以欧加号的尊名没沒題问題領领妥赞成阔办辦简簽签轉转誤齊聽听附打交填做无会照对等谢謝感绪平搞弄整必保放心一取拿备赞退') {
  LETTERS[letter.charCodeAt(0)] = ANSWERING;
}
for (const letter of '吗么谁哪怎?？') LETTERS[letter.charCodeAt(0)] = ASKING;

/** A first look at the raw text, in one pass: whether it can be an answer at all. */
function mayAnswer(text: string): boolean {
  if (text.length > LONGEST_ADDRESSED) return false;
  const isPlain = !text.includes('@') && !text.includes('[');
  if (!isPlain) return true;
  if (text.length > LONGEST_PLAIN) return false;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Latin letters, digits, other scripts and pictures are not worth a table.
    seen |= unit < 0x4e00 || unit > 0x9fff ? LETTERS[unit] || ANSWERING : (LETTERS[unit] as number);
  }
  return seen === ANSWERING;
}

/** Most answers of a work group are the same few words. */
const known = new RecentMap<string, boolean>(PIECES_KEPT);

/** Whether the message only answers: "收到", "1", "城管科已报". By form alone; in doubt it is none. */
export function isReply({ message, normal, placeholder }: Analysis): boolean {
  if (message.kind !== 'text' || placeholder || message.file || message.link) return false;
  if (!mayAnswer(message.text)) return false;
  const before = known.get(message.text);
  if (before !== undefined) return before;
  const isAnswering = onlyAnswers(message.text, normal.folded);
  known.set(message.text, isAnswering);
  return isAnswering;
}

function onlyAnswers(raw: string, folded: string): boolean {
  const text = withoutMention(folded)
    .replace(/\[[^\]\s]{1,4}\]/g, ' ')
    .trim();
  if (TICKS_ONLY.test(text)) return isGesture(raw, folded);
  if (text.length > LONGEST || asksSomething(text)) return false;
  if (text === '没有') return true;
  const plain = withoutMarks(text);
  if (isListedOrder(text, plain)) return false;
  if (answers(plain)) return true;
  const right = mended(plain);
  return right !== plain && answers(right);
}

/** Without the number of an entry, the time of writing and brackets, all of which say nothing by themselves. */
function withoutMarks(text: string): string {
  return text
    .replace(STAMP_BEFORE, '')
    .replace(STAMP_AFTER, '')
    .replace(ENTRY, ' ')
    .replace(OWN_NUMBER, '')
    .replace(IN_BRACKETS, ' $1 ');
}

/** "1、签到": under a number, without a name, a word that could be an order is one. */
function isListedOrder(text: string, plain: string): boolean {
  return plain !== text && DOINGS.test(plain.trim());
}

/** Whether every part of the text belongs to an answer, and one of them answers. */
function answers(text: string): boolean {
  const parts = text.split(GAP).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > PARTS) return false;
  let answered = false;
  let named = 0;
  for (const part of parts) {
    if (part.length > LONGEST_PART) return false;
    // "一组已报 二组没有": the second has not done it.
    if (answered && NOT.test(part)) return false;
    if (isAnswer(part)) answered = true;
    else if (isName(part) && !(answered && isPlace(part))) named++;
    else if (JOINS.test(part)) continue;
    else if (!goesAlong(part)) return false;
  }
  if (named > NAMES) return false;
  if (answered) return true;
  // "参加" alone could be an order, "马上报" as well: it answers with a name, or with thanks for a reminder.
  if (parts.some((part) => JOINS.test(part))) return named > 0;
  return parts.some((part) => REMINDED.test(part)) && parts.some((part) => AT_ONCE.test(part));
}

function isAnswer(part: string): boolean {
  if (isOrder(part) || isStatement(part)) return false;
  if (isPlainAnswer(part)) return true;
  const name = nameBeforeAnswer(part);
  return name !== null && !tellsOfOther(name, part.slice(name.length));
}

function withoutMention(folded: string): string {
  return folded.replace(/^(?:\s*@[^\s@]{1,20}(?:\s|$))+/, '').trim();
}

function isGesture(text: string, folded: string): boolean {
  const rest = folded.replace(/@[^\s@]{1,20}(?:\s|$)/g, '');
  if (rest.includes('[')) return FACE_ONLY.test(rest);
  return HAND.test(text);
}

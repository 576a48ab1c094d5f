import { ADDRESSEES } from './addressees.ts';
import { withoutNumbers } from './item-numbers.ts';
import { FACES, GENERAL_ADDRESS, HEAD_LEADS, HEAD_TAGS, PASSING_ON, POLITE } from './phrases.ts';
import { ownPart } from './quotation.ts';
import { toSimplified } from './script-table.ts';
import { MEANING_SIGNS } from './signs.ts';

/**
 * A text made ready for comparison. `clean` keeps case and script and is what literal words are cut from;
 * `folded` is lower case and simplified; `body` is `folded` with everything blanked out that does not
 * belong to the notice. All three have the same length, so a place in one is a place in the others.
 */
export type Normal = {
  clean: string;
  folded: string;
  body: string;
  /** Text that the message quotes in order to answer it; "" where it quotes nothing. */
  quoted: string;
};

const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]|\u180b|\u180c|\u180d|\u180f|\u034f|\u17b4|\u17b5|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;
/** Letters of no form, as wide as one: they stand as blanks. */
const BLANK_LETTERS = /[\u115f\u1160]/g;
/** Signs that turn round what stands near them, so that a reader sees "10" where "01" is written; what ends them says nothing. */
const TURNING = /[\u061c\u200f\u202b\u202e\u2067]/g;
/** Beside letters that run from right to left every sign of direction does so. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const DIRECTED = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What stands for such a sign: another order of what is read is another thing said. */
const TURNED = '⇿';
/** Anything but letters, digits and marks that every notice is made of. */
const UNUSUAL = /[^\n -~\u00b7\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff]/;
/** Several pictographs that are drawn as one; a sign of sex in them says nothing. */
const JOINED_PICTOGRAPHS =
  /(?:\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]{0,3}\u200d){1,6}\p{Extended_Pictographic}/gu;
const PICTOGRAPH = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}]/gu;
/** The letters that flags are made of. One's own flag is ornament; of others, and of one alone, the letters are read. */
const FLAG = /\u{1f1e8}\u{1f1f3}|[\u{1f1e6}-\u{1f1ff}]/gu;
const FIRST_OF_FLAGS = 0x1f1e6;
/** Between two words such an arrow says which way. */
const DIRECTION = /(?<=\p{L})[➡⬅](?=\ufe0f?\p{L})/gu;
/** Several in a row point at what follows. */
const ARROWS = /[↑↓→←⬆⬇▲▼]{2,}/g;
/** Ticks at the head or after a sentence are ornament where no sign says what is done and what is not. */
const TICKS = /[✅✔✓☑]/g;
const TICKED_ITEM = /(?<!^\s*|[。!?~:」)】✅✔✓☑]\s*)[✅✔✓☑](?![✅✔✓☑\s]*$)|[✗✘✕✖☐☒❌❎⭕]/;
/** Not where one is to be answered with. */
const FACE = new RegExp(`(?<!回复?|扣|发|点)\\[(?:${FACES})\\]`, 'g');
const ALL = /@\s?(?:所有人|所有成员|全体成员|全体人员|全体|全员|群成员|大家|各位|all(?![a-z]))/g;
// To compile the longest of these takes tens of ms, which each start of the background pays with its first message: each has
// a quick look before it that says whether it is needed (`npm run bench:start`).
/** Marks at the head, behind which what is no part of the notice begins. */
const HEAD_MARKS = '^[\\s!*~_#>「“-]*';
const BRACKETED = new RegExp(`${HEAD_MARKS}[【[(<]`);
const TAG = new RegExp(`${HEAD_MARKS}[【[(<](?:${HEAD_TAGS})[】\\])>][:!]?`);
const LEAD = new RegExp(
  `${HEAD_MARKS}(?:(?:${HEAD_LEADS})\\s?:|转发(?=各|全体)|转(?:发)?[^\\S\\n]*\\n|(?:${PASSING_ON}){1,10}\\s?[:,!\\n])`,
);
const GREETING = new RegExp(
  `${HEAD_MARKS}(?:${ADDRESSEES})?(?:大家|各位|你们|您|你)?(?:早上|上午|中午|下午|晚上)?好(?=[!,。:~\\s])[!,。:~]?`,
);
const GREETS = /好[!,。:~\s]/;
const CALLING = new RegExp(
  `${HEAD_MARKS}(?:${GENERAL_ADDRESS})(?:\\s?[:,!](?=[^\\d])|(?=(?:大家|你们|您)?(?:早上|上午|中午|下午|晚上)?好[\\s,!:。]))`,
);
const POLITE_BEGINNING = new RegExp(`^(?:${POLITE})`);
const POLITE_PHRASE = new RegExp(`^(?:${POLITE})$`);
const POLITE_CLAUSE = new RegExp(`^(?:${POLITE}){1,3}$`);
/** Thanks at the very end, also where nothing parts them from what is said. */
const THANKS_END =
  /(?:(?:非常|十分|多谢|衷心)?(?:谢谢|感谢)(?:大家|各位|您|你们)?(?:的?(?:支持|配合|理解|关注|与|和|、|参与|合作|协助)){0,4}|(?:大家|各位|您)?辛苦(?:大家|各位|您)?了|特此通知|收到后?请?(?:务必|及时)?回复)[\s!,。~]{0,8}$/;
/** The word to answer with, in quotation marks, which part the clauses that politeness is looked for in. */
const ANSWER_QUOTED = /(?<=回(?:复|个)?\s?)[“"「『](?:收到|1|已阅|知悉)[”"」』]/g;
/** Longer clauses say more than politeness. */
const POLITE_LENGTH = 40;
/** Every clause of politeness begins with one of these. */
const POLITE_BEGINS = new Uint8Array(0x10000);
for (const letter of '大各你您同老领家伙早上中下晚好非十多衷谢感致辛麻拜请知悉周查互相广特以望敬重祝在收看阅打再如若') {
  POLITE_BEGINS[letter.charCodeAt(0)] = 1;
}
const BREAKS = new Uint8Array(0x10000);
for (const mark of ' \n,.;:!。、~()】【「」“”') BREAKS[mark.charCodeAt(0)] = 1;
/** What a client or a person writes where a text was cut off: "…(略)", "[展开]", "...查看更多". */
const CUT_MARK =
  /(?:…|\.{3,}|·{3,}|。{3,})\s*[([【]?(?:(?:以下|下文|后文|余下|其余)?(?:省略|从略|略)|后略|下略|未完(?:待续)?|展开(?:全文)?|全文|查看(?:全文|更多|全部)|更多|点击(?:展开|查看)(?:全文)?|显示更多|待续)?[)\]】]?\s*$|\s*[([【](?:(?:以下|下文|后文|余下|其余)?(?:省略|从略|略)|后略|下略|未完(?:待续)?|展开(?:全文)?|全文|查看(?:全文|更多)|待续)[)\]】]\s*$/;
/** A greeting of those who are addressed: "各责任单位好:". */
const ADDRESSED_WELL =
  /^(\s*(?:各|全体|[^\s,。:!]{1,8}们)[^\s,。:!]{0,16}?)(?:(?:早上|上午|中午|下午|晚上)?[你您]?们?好[哈呀啊]?)(?=\s*[:,!。\n])/;
const ATTACHMENT_MARK = /\[(?:图片|文件|链接|表情|动画表情|视频|语音|小程序|分享)\]/g;
/**
 * Normalises a text. Bounded and linear; never throws, whatever the input.
 * The caller keeps texts over the cap away.
 */
export function normalize(text: string): Normal {
  const clean = tidy(text);
  const { from, to, quoted } = ownPart(clean);
  const own = clean.slice(from, to);
  const folded = foldCase(own);
  return { clean: own, folded, body: strip(folded), quoted };
}

/** Width, invisible characters, pictures: everything that is gone for display as well. */
function tidy(text: string): string {
  const wide = withPlainOrdinals(text).normalize('NFKC');
  if (!UNUSUAL.test(wide)) return wide;
  return wide
    .replace(JOINED_PICTOGRAPHS, ' ')
    .replace(BLANK_LETTERS, ' ')
    .replace(RIGHT_TO_LEFT.test(wide) ? DIRECTED : TURNING, TURNED)
    .replace(INVISIBLE, '')
    .replace(/🔟/gu, '10')
    .replace(/➕/g, '+')
    .replace(/➖/g, '-')
    .replace(DIRECTION, (sign) => (sign === '➡' ? '→' : '←'))
    .replace(FLAG, (sign) => (sign.length > 2 ? ' ' : flagLetter(sign)))
    .replace(PICTOGRAPH, (sign) => (MEANING_SIGNS.includes(sign) ? sign : ' '))
    .replace(ARROWS, ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Cc}/gu, (char) => (char === '\n' ? '\n' : ' '));
}

function flagLetter(sign: string): string {
  return String.fromCharCode(0x41 + (sign.codePointAt(0) ?? 0) - FIRST_OF_FLAGS);
}

/** A figure on a key or in a circle, or several keys in a row, and what follows if it makes a date or a time of them. */
const ORDINAL_SIGN =
  /((?:[0-9]\ufe0f?\u20e3)+|[\u2460-\u2473\u2776-\u277f\u2780-\u2789])(?=(\s{0,3}[年月日号点时:：])?)/g;
const CIRCLED = [0x2460, 0x2776, 0x2780];

/** Figures that stand for the number of an item, written as such a number: "1️⃣" and "①" become "1. ". */
function withPlainOrdinals(text: string): string {
  if (!/[\u20e3\u2460-\u2473\u2776-\u2789]/.test(text)) return text;
  return text.replace(ORDINAL_SIGN, (sign, _, follows?: string) => {
    const keys = sign.replace(/[\ufe0f\u20e3]/g, '');
    if (keys !== sign) return keys.length > 1 || follows ? keys : `${keys}. `;
    const point = sign.charCodeAt(0);
    const base = CIRCLED.findLast((first) => point >= first) ?? point;
    return `${point - base + 1}. `;
  });
}

function foldCase(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length;
  return toSimplified(same ? lower : text.replace(/[A-Z]/g, (char) => char.toLowerCase()));
}

function strip(folded: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  let body = folded;
  if (body.includes('[')) body = body.replace(FACE, blank).replace(ATTACHMENT_MARK, blank);
  if (body.includes('@')) body = body.replace(ALL, blank);
  if (/[✅✔✓☑]/.test(body) && !TICKED_ITEM.test(body)) body = body.replace(TICKS, blank);
  body = withoutNumbers(body);
  body = body.replace(
    ADDRESSED_WELL,
    (all, address: string) => address + ' '.repeat(all.length - address.length),
  );
  if (body.includes('回')) body = body.replace(ANSWER_QUOTED, blank);
  const headless = withoutHead(body);
  body = withoutPoliteness(headless);
  if (CUT_MARK.test(body.slice(-24)))
    body = body.slice(0, -24) + body.slice(-24).replace(CUT_MARK, blank);
  const last = Math.max(0, body.trimEnd().length - 30);
  const end = body.slice(last);
  const endless = end.replace(THANKS_END, blank);
  if (endless !== end) body = body.slice(0, last) + endless;
  // What was blanked out may have stood before another head.
  return body === headless ? body : withoutHead(body);
}

/** Blanks out every clause that consists of politeness. */
function withoutPoliteness(text: string): string {
  let body = text;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && BREAKS[text.charCodeAt(end)] === 0) end++;
    const length = end - start;
    if (
      length > 0 &&
      length <= POLITE_LENGTH &&
      POLITE_BEGINS[text.charCodeAt(start)] === 1 &&
      isPolite(text.slice(start, end))
    ) {
      body = body.slice(0, start) + ' '.repeat(end - start) + body.slice(end);
    }
    start = end + 1;
  }
  return body;
}

function isPolite(clause: string): boolean {
  if (!POLITE_BEGINNING.test(clause)) return false;
  return POLITE_PHRASE.test(clause) || POLITE_CLAUSE.test(clause);
}

/** Who is called before anything is said: it says who is meant, and stays. */
const CALLED = /^\s*(?:@[^\s@]{1,20}\s+){1,4}/;

/** Takes tags and general addresses off the head, one after the other. */
function withoutHead(text: string): string {
  const called = text.includes('@') ? (CALLED.exec(text)?.[0].length ?? 0) : 0;
  let rest = text.slice(called);
  for (let round = 0; round < 7; round++) {
    const head = headOf(rest);
    if (head.trim() === '') break;
    rest = ' '.repeat(head.length) + rest.slice(head.length);
  }
  return text.slice(0, called) + rest;
}

/** A tag, words that pass something on, a greeting or an address that the text begins with, and marks before it; else "". */
function headOf(text: string): string {
  const tag = BRACKETED.test(text) ? TAG.exec(text) : null;
  const lead = tag ?? LEAD.exec(text) ?? (GREETS.test(text) ? GREETING.exec(text) : null);
  const [head = ''] = lead ?? CALLING.exec(text) ?? [];
  return head;
}

/** Letters and digits of the body, with the marks that stand between digits: what a content key is made of. */
export function compact(body: string): string {
  return body.replace(/[^\p{L}\p{N}%+]+/gu, (gap, at: number) => {
    const before = body[at - 1] ?? '';
    const after = body[at + gap.length] ?? '';
    const between = /\d/.test(before) && /\d/.test(after);
    return between ? gap.trim().slice(0, 1) || ' ' : '';
  });
}

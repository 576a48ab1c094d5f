import { HAN } from './han.ts';

/** A clause of a message: where it begins, its words with the mark that ends it, and its sentence's number. */
export type Clause = { text: string; start: number; sentence: number };

/** Quoted words are spoken of, unless they are what to answer or where to go. */
const QUOTATION =
  /(?<!回复|回复个|回个?|扣|打开|登录|登陆|关注|进入|使用|下载|参加|点开|学习|完成|收看|点亮|点个?)(?:“[^“”\n]{1,200}”|"[^"\n]{1,200}"|《[^《》\n]{1,200}》|「[^「」\n]{1,400}」)/g;

/** A title that is spoken of as a document: what kind of document it is stays to be read ("填写《…汇总表》"). */
const DOCUMENT = /(?:表|台账|清单|名单|花名册|问卷|总结|报告|方案)(?=》$)/;

/** Spaced out for weight: "收 到 请 回 复". */
const SPACED = new RegExp(`^(?:\\s?${HAN}[ ]){3,40}${HAN}?[\\s!。]*$`);

/** Blanks out what a text quotes, length for length. */
export function withoutQuotations(text: string): string {
  return /["“《「]/.test(text) ? text.replace(QUOTATION, withoutQuoted) : text;
}

/** Blanks of the same length; of a document's title its last word remains, at both ends. */
function withoutQuoted(part: string): string {
  const word = DOCUMENT.exec(part)?.[0] ?? '';
  if (word === '' || part.length < 2 * word.length) return ' '.repeat(part.length);
  return word + ' '.repeat(part.length - 2 * word.length) + word;
}

/** The text with the blanks between single letters moved to its end, so that it can be read. */
export function closedUp(text: string): string {
  if ((text[1] !== ' ' && text[2] !== ' ') || !SPACED.test(text)) return text;
  const letters = text.replace(/ /g, '');
  return letters.padEnd(text.length);
}

/** Marks that end a clause, and how many of them belong to it. */
const ENDS = new Uint8Array(0x10000);
for (const mark of '。!;,\n?…') ENDS[mark.charCodeAt(0)] = 1;
const MARKS = 8;

/** The clauses in their order. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  for (let at = 0; at < text.length; ) {
    while (at < text.length && ENDS[text.charCodeAt(at)] === 1) at++;
    const start = at;
    while (at < text.length && ENDS[text.charCodeAt(at)] === 0) at++;
    if (at === start) break;
    const last = Math.min(text.length, at + MARKS);
    while (at < last && ENDS[text.charCodeAt(at)] === 1) at++;
    clauses.push({ text: text.slice(start, at), start, sentence });
    if (text[at - 1] !== ',') sentence++;
  }
  return clauses;
}

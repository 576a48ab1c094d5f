import type { Analysis } from './analysis.ts';
import {
  ABOUT_IT,
  ASKED_AFTER_ALL,
  ASKS,
  HANDED_OUT,
  LETTERS,
  NOT_ASKED,
  QUESTION,
  REPORTED_AFTER,
  REPORTED_BEFORE,
  TRACE_WORDS,
  TRACES,
  WORK_WORDS,
} from './demand-words.ts';
import type { DemandKind } from './types.ts';

/** What a message asks for. */
export type Demands = { kinds: DemandKind[]; traceOnly: boolean };

/** Letters that may be left in a clause without, in a clause with a trace request, and in all. */
const LEFT_IN_OTHER = 2;
const LEFT_IN_ASKING = 6;
const LEFT_IN_ALL = 8;

const CLAUSE = /[^。!;,\n?]+[。!;,\n?]?/g;
/** Quoted words are spoken of, unless they are what to answer or where to go. */
const QUOTATION =
  /(?<!回复|回|扣|打开|登录|登陆|关注|进入|使用|下载)(?:“[^“”\n]{1,200}”|"[^"\n]{1,200}"|《[^《》\n]{1,200}》|「[^「」\n]{1,400}」)/g;

/** A title that is spoken of as a document: what kind of document it is stays to be read ("填写《…汇总表》"). */
const DOCUMENT = /(?:表|台账|清单|名单|花名册|问卷|总结|报告|方案)(?=》$)/;

type Clause = { text: string; start: number; kinds: DemandKind[] };

/** Finds the demands of a message, and whether traces are all that it asks for and says. */
export function demandsOf(analysis: Analysis): Demands {
  const { normal, message, placeholder } = analysis;
  if (placeholder || message.kind === 'system') return { kinds: [], traceOnly: false };
  const plain = normal.folded.replace(QUOTATION, withoutQuoted);
  // The patterns do not reach across clauses, so what the whole text has not no clause has.
  const letters = lettersIn(plain);
  if (letters === 0) return { kinds: [], traceOnly: false };
  const possible = ASKS.filter(
    ([, pattern], at) => (letters & (1 << at)) !== 0 && pattern.test(plain),
  );
  if (possible.length === 0) return { kinds: [], traceOnly: false };
  const clauses: Clause[] = [];
  for (const match of plain.matchAll(CLAUSE)) {
    clauses.push({ text: match[0], start: match.index, kinds: asked(match[0], possible) });
  }
  const kinds = new Set(clauses.flatMap((clause) => clause.kinds));
  const ordered = ASKS.map(([kind]) => kind).filter((kind) => kinds.has(kind));
  return { kinds: ordered, traceOnly: saysOnlyTraces(analysis, clauses, ordered) };
}

/** For each letter the demands, as bits in the order of ASKS, that it can be a part of. */
const DEMANDS_OF_LETTER = new Uint16Array(0x10000);
for (const [at, [kind]] of ASKS.entries()) {
  for (const letter of LETTERS.find(([of]) => of === kind)?.[1] ?? '') {
    const unit = letter.charCodeAt(0);
    DEMANDS_OF_LETTER[unit] = (DEMANDS_OF_LETTER[unit] ?? 0) | (1 << at);
  }
}

function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= DEMANDS_OF_LETTER[text.charCodeAt(at)] ?? 0;
  return bits;
}

/** Blanks of the same length; of a document's title its last word remains, at both ends. */
function withoutQuoted(part: string): string {
  const word = DOCUMENT.exec(part)?.[0] ?? '';
  if (word === '' || part.length < 2 * word.length) return ' '.repeat(part.length);
  return word + ' '.repeat(part.length - 2 * word.length) + word;
}

function asked(clause: string, possible: typeof ASKS): DemandKind[] {
  const found: DemandKind[] = [];
  for (const [kind, pattern] of possible) {
    const match = pattern.exec(clause);
    if (!match) continue;
    if (kind === 'ranking' || isAsked(kind, clause, match.index, match[0])) found.push(kind);
  }
  return found;
}

function isAsked(kind: DemandKind, clause: string, at: number, words: string): boolean {
  if (ABOUT_IT.test(clause) || QUESTION.test(clause)) return false;
  const before = clause.slice(Math.max(0, at - 16), at);
  // The words may begin with the asking ("需" of "不需要拍照"), so they are read along.
  const asking = before.slice(-10) + words.slice(0, 14);
  if (NOT_ASKED.test(asking) && !ASKED_AFTER_ALL.test(asking)) return false;
  if (kind === 'form' && HANDED_OUT.test(clause)) return false;
  if (REPORTED_BEFORE.test(before) || /已(?!阅|知)/.test(words)) return false;
  return !REPORTED_AFTER.test(clause.slice(at + words.length));
}

/**
 * True when nothing of substance is left: no work demand, nothing attached, and every clause consists of
 * asking words, an address, a deadline and politeness.
 */
function saysOnlyTraces(
  analysis: Analysis,
  clauses: readonly Clause[],
  kinds: readonly DemandKind[],
): boolean {
  const { message, facts, oversize, normal } = analysis;
  if (kinds.length === 0 || !kinds.every((kind) => TRACES.has(kind))) return false;
  if (oversize || message.file || message.link || message.kind !== 'text') return false;
  if (facts.some((fact) => fact.kind === 'contact' || fact.kind === 'link')) return false;
  if (normal.quoted !== '') return false;
  let total = 0;
  for (const clause of clauses) {
    const rest = substance(analysis, clause);
    if (WORK_WORDS.test(rest)) return false;
    const left = rest.length;
    total += left;
    if (left > (clause.kinds.length > 0 ? LEFT_IN_ASKING : LEFT_IN_OTHER)) return false;
  }
  return total <= LEFT_IN_ALL;
}

/** Letters and digits of a clause that say something beyond the request. Read from the body: greetings are gone there. */
function substance(analysis: Analysis, clause: Clause): string {
  const { body } = analysis.normal;
  const end = clause.start + clause.text.length;
  let text = '';
  let from = clause.start;
  for (const fact of analysis.facts) {
    if (fact.start < from || fact.end > end) continue;
    if (fact.kind !== 'date' && fact.kind !== 'time') continue;
    text += `${body.slice(from, fact.start)} `;
    from = fact.end;
  }
  text += body.slice(from, end);
  return text
    .replace(/@[^\s@]{1,20}(?=\s|$)/g, ' ')
    .replace(TRACE_WORDS, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

import { FirstLetters } from './first-letters.ts';
import { FILLERS, HASTE, MANNER, OBLIGATION, WHOLE_WORDS } from './phrases.ts';
import { SURNAMES } from './surnames.ts';
import { BOUND, SYNONYMS } from './synonyms.ts';

const WORD_CODES = 0x200000;
const WHOLE_CODES = 0x201000;
/** Of all fillers alike, of all words of obligation, of all words of haste: the codes lie in this order. */
export const FILLER_CODE = 0x202000;
const OBLIGATION_CODE = 0x202001;
export const HASTE_CODE = 0x202002;

/** Whether a word stands for its group between the words before and after it. */
type Allowed = (before: string, after: string) => boolean;

/**
 * A word that is one token. `second`: its second code unit, 0 when it has only one. `allowed`: it is one only where this
 * holds of its sentence.
 */
export type Word = { text: string; code: number; second: number; allowed: Allowed | undefined };

/** Longer words first. */
const WORDS = new FirstLetters<Word[]>();

fillTable();

function fillTable(): void {
  for (const word of OBLIGATION) add(word, OBLIGATION_CODE);
  for (const word of HASTE) add(word, HASTE_CODE);
  for (const word of [...MANNER, ...FILLERS]) add(word, FILLER_CODE);
  for (const [group, words] of SYNONYMS.entries()) {
    for (const word of words) add(word, WORD_CODES + group);
  }
  for (const [at, word] of WHOLE_WORDS.entries()) add(word, WHOLE_CODES + at);
  for (const list of WORDS.values()) list.sort((one, other) => other.text.length - one.text.length);
}

function add(text: string, code: number): void {
  const list = WORDS.take(text.charCodeAt(0), () => []);
  // A word that stands in two tables is what the first one says.
  if (list.some((word) => word.text === text)) return;
  const allowed = BOUND.find(({ words }) => words.includes(text))?.allowed;
  list.push({ text, code, second: text.length > 1 ? text.charCodeAt(1) : 0, allowed });
}

/** Where the word ends that was found last. */
export const found = { end: 0 };

/**
 * The longest word that stands at a place and ends before `limit`, single blanks between its letters left out; `found`
 * says where it ends.
 */
export function wordAt(body: string, at: number, limit: number): Word | undefined {
  const words = WORDS.get(body.charCodeAt(at));
  if (words === undefined) return undefined;
  const next = body.charCodeAt(at + 1);
  const isSpaced = isBlank(next);
  const isNamed = NAMES[body.charCodeAt(at - 1)] === 1 && isGivenName(body, at);
  for (const word of words) {
    const { second } = word;
    if (second !== 0 && second !== next && !isSpaced) continue;
    found.end = endOfWord(body, at, word.text, next);
    if (isNamed && word.text.length === 1) continue;
    if (found.end <= limit && (!word.allowed || isAllowed(body, at, word.allowed))) return word;
  }
  return undefined;
}

/** How far the sentence around a bound word is read, in characters. */
const AROUND = 30;
const STOP = /[。;!\n]/;

function isAllowed(body: string, at: number, allowed: Allowed): boolean {
  const before =
    body
      .slice(Math.max(0, at - AROUND), at)
      .split(STOP)
      .at(-1) ?? '';
  const after = body.slice(found.end, found.end + AROUND).split(STOP, 1)[0] ?? '';
  return allowed(before, after);
}

const NAMES = new Uint8Array(0x10000);
for (const surname of SURNAMES) NAMES[surname.charCodeAt(0)] = 1;
/** What a name follows on. */
const NAMED = /(?:由|找|联系人?|[:、和与及交给@]|人|同志|老师)\s?$/;

/** A given name, and what its bearer is. */
const TITLED =
  /^[\u4e00-\u9fff]{1,2}(?:老师|主任|书记|医生|师傅|经理|同志|[科局镇乡村所站队校院园组班]长)/;

/** Whether a letter behind a surname belongs to a name: "由王若梅审核" and "由王如梅审核" are two. */
function isGivenName(body: string, at: number): boolean {
  return NAMED.test(body.slice(Math.max(0, at - 5), at - 1)) || TITLED.test(body.slice(at, at + 5));
}

/** Where a word ends that stands at a place; Infinity when it does not stand there. */
function endOfWord(body: string, at: number, text: string, next: number): number {
  if (text.length === 1) return at + 1;
  if (text.length === 2 && !isBlank(next)) return at + 2;
  let end = at + 1;
  for (let letter = 1; letter < text.length; letter++) {
    let unit = body.charCodeAt(end);
    if (isBlank(unit)) unit = body.charCodeAt(++end);
    if (unit !== text.charCodeAt(letter)) return Number.POSITIVE_INFINITY;
    end++;
  }
  return end;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a;
}

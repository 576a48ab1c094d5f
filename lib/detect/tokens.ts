import type { Fact } from './fact.ts';
import { hash32 } from './hash.ts';
import { FILLERS, HASTE, MANNER, OBLIGATION, SYNONYMS, WHOLE_WORDS } from './phrases.ts';
import { carriesMeaning } from './signs.ts';

/**
 * A body as a row of tokens: a fact is one token whatever its spelling, a synonym is its group's first
 * word, any other letter is itself; white space and punctuation are none. Two bodies say the same when
 * their codes are the same.
 */
export type Tokens = {
  codes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Index into the facts, or -1. */
  facts: Int32Array;
  /** Tokens that are not facts. */
  plain: number;
  /** Characters that the tokens cover. */
  characters: number;
};

/** Codes of facts carry this bit, those of characters and words do not. */
const FACT_BIT = 0x80000000 | 0;
const WORD_CODES = 0x200000;
const WHOLE_CODES = 0x201000;
/** Of all fillers alike, of all words of obligation, of all words of haste. */
const FILLER_CODE = 0x202000;
const OBLIGATION_CODE = 0x202001;
const HASTE_CODE = 0x202002;

type Word = { text: string; code: number };
const WORDS = wordsByFirstLetter();
/** 1 for every code unit that a word of the table begins with. */
const BEGINS = new Uint8Array(0x10000);
for (const unit of WORDS.keys()) BEGINS[unit] = 1;

function wordsByFirstLetter(): Map<number, Word[]> {
  const table = new Map<number, Word[]>();
  const add = (text: string, code: number) => {
    const first = text.charCodeAt(0);
    const list = table.get(first) ?? [];
    // A word that stands in two tables is what the first one says.
    if (!list.some((word) => word.text === text)) list.push({ text, code });
    list.sort((one, other) => other.text.length - one.text.length);
    table.set(first, list);
  };
  for (const word of OBLIGATION) add(word, OBLIGATION_CODE);
  for (const word of HASTE) add(word, HASTE_CODE);
  for (const word of [...MANNER, ...FILLERS]) add(word, FILLER_CODE);
  for (const [group, words] of SYNONYMS.entries()) {
    for (const word of words) add(word, WORD_CODES + group);
  }
  for (const [at, word] of WHOLE_WORDS.entries()) add(word, WHOLE_CODES + at);
  return table;
}

/** Whether a token may come or go without a change of meaning. */
export function isFiller(code: number): boolean {
  return code >= FILLER_CODE && code <= HASTE_CODE;
}

/** Whether a code stands for a fact. */
export function isFactCode(code: number): boolean {
  return (code & FACT_BIT) !== 0;
}

/** The distinct codes of the facts among the tokens. */
export function factCodesOf(tokens: Tokens): number[] {
  const found: number[] = [];
  for (const code of tokens.codes) if (isFactCode(code)) found.push(code);
  // A set is dear for the few facts of a usual notice.
  if (found.length > 64) return [...new Set(found)];
  return found.filter((code, at) => found.indexOf(code) === at);
}

/** Room that every call writes in; what is kept is copied out. */
let scratch = buffers(1024);

function buffers(length: number) {
  return {
    codes: new Int32Array(length),
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    owners: new Int32Array(length),
  };
}

/** Tokens of a body and its facts (in order, not overlapping). */
export function tokenize(body: string, facts: readonly Fact[]): Tokens {
  if (scratch.codes.length < body.length) scratch = buffers(body.length);
  const { codes, starts, ends, owners } = scratch;
  let count = 0;
  let plain = 0;
  let characters = 0;
  let next = 0;
  for (let at = 0; at < body.length; ) {
    const fact = facts[next];
    const isFact = fact !== undefined && fact.start === at;
    const point = body.codePointAt(at) ?? 0;
    let end = at + (point > 0xffff ? 2 : 1);
    if (!isFact && !isLetter(point) && !isComparison(body, at)) {
      at = end;
      continue;
    }
    let code = point;
    if (isFact) {
      code = hash32(fact.value) | FACT_BIT;
      end = fact.end;
    } else {
      const word = wordAt(body, at, fact?.start ?? body.length);
      if (word) {
        code = word.code;
        end = at + word.text.length;
      }
      plain++;
    }
    codes[count] = code;
    starts[count] = at;
    ends[count] = end;
    owners[count++] = isFact ? next++ : -1;
    characters += end - at;
    at = end;
  }
  return {
    codes: codes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    facts: owners.slice(0, count),
    plain,
    characters,
  };
}

function wordAt(body: string, at: number, limit: number): Word | undefined {
  const unit = body.charCodeAt(at);
  if (BEGINS[unit] === 0) return undefined;
  for (const word of WORDS.get(unit) ?? []) {
    if (at + word.text.length <= limit && body.startsWith(word.text, at)) return word;
  }
  return undefined;
}

/** "<60" and ">60" differ, though these signs are ornament elsewhere. */
function isComparison(body: string, at: number): boolean {
  const unit = body.charCodeAt(at);
  return (unit === 0x3c || unit === 0x3e) && /^[<>]=?\s?\d/.test(body.slice(at, at + 4));
}

/** Letters, digits and the signs that carry meaning between them. */
function isLetter(point: number): boolean {
  if (point < 0x80) {
    const lower = point | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (point >= 0x30 && point <= 0x39) || point === 0x25;
  }
  if (point >= 0x4e00 && point <= 0x9fff) return true;
  if (point >= 0x3000 && point <= 0x303f) return point === 0x3007;
  return carriesMeaning(point);
}

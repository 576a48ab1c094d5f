import type { Fact } from './fact.ts';
import { type HashKey, hash32With } from './keyed-hash.ts';
import { carriesMeaning } from './signs.ts';
import { FILLER_CODE, found, HASTE_CODE, wordAt } from './word-table.ts';

/**
 * A body as a row of tokens: a fact is one token whatever its spelling, a synonym is its group's first
 * word, any other letter is itself; white space and punctuation are none. Two bodies say the same when
 * their codes are the same.
 */
export type Tokens = {
  codes: number[];
  /** Where each begins and ends in the body. */
  starts: number[];
  ends: number[];
  /** Tokens that are not facts. */
  plain: number;
  /** Characters that the tokens cover. */
  characters: number;
};

/** Codes of facts carry this bit, those of characters and words do not. */
const FACT_BIT = 0x80000000 | 0;

/** Whether a token may come or go without a change of meaning. */
export function isFiller(code: number): boolean {
  return code >= FILLER_CODE && code <= HASTE_CODE;
}

/** Whether a code stands for a fact. */
export function isFactCode(code: number): boolean {
  return (code & FACT_BIT) !== 0;
}

/** The fact that a token stands for, if it is one. */
export function factOfToken(
  { codes, starts }: Tokens,
  facts: readonly Fact[],
  at: number,
): Fact | undefined {
  const start = starts[at];
  return isFactCode(codes[at] ?? 0) ? facts.find((fact) => fact.start === start) : undefined;
}

/** Room that every call writes in, as it grew; what is kept is copied out, which costs less than to grow anew. */
const room = { codes: [0], starts: [0], ends: [0] };

/**
 * Tokens of a body and its facts (in order, not overlapping). Facts are told apart by 31 bits of their value, which are
 * keyed: nobody can make an address or a number that passes for another.
 */
export function tokenize(body: string, facts: readonly Fact[], key: HashKey): Tokens {
  // Plain arrays: to get memory for a typed one takes longer than to read a text.
  const { codes, starts, ends } = room;
  let count = 0;
  let plain = 0;
  let characters = 0;
  let next = 0;
  let limit = facts[0]?.start ?? body.length;
  for (let at = 0; at < body.length; ) {
    const start = at;
    if (at === limit) {
      const fact = facts[next++] as Fact;
      codes[count] = hash32With(key, fact.value) | FACT_BIT;
      at = fact.end;
      limit = facts[next]?.start ?? body.length;
    } else {
      const unit = body.charCodeAt(at);
      const point = unit >= 0xd800 && unit < 0xdc00 ? (body.codePointAt(at) ?? 0) : unit;
      // No dash stands above the punctuation; to ask this first spares most characters the pattern.
      const stretch = unit < 0x2e80 && isStretch(body, at, facts, next);
      const word = stretch ? TO : wordAt(body, at, limit);
      if (word !== TO && !isLetter(point) && !isComparison(body, at) && !isStroke(body, at)) {
        at += point > 0xffff ? 2 : 1;
        continue;
      }
      codes[count] = word?.code ?? point;
      at = word && word !== TO ? found.end : at + (point > 0xffff ? 2 : 1);
      plain++;
    }
    starts[count] = start;
    ends[count++] = at;
    characters += at - start;
  }
  return {
    codes: codes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    plain,
    characters,
  };
}

/** The word that a dash between two days, hours, figures or letters says; any other dash is ornament. */
const TO = wordAt('至', 0, 1);
const DASH = /[-—–~]/;
/** What looks like a "1" or "一" before a figure: "|20人", "㇐20人". */
const STROKE = /[|¦│┃❘❙❚ǀ∣─━―▬㇀-㇣]/;
/** A dash without blanks between two letters, or a letter and a figure. */
const JOINS = /^[\p{L}\d][-—–~][\p{L}]|^\p{L}[-—–~][\p{L}\d]/u;

/** Whether such a dash, the first of a row, stands there: "1-5号楼" and "1、5号楼" differ. */
function isStretch(body: string, at: number, facts: readonly Fact[], next: number): boolean {
  if (!DASH.test(body[at] ?? '') || DASH.test(body[at - 1] ?? '')) return false;
  if (/^[a-z][-—–~]{1,2}[a-z](?![a-z])/.test(body.slice(at - 1, at + 4)))
    return !/[a-z0-9]/.test(body[at - 2] ?? '');
  // "小学—高中停课" and "小学、高中停课" differ as well.
  if (JOINS.test(body.slice(at - 1, at + 3))) return true;
  const [one, other] = [facts[next - 1], facts[next]];
  if (!one || !other || one.kind === 'contact' || other.start - one.end > 6) return false;
  if (one.kind !== other.kind && !(one.kind === 'time' && other.kind === 'date')) return false;
  return /^[^\S\n]*[-—–~]{1,2}\s*$/.test(body.slice(one.end, other.start));
}

/** "<60" and ">60" differ, though these signs are ornament elsewhere. */
function isComparison(body: string, at: number): boolean {
  const unit = body.charCodeAt(at);
  return (unit === 0x3c || unit === 0x3e) && /^[<>]=?\s?\d/.test(body.slice(at, at + 4));
}

const NUMERAL = /[\d一二三四五六七八九十百千〇零]/;

/** A stroke that touches figures may be read as one of them; set apart, or in a row, it is ornament. */
function isStroke(body: string, at: number): boolean {
  // Few signs are above these; to ask this first spares the others the pattern.
  if (body.charCodeAt(at) < 0x7c || !STROKE.test(body[at] ?? '')) return false;
  const [before = ' ', after = ' '] = [body[at - 1], body[at + 1]];
  if (STROKE.test(before) || STROKE.test(after)) return false;
  return NUMERAL.test(before) || NUMERAL.test(after);
}

const UNKNOWN = 0;
const LETTER = 1;
const NO_LETTER = 2;
/** What is known of each character of the basic plane; filled as they are met, for asking is dear. */
const known = new Uint8Array(0x10000);
known.fill(LETTER, 0x4e00, 0xa000);

/** Letters, digits and the signs that carry meaning between them. */
function isLetter(point: number): boolean {
  const kind = known[point] ?? UNKNOWN;
  if (kind !== UNKNOWN) return kind === LETTER;
  const is = readsAsLetter(point);
  if (point < 0x10000) known[point] = is ? LETTER : NO_LETTER;
  return is;
}

function readsAsLetter(point: number): boolean {
  if (point < 0x80) {
    const lower = point | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (point >= 0x30 && point <= 0x39) || point === 0x25;
  }
  // Of the signs of this block these are figures: "〇", "〡" to "〩", "〸" to "〺", "々".
  if (point >= 0x3000 && point <= 0x303f)
    return /[〇々〡-〩〸-〺]/.test(String.fromCharCode(point));
  return carriesMeaning(point);
}

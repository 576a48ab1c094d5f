import { signsOf } from './asking-signs.ts';
import type { Clause } from './demand-clauses.ts';
import { marksIn, marksOf, marksOfPair } from './demand-marks.ts';

/**
 * Places of hashed features: two of one place are one feature, which costs little (Weinberger et al., ICML 2009). With
 * half as many, four in a hundred of the requests of new authors are lost at the same precision; with eight times as
 * many, one more is found.
 */
export const PLACES = 1 << 17;
/** Letters that are read of a clause, and of a message, without blanks, a figure counted as one. */
const LETTERS = 96;
const LETTERS_OF_ALL = 300;
/** Letters on either side of a mark. */
const SIDE = 4;

/** A clause as it is compared: its letters, none of them a blank, a figure for every number; between two marks. */
type Letters = readonly number[];

const BEFORE = 1;
const AFTER = 2;

/**
 * Everything of a message that a demand is told by. Hashed places are written into `room`, the number of them returned:
 * they are good until the next are written.
 */
export type Features = {
  /** Letters and pairs of them of all clauses: a complaint and a report are told by what stands beside the mark. */
  writeWhole(): number;
  clauses: readonly ClauseFeatures[];
};

/** The same of one clause. */
export type ClauseFeatures = {
  /** Its letters, rows of two and three, and pairs with another between. */
  writeLetters(): number;
  /** What stands around the marks of a demand; nothing when it has none. */
  writeAround(kind: number): number;
  /** The signs of a clause, but for the demands that were found. */
  readonly signs: readonly number[];
  /** Bits of the demands whose marks it has, in the order of KINDS. */
  readonly marks: number;
};

/** Enough for a clause of the most letters, each of them a mark. */
const ROOM = LETTERS * (2 * LETTERS + 32) * 2;
/** Where hashed places are written. */
export const room = new Int32Array(ROOM);
let taken = 0;

/** The features of a message and of its clauses. */
export function featuresOf(text: string, clauses: readonly Clause[]): Features {
  return { writeWhole: () => hashWhole(text), clauses: featuresOfClauses(text, clauses) };
}

function featuresOfClauses(text: string, clauses: readonly Clause[]): ClauseFeatures[] {
  const read: (Letters | undefined)[] = [];
  const lettersAt = (at: number): Letters => {
    read[at] ??= readLetters(clauses[at]?.text ?? '', LETTERS);
    return read[at];
  };
  return clauses.map((clause, at) => {
    const marks = marksIn(clause.text);
    let signs: readonly number[] | undefined;
    return {
      writeLetters: () => hashLetters(lettersAt(at)),
      writeAround: (kind) => hashAround(lettersAt(at), kind),
      get signs() {
        signs ??= signsOf(text, clauses, at, lettersAt(at).length, marks);
        return signs;
      },
      marks,
    };
  });
}

function readLetters(text: string, most: number): Letters {
  const letters = [BEFORE];
  for (let at = 0; at < text.length && letters.length <= most; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 0xa0 || unit === 0x3000) continue;
    const isDigit = unit >= 48 && unit <= 57;
    if (isDigit && letters[letters.length - 1] === 48) continue;
    letters.push(isDigit ? 48 : unit);
  }
  letters.push(AFTER);
  return letters;
}

function put(hash: number): void {
  let place = hash ^ (hash >>> 15);
  place = Math.imul(place, 0x2c1b3c6d);
  room[taken++] = (place ^ (place >>> 12)) & (PLACES - 1);
}

const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const salt = (kind: number): number => Math.imul(kind + 1, 0x9e3779b1);

function hashLetters(own: Letters): number {
  taken = 0;
  const { length } = own;
  for (let at = 0; at < length; at++) {
    const unit = own[at] as number;
    let hash = step(salt(1), unit);
    put(hash);
    for (let size = 2; size <= 3 && at + size <= length; size++) {
      hash = step(hash, own[at + size - 1] as number);
      put(hash ^ size);
    }
    if (at + 2 < length) put(step(step(salt(9), unit), own[at + 2] as number));
  }
  return taken;
}

function hashWhole(text: string): number {
  taken = 0;
  const letters = readLetters(text, LETTERS_OF_ALL);
  // Without the marks of its ends.
  for (let at = 1; at + 1 < letters.length; at++) {
    const unit = letters[at] as number;
    put(step(salt(70), unit));
    if (at + 2 < letters.length) put(step(step(salt(71), unit), letters[at + 1] as number));
  }
  return taken;
}

function hashAround(own: Letters, kind: number): number {
  taken = 0;
  for (let at = 1; at < own.length - 1; at++) {
    const before = own[at - 1] as number;
    const unit = own[at] as number;
    if ((marksOf(unit) & (1 << kind)) !== 0) putAround(own, at, at + 1);
    if ((marksOfPair(before, unit) & (1 << kind)) !== 0) putAround(own, at - 1, at + 1);
  }
  return taken;
}

/** What stands around the mark in [from, to). */
function putAround(own: Letters, from: number, to: number): void {
  const { length } = own;
  let mark = salt(60);
  for (let at = from; at < to; at++) mark = step(mark, own[at] as number);
  put(mark);
  let left = salt(30);
  let last = 0;
  let lastTwo = 0;
  for (let size = 1; size <= SIDE; size++) {
    left = step(left, from - size >= 0 ? (own[from - size] as number) : BEFORE);
    put(left ^ size);
    if (size === 1) last = left;
    if (size === 2) lastTwo = left;
  }
  let right = salt(40);
  for (let size = 1; size <= SIDE; size++) {
    const unit = to + size - 1 < length ? (own[to + size - 1] as number) : AFTER;
    right = step(right, unit);
    put(right ^ size);
    if (size > 2) continue;
    put(step(step(right, size), last));
    put(step(step(right, size), lastTwo));
    if (size === 1) put(step(mark, unit));
  }
  put(step(step(mark, 3), last));
  for (let at = 0; at + 1 < length; at++) {
    if (at + 1 >= from && at < to) continue;
    put(step(step(salt(at < from ? 64 : 65), own[at] as number), own[at + 1] as number));
  }
}

import { isFactCode } from './tokens.ts';

/** Codes kept, two bytes each: some fourteen thousand notices. */
const CODES_KEPT = 1 << 21;
/** Bits of a code that are kept, and above them the mark of a fact. */
const BITS = 12;
const FACT = 1 << BITS;

/** Tokens, and those of them that are facts: of one row, or what two rows have in common at most. */
export type Overlap = { tokens: number; facts: number };

/** Where a row begins (counted like all that was ever written), and its tokens. */
type Row = Overlap & { start: number };
const NOTHING: Row = { start: 0, tokens: 0, facts: 0 };

/** Room for counts by what is kept of a code; all zero between calls. */
const counts = new Int16Array(2 * FACT);

/** Room for the codes that were found in the counts. */
let taken = new Uint16Array(1024);

/** What two rows of tokens have in common at most. Far cheaper than to align them. */
export function overlap(from: readonly number[], to: readonly number[]): Overlap {
  const common = { tokens: 0, facts: 0 };
  for (const code of from) add(kept(code), 1);
  for (const one of to) {
    const code = kept(one);
    if (counts[code] === 0) continue;
    add(code, -1);
    common.tokens++;
    if (code >= FACT) common.facts++;
  }
  for (const code of from) counts[kept(code)] = 0;
  return common;
}

/**
 * The tokens' codes of the versions that were read last, the oldest written over: what a text has in common with
 * a version is told without reading the version anew. Not part of what is known.
 */
export class CodeRows {
  #codes = new Uint16Array(1 << 12);
  /** Codes written so far, those that were written over too. */
  #written = 0;
  /** By ordinal, the oldest first. */
  readonly #rows = new Map<number, Row>();

  has(ordinal: number): boolean {
    return this.#rows.has(ordinal);
  }

  set(ordinal: number, codes: readonly number[]): void {
    if (this.#rows.has(ordinal)) return;
    this.#makeRoom(codes.length);
    const ring = this.#codes;
    const row = { start: this.#written, tokens: codes.length, facts: 0 };
    for (let at = 0; at < codes.length; at++) {
      const code = kept(codes[at] as number);
      ring[(row.start + at) & (ring.length - 1)] = code;
      if (code >= FACT) row.facts++;
    }
    this.#written += codes.length;
    this.#rows.set(ordinal, row);
  }

  delete(ordinal: number): void {
    this.#rows.delete(ordinal);
  }

  /** How many tokens a version has, and how many of them are facts; none when it is not at hand. */
  sizeOf(ordinal: number): Overlap {
    return this.#rows.get(ordinal) ?? NOTHING;
  }

  /** What versions that are at hand have in common with a text, each at most. */
  overlaps(ordinals: readonly number[], codes: readonly number[]): Overlap[] {
    for (const code of codes) add(kept(code), 1);
    const common = ordinals.map((ordinal) => this.#overlap(this.#rows.get(ordinal) ?? NOTHING));
    for (const code of codes) counts[kept(code)] = 0;
    return common;
  }

  /** What a row has in common with the counts, which are as before in the end. */
  #overlap({ start, tokens }: Row): Overlap {
    if (taken.length < tokens) taken = new Uint16Array(tokens);
    const ring = this.#codes;
    const last = ring.length - 1;
    let facts = 0;
    let count = 0;
    for (let at = start; at < start + tokens; at++) {
      const code = ring[at & last] as number;
      const left = counts[code] as number;
      if (left === 0) continue;
      counts[code] = left - 1;
      taken[count++] = code;
      if (code >= FACT) facts++;
    }
    for (let at = 0; at < count; at++) add(taken[at] as number, 1);
    return { tokens: count, facts };
  }

  /** Grows up to the cap, then lets go of the oldest rows. */
  #makeRoom(length: number): void {
    while (this.#written + length > this.#codes.length && this.#codes.length < CODES_KEPT) {
      const grown = new Uint16Array(this.#codes.length * 2);
      grown.set(this.#codes);
      this.#codes = grown;
    }
    const first = this.#written + length - this.#codes.length;
    for (const [ordinal, row] of this.#rows) {
      if (row.start >= first) break;
      this.#rows.delete(ordinal);
    }
  }
}

function kept(code: number): number {
  return (code & (FACT - 1)) | (isFactCode(code) ? FACT : 0);
}

function add(code: number, by: number): void {
  counts[code] = (counts[code] as number) + by;
}

/** Codes kept, two bytes each: some fourteen thousand notices. */
const CODES_KEPT = 1 << 21;
/** Bits of a code that are kept. */
const BITS = 12;
const MASK = (1 << BITS) - 1;

/** Room for counts by what is kept of a code; all zero between calls. */
const counts = new Int16Array(1 << BITS);

/**
 * The tokens' codes of the versions that were read last, the oldest written over. That two texts have too little in
 * common is told by them, and most candidates need not be read again. Not part of what is known.
 */
export class CodeRows {
  #codes = new Uint16Array(1 << 12);
  /** Codes written so far, those that were written over too. */
  #written = 0;
  /** By ordinal, the oldest first: where a row begins (counted like `#written`), and its length. */
  readonly #rows = new Map<number, { start: number; length: number }>();

  set(ordinal: number, codes: readonly number[]): void {
    if (this.#rows.has(ordinal) || codes.length > CODES_KEPT / 2) return;
    this.#makeRoom(codes.length);
    const kept = this.#codes;
    const start = this.#written;
    for (let at = 0; at < codes.length; at++) {
      kept[(start + at) & (kept.length - 1)] = (codes[at] as number) & MASK;
    }
    this.#written += codes.length;
    this.#rows.set(ordinal, { start, length: codes.length });
  }

  delete(ordinal: number): void {
    this.#rows.delete(ordinal);
  }

  /** How many tokens a version has; undefined when it is not at hand. */
  lengthOf(ordinal: number): number | undefined {
    return this.#rows.get(ordinal)?.length;
  }

  /**
   * How many tokens a text and a version have in common at most, whatever their order, and how many the version has;
   * null when the version is not at hand.
   */
  shared(ordinal: number, codes: readonly number[]): { shared: number; length: number } | null {
    const row = this.#rows.get(ordinal);
    if (!row) return null;
    const kept = this.#codes;
    const last = kept.length - 1;
    const end = row.start + row.length;
    for (let at = row.start; at < end; at++) count(kept[at & last] as number, 1);
    let shared = 0;
    for (let at = 0; at < codes.length; at++) {
      const code = (codes[at] as number) & MASK;
      if ((counts[code] as number) > 0) {
        count(code, -1);
        shared++;
      }
    }
    for (let at = row.start; at < end; at++) counts[kept[at & last] as number] = 0;
    return { shared, length: row.length };
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

function count(code: number, by: number): void {
  counts[code] = (counts[code] as number) + by;
}

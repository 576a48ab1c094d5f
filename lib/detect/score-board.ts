/** More than a query ever touches (SEEDS × POSTINGS_READ), so that a place is always free. */
const PLACES = 1024;

/** Scores of ordinals for one query. It is emptied by counting on, and its size does not depend on the index. */
export class ScoreBoard {
  readonly #ordinals = new Int32Array(PLACES);
  readonly #rounds = new Uint32Array(PLACES);
  readonly #scores = new Float64Array(PLACES);
  readonly #touched = new Int32Array(PLACES);
  #round = 0;
  #count = 0;

  clear(): void {
    this.#count = 0;
    this.#round = (this.#round + 1) >>> 0;
    if (this.#round !== 0) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  add(ordinal: number, weight: number): void {
    const at = this.#placeOf(ordinal);
    if (this.#rounds[at] !== this.#round) {
      this.#rounds[at] = this.#round;
      this.#ordinals[at] = ordinal;
      this.#scores[at] = 0;
      this.#touched[this.#count++] = ordinal;
    }
    this.#scores[at] = (this.#scores[at] ?? 0) + weight;
  }

  /** Ordinals that have a score. */
  get touched(): Int32Array {
    return this.#touched.subarray(0, this.#count);
  }

  scoreOf(ordinal: number): number {
    return this.#scores[this.#placeOf(ordinal)] ?? 0;
  }

  /** Where the ordinal stands or may stand. */
  #placeOf(ordinal: number): number {
    let at = Math.imul(ordinal, 0x9e3779b1) >>> 22;
    while (this.#rounds[at] === this.#round && this.#ordinals[at] !== ordinal) {
      at = (at + 1) & (PLACES - 1);
    }
    return at;
  }
}

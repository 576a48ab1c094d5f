/** More than a query ever touches (SEEDS × POSTINGS_READ), so that a place is always free. */
const PLACES = 1024;

/** Scores of ordinals for one query. It is emptied by counting on, and its size does not depend on the index. */
export class ScoreBoard {
  /** By place: the round in which it was taken, and the entry that took it. */
  readonly #rounds = new Int32Array(PLACES);
  readonly #entries = new Int32Array(PLACES);
  /** By entry. */
  readonly #ordinals = new Int32Array(PLACES);
  readonly #scores = new Float64Array(PLACES);
  #round = 0;
  /** Ordinals that have a score. */
  count = 0;

  clear(): void {
    this.count = 0;
    this.#round = (this.#round + 1) | 0;
    if (this.#round !== 0) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  add(ordinal: number, weight: number): void {
    let at = Math.imul(ordinal, 0x9e3779b1) >>> 22;
    while (this.#rounds[at] === this.#round) {
      const entry = this.#entries[at] ?? 0;
      if (this.#ordinals[entry] === ordinal) {
        this.#scores[entry] = (this.#scores[entry] ?? 0) + weight;
        return;
      }
      at = (at + 1) & (PLACES - 1);
    }
    this.#rounds[at] = this.#round;
    this.#entries[at] = this.count;
    this.#ordinals[this.count] = ordinal;
    this.#scores[this.count++] = weight;
  }

  ordinalAt(entry: number): number {
    return this.#ordinals[entry] ?? 0;
  }

  scoreAt(entry: number): number {
    return this.#scores[entry] ?? 0;
  }
}

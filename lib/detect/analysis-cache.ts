import type { Analysis } from './analysis.ts';

/** Analyses of the versions that were looked at last, by ordinal: two generations, of which the older is dropped. */
export class AnalysisCache {
  readonly #room: number;
  #young = new Map<number, Analysis>();
  #old = new Map<number, Analysis>();

  /** Keeps between half of `most` and `most`. */
  constructor(most: number) {
    this.#room = most / 2;
  }

  get(ordinal: number): Analysis | undefined {
    const young = this.#young.get(ordinal);
    if (young) return young;
    const old = this.#old.get(ordinal);
    if (old) this.set(ordinal, old);
    return old;
  }

  set(ordinal: number, analysis: Analysis): void {
    if (this.#young.size >= this.#room) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(ordinal, analysis);
  }

  delete(ordinal: number): void {
    this.#young.delete(ordinal);
    this.#old.delete(ordinal);
  }
}

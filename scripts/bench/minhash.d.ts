/** The parts of the npm package `minhash` that the benchmark uses; it brings no types of its own. */
declare module 'minhash' {
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number });
    readonly seed: number;
    readonly hashvalues: number[];
    update(gram: string): void;
    jaccard(other: Pick<Minhash, 'seed' | 'hashvalues'>): number;
  }
  export class LshIndex {
    constructor(config?: { bandSize?: number });
    insert(key: number, minhash: Minhash): void;
    /** Throws for what was not inserted. */
    query(minhash: Minhash): string[];
  }
}

import type { DemandKind } from './types.ts';

/** When the words of a rule ask: see demand-rules. */
export type Needs = 'order' | 'start' | 'nothing' | 'shown';

/** A rule as its table writes it: "…" is a gap of up to ten letters, "‥" one of up to four. */
export type Row = readonly [
  kind: DemandKind,
  needs: Needs,
  says: string,
  example: string,
  counter: string,
];

import type { FactKind } from './types.ts';

/** One fact: where it stands in the body, what it says in a form that two spellings share, and until-when. */
export type Fact = {
  kind: Extract<FactKind, 'date' | 'time' | 'number' | 'contact' | 'link' | 'place' | 'audience'>;
  start: number;
  end: number;
  /** Equal exactly when two facts of this kind say the same. */
  value: string;
  role?: 'deadline';
  /** Date: the day it means. */
  day?: number;
  /** Time: minutes after midnight. */
  minutes?: number;
};

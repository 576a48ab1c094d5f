import type { Disposal } from './rows.ts';

/** What would become of the number of groups if every disposal were carried out. */
export type Reduction = {
  groups: number;
  merge: number;
  dissolve: number;
  /** Nothing decided yet. */
  undecided: number;
  /** Groups that would go. */
  fewer: number;
  /** Their share of all, from 0 to 1; null where there are no groups. */
  rate: number | null;
};

/**
 * The rate by which the campaigns report (groups before less groups after, of those before), foretold from what is to
 * become of each group. A group to be merged counts as one that goes, for it goes into another; nobody has said into
 * which, so several that become one new group remove one less than is counted here.
 */
export function reductionOf(disposals: readonly (Disposal | null)[]): Reduction {
  const groups = disposals.length;
  const count = (wanted: Disposal | null) => disposals.filter((each) => each === wanted).length;
  const [merge, dissolve] = [count('merge'), count('dissolve')];
  const fewer = merge + dissolve;
  const rate = groups === 0 ? null : fewer / groups;
  return { groups, merge, dissolve, undecided: count(null), fewer, rate };
}

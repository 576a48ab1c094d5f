import type { Measured } from './player.ts';

/** Most that memory may grow from the first tenth to the last. */
export const MOST_GROWN = 0.1;

export type Flatness = {
  /** By how much more a page of as many messages holds at the end than in the first tenth. */
  page: number;
  /**
   * The same for what a background holds beyond the memory of notices, which grows until its window is full: what one
   * that has worked holds in relation to a new one over the same tally.
   */
  background: number;
  /** What a kept notice adds to a new background, bytes: the memory of notices alone. */
  bytesANotice: number;
};

/** Compares the first measurement with the last; null when there are not two. */
export function flatnessOf(measured: readonly Measured[]): Flatness | null {
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || first === last) return null;
  const share = ({ worked, fresh }: Measured) => worked.background / fresh.background;
  const notices = Math.max(1, last.notices - first.notices);
  return {
    page: last.worked.page / first.worked.page - 1,
    background: share(last) / share(first) - 1,
    bytesANotice: (last.fresh.background - first.fresh.background) / notices,
  };
}

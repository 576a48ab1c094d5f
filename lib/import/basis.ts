import type { LedgerBasis } from '../tally/merged-ledger.ts';
import type { Contribution, Merged } from './merge.ts';

/** What has to be known of merged tallies before their figures are trusted. */
export function basisOf(merged: Merged): LedgerBasis {
  const contributions = [...merged.values()];
  const restored = contributions.map(restoredDays).filter((days) => days > 0);
  return {
    ...dayStartsOf(contributions),
    restoredPeople: restored.length,
    restoredDays: restored.reduce((sum, days) => sum + days, 0),
  };
}

/** Whose files name two different hours differs from everybody, because days of both are among theirs. */
function dayStartsOf(
  contributions: readonly Contribution[],
): Pick<LedgerBasis, 'otherDayStarts' | 'unknownDayStarts'> {
  const alike = new Map<number, number>();
  let known = 0;
  for (const { files } of contributions) {
    const starts = new Set(files.flatMap(({ dayStart }) => dayStart ?? []));
    if (starts.size > 0) known += 1;
    if (starts.size === 1)
      for (const start of starts) alike.set(start, (alike.get(start) ?? 0) + 1);
  }
  return {
    otherDayStarts: known - Math.max(0, ...alike.values()),
    unknownDayStarts: contributions.length - known,
  };
}

function restoredDays({ days }: Contribution): number {
  return [...days.values()].filter(({ isRestored }) => isRestored).length;
}

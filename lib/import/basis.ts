import type { LedgerBasis } from '../tally/merged-ledger.ts';
import type { Day } from '../tally/rows.ts';
import type { Contribution, Merged, MergedFile } from './merge.ts';

/** What has to be known of merged tallies before their figures are trusted. */
export function basisOf(merged: Merged): LedgerBasis {
  const contributions = [...merged.values()];
  const restored = contributions.map(restoredDays).filter((days) => days > 0);
  return {
    ...dayStartsOf(contributions),
    shorterPeriods: shorterPeriods(contributions),
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

function shorterPeriods(contributions: readonly Contribution[]): number {
  const widest = span(contributions.flatMap(({ files }) => files));
  const spans = contributions.map(({ files }) => span(files));
  return spans.filter(({ from, to }) => from > widest.from || to < widest.to).length;
}

/** First and last day that files cover, gaps between them included. */
function span(files: readonly MergedFile[]): { from: Day; to: Day } {
  return {
    from: files.reduce((first, { from }) => (from < first ? from : first), files[0]?.from ?? ''),
    to: files.reduce((last, { to }) => (to > last ? to : last), ''),
  };
}

function restoredDays({ days }: Contribution): number {
  return [...days.values()].filter(({ isRestored }) => isRestored).length;
}

import type { Burden } from '../../lib/tally/burden';
import { addCounts, noCounts } from '../../lib/tally/counts';
import { daysBetween } from '../../lib/tally/local-day';
import type { Counts } from '../../lib/tally/rows';

/** Counts with anything said otherwise. */
export function counts(part: Partial<Counts> = {}): Counts {
  return { ...noCounts(), ...part };
}

/** A burden in which one chat had these counts on these days. */
export function burden(from: string, to: string, days: Record<string, Partial<Counts>>): Burden {
  const totals = noCounts();
  for (const part of Object.values(days)) addCounts(totals, counts(part));
  return {
    from,
    to,
    totals,
    chats: Object.keys(days).length === 0 ? [] : [{ site: 'wechat', chat: 'one', counts: totals }],
    series: daysBetween(from, to).map((day) => ({ day, counts: counts(days[day]) })),
    restoredDays: 0,
    importedDays: 0,
  };
}

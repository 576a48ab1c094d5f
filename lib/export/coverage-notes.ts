import type { SheetSource } from './sheet-source.ts';
import { CARD_LIMITS, COVERAGE_NOTES, NOTES } from './sheet-words.ts';

type Covered = Pick<SheetSource, 'from' | 'to' | 'coverage'>;

/** How far the figures reach, a sentence each: below every sheet. */
export function coverageNotes(source: Covered): string[] {
  const { restoredBefore } = source.coverage;
  return [
    NOTES.coverage,
    ...limits(source, COVERAGE_NOTES),
    ...(restoredBefore > 0 ? [COVERAGE_NOTES.restoredBefore(restoredBefore)] : []),
  ];
}

/** The same for a card, which has no room and no period before. */
export function cardLimits(source: Covered): string {
  return limits(source, CARD_LIMITS).join('');
}

function limits(
  { from, to, coverage }: Covered,
  words: Omit<typeof COVERAGE_NOTES, 'restoredBefore'>,
) {
  const { firstDay, today, restored, silent } = coverage;
  const told: string[] = [];
  if (firstDay !== null && from < firstDay) told.push(words.since(firstDay));
  if (to > today) told.push(words.until(today));
  if (restored > 0) told.push(words.restored(restored));
  if (silent > 0) told.push(words.silent(silent));
  return told;
}

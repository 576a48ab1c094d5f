import type { DemandKind } from '../detect/types.ts';
import type { Counts } from './rows.ts';

/** Goes with every figure. Rises when any constant or rule below changes, so that figures are compared like with like. */
export const FORMULA_VERSION = 1;

/**
 * Mean silent reading speed in Chinese, characters a minute: 255 ± 29.
 * IReST, Trauzettel-Klosinski & Dietz 2012, Investigative Ophthalmology & Visual Science 53(9).
 */
export const READING_SPEED = 255;

/** Seconds to see that a copied file, link or image is known. Assumption. */
export const SECONDS_PER_MEDIA = 3;

/** Seconds that one reply in a flood of replies costs its readers. Assumption. */
export const SECONDS_PER_REPLY = 2;

/** Minutes a working day that make a score of 100: one third of eight hours, the highest share reported from grass-roots offices. */
export const FULL_SCORE_MINUTES = 160;

/** What one demand is taken to cost, in minutes, and where the figure comes from. The user may set others. */
export const DEFAULT_MINUTES: Record<DemandKind, { minutes: number; source: string }> = {
  reply: { minutes: 0.5, source: 'assumption' },
  relay: { minutes: 1, source: 'assumption' },
  'check-in': { minutes: 1, source: 'assumption' },
  screenshot: { minutes: 2, source: 'assumption' },
  photo: { minutes: 5, source: 'assumption' },
  location: { minutes: 1, source: 'assumption' },
  share: { minutes: 2, source: 'assumption' },
  study: { minutes: 15, source: 'assumption' },
  form: { minutes: 30, source: 'assumption' },
  meeting: { minutes: 60, source: 'assumption' },
  inspection: { minutes: 60, source: 'assumption' },
  // A ranking asks for nothing: it is tagged only.
  ranking: { minutes: 0, source: 'assumption' },
};

export type DemandMinutes = Partial<Record<DemandKind, number>>;

/** Estimated minutes and what they are made of. Additive over days and chats. */
export type Minutes = { reading: number; demands: number; replies: number; total: number };

/** Minutes that these counts cost. `set`: the user's own minutes per demand. */
export function minutesOf(counts: Counts, set: DemandMinutes = {}): Minutes {
  const reading = readingMinutes(counts.copyChars, counts.copyMedia);
  const demands = Object.entries(counts.demands).reduce(
    (sum, [kind, count]) => sum + count * minutesPer(kind as DemandKind, set),
    0,
  );
  const replies = (counts.replies * SECONDS_PER_REPLY) / 60;
  return { reading, demands, replies, total: reading + demands + replies };
}

/** Minutes of reading that folding saved. Shown apart, never subtracted. */
export function savedMinutes(counts: Counts): number {
  return readingMinutes(counts.foldedChars, counts.foldedMedia);
}

/** Minutes of one demand. A set value that is no sensible number is passed over. */
export function minutesPer(kind: DemandKind, set: DemandMinutes = {}): number {
  const own = set[kind];
  const isSet = typeof own === 'number' && Number.isFinite(own) && own >= 0;
  return isSet ? own : DEFAULT_MINUTES[kind].minutes;
}

/** Score from 0 to 100, not rounded. Not additive: compute it from the minutes of the whole period. */
export function scoreOf(minutes: number, workingDays: number): number {
  const perDay = minutes / Math.max(1, workingDays);
  return Math.min(100, (100 * perDay) / FULL_SCORE_MINUTES);
}

function readingMinutes(characters: number, media: number): number {
  return characters / READING_SPEED + (media * SECONDS_PER_MEDIA) / 60;
}

import type { PaceName } from '../default-settings.ts';
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

/** The other figures of the formula and where they come from. The user may set others. */
export const DEFAULT_PACE: Record<PaceName, { value: number; source: string }> = {
  charactersPerMinute: { value: READING_SPEED, source: 'reading-speed' },
  secondsPerAttachment: { value: SECONDS_PER_MEDIA, source: 'assumption' },
  secondsPerReply: { value: SECONDS_PER_REPLY, source: 'assumption' },
};

export type Pace = Record<PaceName, number>;

/** What the user set in place of defaults. The settings as a whole will do. */
export type OwnValues = { demandMinutes: DemandMinutes; pace: Partial<Pace> };

/** Everything as printed. */
export const NO_OWN_VALUES: OwnValues = { demandMinutes: {}, pace: {} };

/** Estimated minutes and what they are made of. Additive over days and chats. */
export type Minutes = { reading: number; demands: number; replies: number; total: number };

/** Minutes that these counts cost, by the defaults unless the user's own values are given. */
export function minutesOf(counts: Counts, own: OwnValues = NO_OWN_VALUES): Minutes {
  const reading = readingMinutes(counts.copyChars, counts.copyMedia, own);
  const demands = Object.entries(counts.demands).reduce(
    (sum, [kind, count]) => sum + count * minutesPer(kind as DemandKind, own),
    0,
  );
  const replies = (counts.replies * paceOf(own).secondsPerReply) / 60;
  return { reading, demands, replies, total: reading + demands + replies };
}

/** Minutes of reading that folding saved. Shown apart, never subtracted. */
export function savedMinutes(counts: Counts, own: OwnValues = NO_OWN_VALUES): number {
  return readingMinutes(counts.foldedChars, counts.foldedMedia, own);
}

/** Minutes of one demand. A set value that is no sensible number is passed over. */
export function minutesPer(kind: DemandKind, { demandMinutes }: OwnValues = NO_OWN_VALUES): number {
  return sensible(demandMinutes[kind], 0) ?? DEFAULT_MINUTES[kind].minutes;
}

/** The figures beside the minutes of demands. A set value that is no sensible number is passed over. */
export function paceOf({ pace }: OwnValues = NO_OWN_VALUES): Pace {
  const { charactersPerMinute, secondsPerAttachment, secondsPerReply } = DEFAULT_PACE;
  return {
    // Nobody reads less than a character a minute; nought would make every copy cost for ever.
    charactersPerMinute: sensible(pace.charactersPerMinute, 1) ?? charactersPerMinute.value,
    secondsPerAttachment: sensible(pace.secondsPerAttachment, 0) ?? secondsPerAttachment.value,
    secondsPerReply: sensible(pace.secondsPerReply, 0) ?? secondsPerReply.value,
  };
}

/** Figures of the formula that a user may set. */
export type OwnFigure = 'demandMinutes' | PaceName;

/** Which figures are not the printed defaults, in the order of the formula. */
export function ownFigures(own: OwnValues): OwnFigure[] {
  const pace = paceOf(own);
  const kinds = Object.keys(DEFAULT_MINUTES) as DemandKind[];
  const names = Object.keys(DEFAULT_PACE) as PaceName[];
  const isOwn = (kind: DemandKind) => minutesPer(kind, own) !== DEFAULT_MINUTES[kind].minutes;
  return [
    ...(kinds.some(isOwn) ? (['demandMinutes'] as const) : []),
    ...names.filter((name) => pace[name] !== DEFAULT_PACE[name].value),
  ];
}

/** True when any figure is not the printed default: such minutes and scores must not be compared with another person's. */
export function hasOwnValues(own: OwnValues): boolean {
  return ownFigures(own).length > 0;
}

/** Score from 0 to 100, not rounded. Not additive: compute it from the minutes of the whole period. */
export function scoreOf(minutes: number, workingDays: number): number {
  const perDay = minutes / Math.max(1, workingDays);
  return Math.min(100, (100 * perDay) / FULL_SCORE_MINUTES);
}

function readingMinutes(characters: number, media: number, own: OwnValues): number {
  const { charactersPerMinute, secondsPerAttachment } = paceOf(own);
  return characters / charactersPerMinute + (media * secondsPerAttachment) / 60;
}

function sensible(value: unknown, least: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= least ? value : null;
}

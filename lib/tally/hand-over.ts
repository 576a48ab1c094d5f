import type { DemandKind } from '../detect/types.ts';
import { addDays } from './local-day.ts';
import type { Day, Disposal } from './rows.ts';
import { DEFAULT_MINUTES } from './score.ts';

/** Says that a file is a tally of ours, meant for handing over. */
export const TALLY_FORMAT = 'fingerlight-tally';

/** Rises when a row changes its shape or meaning. */
export const TALLY_VERSION = 1;

/** A day of a tally, as it is written. */
export const HANDED_DAY = /^20\d\d-\d\d-\d\d$/;

/** The latest hour at which a day can start. */
export const LATEST_DAY_START = 6;

/** Ten years: ten times what is handed over at most. */
export const MOST_DAYS = 3_700;

/** Whether a tally can be of the days from `from` to `to`, both included. */
export function isHandedPeriod(from: Day, to: Day): boolean {
  const areDays = HANDED_DAY.test(from) && HANDED_DAY.test(to);
  return areDays && from <= to && to <= addDays(from, MOST_DAYS);
}

/** Figures of a row that are handed over. `offHours` follows the official calendar; what folding saved stays at home. */
export const PLAIN_FIGURES = [
  'messages',
  'own',
  'late',
  'offHours',
  'notices',
  'revisions',
  'copies',
  'copyChars',
  'copyMedia',
  'replies',
] as const;

export type PlainFigure = (typeof PLAIN_FIGURES)[number];

export const COUNTED_DEMANDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];

/** Where demands, then hours, stand in the figures of a row, and how many figures a row has. */
export const FIRST_DEMAND = PLAIN_FIGURES.length;
export const FIRST_HOUR = FIRST_DEMAND + COUNTED_DEMANDS.length;
export const WIDTH = FIRST_HOUR + 24;

/** The plain figures, the demands by kind, then messages of others by hour, each at its place. Always `WIDTH` long. */
export type Figures = number[];

/** One group on one day. `code` stands for the group's name and tells nothing of it. */
export type HandedRow = { day: Day; site: string; code: string; figures: Figures };

/** What is to become of a group, in the eyes of the one who hands over. */
export type HandedGroup = { site: string; code: string; disposal: Disposal };

/** A tally for handing over. It says everything of its days: a day without rows had no message. */
export type HandedTally = {
  formula: number;
  /** Random, made once for an installation; tells files of one apart from those of another, and nothing else. */
  installation: string;
  /** Rises with each file of the installation. A day counts by the file with the highest revision that covers it. */
  revision: number;
  from: Day;
  to: Day;
  /** Check value of the campaign word; null when there was none, and the codes match those of nobody else. */
  word: string | null;
  /**
   * Hour at which a day started by the settings when the file was made; null where the file does not say. Days that
   * were recorded under an earlier setting keep theirs.
   */
  dayStart: number | null;
  /** Days with rows whose sums came back from a copy, in order: lower bounds, because they are not counted on. */
  restored: Day[];
  groups: HandedGroup[];
  rows: HandedRow[];
};

export function noFigures(): Figures {
  return new Array<number>(WIDTH).fill(0);
}

export function figureAt(figures: Figures, name: PlainFigure): number {
  return figures[PLAIN_FIGURES.indexOf(name)] ?? 0;
}

export function demandAt(figures: Figures, kind: DemandKind): number {
  return figures[FIRST_DEMAND + COUNTED_DEMANDS.indexOf(kind)] ?? 0;
}

/** Adds `more` to `figures`, in place. */
export function addFigures(figures: Figures, more: Figures): void {
  for (let at = 0; at < WIDTH; at++) figures[at] = (figures[at] ?? 0) + (more[at] ?? 0);
}

/** A site and a code as one key. A site's name holds no "|". */
export function groupKey({ site, code }: { site: string; code: string }): string {
  return `${site}|${code}`;
}

/** The order of rows in a file: by day, then site, then code. Tells nothing of the order of names. */
export function byPlace(one: HandedRow, other: HandedRow): number {
  return order(one.day, other.day) || order(one.site, other.site) || order(one.code, other.code);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

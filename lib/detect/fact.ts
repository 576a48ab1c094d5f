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
  /** Time, or a day with its part ("明天下午"): minutes after midnight; of a part, when it ends. */
  minutes?: number;
  /** Time and date: the part of the day that was named. */
  part?: string;
  /** Time: its half of the day is not said and not certain. */
  unsure?: true;
  /** Number with the role "deadline": minutes from the message on ("3日内"). */
  within?: number;
};

/** A body that is being read: what was found, and what a later place may refer to. */
export type Scan = {
  body: string;
  /** Unix milliseconds; anchors relative days. */
  time: number;
  today: number;
  facts: Fact[];
  /** The last day that was stated with its month; "7日" right after "11月5日" is of the same month. */
  month: { year: number; month: number; date: number; yearStated: boolean } | null;
  /** Weeks from this one that the last weekday was said to be; null when it did not say. */
  week: number | null;
  /** Whether the text speaks of telephones and the like; null when not yet asked for. */
  speaksOfPhones: boolean | null;
};

/** The fact that ends right before a place, but for a gap that the pattern allows. */
export function factBefore(scan: Scan, at: number, gap: RegExp): Fact | undefined {
  const last = scan.facts[scan.facts.length - 1];
  if (!last || at - last.end > 6) return undefined;
  return gap.test(scan.body.slice(last.end, at)) ? last : undefined;
}

/** Text as it is compared: without white space. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

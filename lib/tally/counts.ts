import type { DemandKind } from '../detect/types.ts';
import { COUNT_NAMES, type Counts, type Day, type DayRow } from './rows.ts';

/** Counts by day row id. */
export type Contributions = Map<string, Counts>;

/** Where something is counted. */
export type Place = { day: Day; site: string; chat: string };

export function dayRowId({ day, site, chat }: Place): string {
  return `${day}|${site}|${chat}`;
}

/** The day, site and chat of a day row id. A chat's name may itself hold "|", a day and a site cannot. */
export function placeOf(id: string): Place {
  const [day = '', site = '', ...chat] = id.split('|');
  return { day, site, chat: chat.join('|') };
}

export function noCounts(): Counts {
  const counts = { demands: {}, hours: {} } as Counts;
  for (const name of COUNT_NAMES) counts[name] = 0;
  return counts;
}

/** Adds `times` × `more` to `counts`, in place. Demands and hours that come to 0 are left out. */
export function addCounts(counts: Counts, more: Counts, times = 1): void {
  for (const name of COUNT_NAMES) counts[name] += times * more[name];
  // Plain loops: a year of many groups is twenty thousand rows, added twice.
  for (const kind in more.demands) {
    addDemand(counts, kind as DemandKind, times * (more.demands[kind as DemandKind] ?? 0));
  }
  for (const hour in more.hours) addHour(counts, Number(hour), times * (more.hours[hour] ?? 0));
}

export function addDemand(counts: Pick<Counts, 'demands'>, kind: DemandKind, count: number): void {
  const sum = (counts.demands[kind] ?? 0) + count;
  if (sum === 0) delete counts.demands[kind];
  else counts.demands[kind] = sum;
}

export function addHour(counts: Counts, hour: number, count: number): void {
  const sum = (counts.hours[hour] ?? 0) + count;
  if (sum === 0) delete counts.hours[hour];
  else counts.hours[hour] = sum;
}

export function isZero(counts: Counts): boolean {
  const isPlainZero = COUNT_NAMES.every((name) => counts[name] === 0);
  return isPlainZero && isEmpty(counts.demands) && isEmpty(counts.hours);
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** The counts of a place within contributions, made when not there. */
export function countsAt(contributions: Contributions, place: Place): Counts {
  const id = dayRowId(place);
  const counts = contributions.get(id) ?? noCounts();
  contributions.set(id, counts);
  return counts;
}

/** Adds `times` × `more` to `contributions`, in place. */
export function addContributions(
  contributions: Contributions,
  more: Contributions,
  times = 1,
): void {
  for (const [id, counts] of more) addCounts(countsAt(contributions, placeOf(id)), counts, times);
}

/** A day row without anything counted. */
export function emptyDay(id: string): DayRow {
  return { id, ...placeOf(id), ...noCounts() };
}

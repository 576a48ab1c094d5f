import type { Analysis } from './analysis.ts';
import { DAY_MS, dayOf, endOfDay, momentOf } from './calendar.ts';
import type { Fact } from './fact.ts';
import { sameMoment } from './moment.ts';

/** An hour without a day is of the deadline's day that was named so few characters before, in the same sentence. */
const NEAR_DAY = 24;
/** "当天16:00前": of the day that was named last. */
const SAME_DAY = /当[天日晚]的?$/;

/**
 * Until when the message wants something, in Unix milliseconds, from its own words; null when it does
 * not say. A day without a time ends at 23:59:59 China time. Of several the next one to come counts.
 */
export function deadlineOf(analysis: Analysis): number | null {
  const { facts, message, normal } = analysis;
  const moments: number[] = [];
  for (let at = 0; at < facts.length; ) {
    const first = facts[at];
    const group = sameMoment(normal.body, facts, at);
    if (first?.within !== undefined) moments.push(after(message.time, first.within));
    if (group.some((fact) => fact.role === 'deadline')) {
      const moment = momentOfGroup(group, message.time, dayBefore(normal.body, facts, at));
      if (moment !== null) moments.push(moment);
    }
    at += Math.max(1, group.length);
  }
  if (moments.length === 0) return null;
  const coming = moments.filter((moment) => moment >= message.time);
  return coming.length > 0 ? Math.min(...coming) : Math.max(...moments);
}

/** "3日内" ends with the third day, "24小时内" to the minute. */
function after(time: number, minutes: number): number {
  return minutes % 1440 === 0 && minutes > 1440
    ? endOfDay(dayOf(time) + minutes / 1440)
    : time + minutes * 60_000;
}

function momentOfGroup(group: readonly Fact[], time: number, near: number | null): number | null {
  const day = group.find((fact) => fact.day !== undefined)?.day ?? near;
  // A day that is not understood is not today.
  if (group.some(({ kind }) => kind === 'date') && group.every((fact) => fact.day === undefined)) {
    return null;
  }
  const hour = group.findLast((fact) => fact.minutes !== undefined);
  if (hour?.minutes !== undefined) return atHour(day, hour, hour.minutes, time);
  return day === null ? null : endOfDay(day);
}

function atHour(day: number | null, hour: Fact, minutes: number, time: number): number {
  if (hour.kind === 'date' && hour.part === undefined) return endOfDay(day ?? dayOf(time));
  // "5点前" without more: the afternoon, when the morning's hour is past or before work begins.
  const later = hour.unsure ? minutes + 720 : minutes;
  if (day !== null) return momentOf(day, hour.unsure && minutes < 420 ? later : minutes);
  const today = dayOf(time);
  for (const clock of [minutes, later]) {
    const moment = momentOf(today, clock);
    if (moment >= time) return moment;
  }
  return momentOf(today, minutes) + DAY_MS;
}

/** The day of a deadline that was named right before, for an hour that stands alone. */
function dayBefore(body: string, facts: readonly Fact[], at: number): number | null {
  const start = facts[at]?.start ?? 0;
  const sameDay = SAME_DAY.test(body.slice(Math.max(0, start - 3), start));
  for (let back = at - 1; back >= 0; back--) {
    const fact = facts[back];
    if (!fact) return null;
    if (sameDay && fact.day !== undefined) return fact.day;
    if (sameDay) continue;
    if (start - fact.end > NEAR_DAY || /[。;!\n]/.test(body.slice(fact.end, start))) return null;
    if (fact.day !== undefined) return fact.role === 'deadline' ? fact.day : null;
  }
  return null;
}

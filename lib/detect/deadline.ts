import type { Analysis } from './analysis.ts';
import { dayOf, endOfDay, momentOf } from './calendar.ts';
import { sameMoment } from './facts.ts';

/**
 * Until when the message wants something, in Unix milliseconds, from its own words; null when it does
 * not say. A day without a time ends at 23:59:59 China time. Of several the next one to come counts.
 */
export function deadlineOf(analysis: Analysis): number | null {
  const { facts, message, normal } = analysis;
  const moments: number[] = [];
  for (let at = 0; at < facts.length; ) {
    const group = sameMoment(normal.body, facts, at);
    at += Math.max(1, group.length);
    if (!group.some((fact) => fact.role === 'deadline')) continue;
    const day = group.find((fact) => fact.day !== undefined)?.day;
    const hours = group.filter((fact) => fact.minutes !== undefined);
    const minutes = hours[hours.length - 1]?.minutes;
    if (day === undefined && minutes === undefined) continue;
    const on = day ?? dayOf(message.time);
    moments.push(minutes === undefined ? endOfDay(on) : momentOf(on, minutes));
  }
  if (moments.length === 0) return null;
  const coming = moments.filter((moment) => moment >= message.time);
  return coming.length > 0 ? Math.min(...coming) : Math.max(...moments);
}

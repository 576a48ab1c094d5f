import type { Random } from '../planted/random.ts';
import { calendarDay, dayNumber, startOfDay } from './calendar.ts';
import { DATE_FORMS, type DateForm, type Days, formFits } from './date-forms.ts';
import type { Fact } from './types.ts';
import { weighted } from './weighted.ts';

const WEEKEND = 6;

/** Draws a date for a slot: some days ahead, in any of the ways people write dates. */
export function drawDate(slot: string, now: number, random: Random, earliest = 1): Fact {
  const first = drawDay(dayNumber(now) + earliest, random);
  const isSpan = slot === 'date' && random.chance(0.1);
  const days = { first, last: first + (isSpan ? random.whole(1, 5) : 0) };
  return dateFact(slot, days, drawForm(days, now, random), now, random);
}

/** Day number of a date fact's first day. */
export function firstDay(fact: Fact): number {
  return Number(fact.value.split('~')[0]);
}

function dateFact(slot: string, days: Days, form: DateForm, now: number, random: Random): Fact {
  const lastDay = Math.min(form.lasts?.(dayNumber(now)) ?? days.last, days.last);
  return {
    slot,
    kind: 'date',
    value: `${days.first}~${days.last}`,
    text: form.write(calendarDay(days.first), calendarDay(days.last)),
    until: startOfDay(lastDay + 1),
    redraw: (later) => {
      const moved = moveDays(days, later, random);
      const keeps = random.chance(0.85) && formFits(form, moved, later);
      return dateFact(slot, moved, keeps ? form : drawForm(moved, later, random), later, random);
    },
  };
}

/** An event is postponed, brought forward, or ends on another day. */
function moveDays(days: Days, now: number, random: Random): Days {
  const tomorrow = dayNumber(now) + 1;
  if (days.last > days.first && random.chance(0.4)) {
    return { first: days.first, last: days.last + random.whole(1, 4) };
  }
  const by = random.pick([-3, -2, -1, 1, 1, 2, 2, 3, 4, 5, 7, 10]);
  const earlier = days.first + by < tomorrow;
  const move = earlier ? Math.abs(by) : by;
  return { first: days.first + move, last: days.last + move };
}

function drawForm(days: Days, now: number, random: Random): DateForm {
  return weighted(
    DATE_FORMS.filter((form) => formFits(form, days, now)),
    random,
  );
}

function drawDay(earliest: number, random: Random): number {
  const ahead = random.pick([0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21]);
  const day = earliest + ahead;
  const onWeekend = calendarDay(day).weekday >= WEEKEND;
  return onWeekend && random.chance(0.85) ? day + 2 : day;
}

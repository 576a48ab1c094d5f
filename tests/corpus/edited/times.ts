import type { Random } from '../planted/random.ts';
import { chineseNumber, fullWidthDigits } from './numerals.ts';
import type { Fact } from './types.ts';
import { weighted } from './weighted.ts';

const NOON = 12 * 60;
const EVENING = 18 * 60;

/** Minutes of the day; `end` where the fact is a span. */
type Clock = { start: number; end: number | null };
type TimeForm = { weight: number; span?: true; write: (start: number, end: number) => string };

const hour = (minutes: number): number => Math.floor(minutes / 60);
const spoken = (minutes: number): number =>
  hour(minutes) > 12 ? hour(minutes) - 12 : hour(minutes);
const minute = (minutes: number): string => String(minutes % 60).padStart(2, '0');
const clock = (minutes: number): string => `${hour(minutes)}:${minute(minutes)}`;
const half = (minutes: number): string => {
  if (hour(minutes) === 12) return '中午';
  return minutes < NOON ? '上午' : minutes < EVENING ? '下午' : '晚上';
};
const points = (minutes: number, write = minute): string =>
  minutes % 60 === 0 ? '点' : minutes % 60 === 30 ? '点半' : `点${write(minutes)}分`;
const chineseMinute = (minutes: number): string => chineseNumber(minutes % 60);

const FORMS: TimeForm[] = [
  { weight: 14, write: clock },
  { weight: 10, write: (at) => clock(at).replace(':', '：') },
  { weight: 3, write: (at) => clock(at).padStart(5, '0') },
  { weight: 12, write: (at) => `${half(at)}${spoken(at)}:${minute(at)}` },
  { weight: 6, write: (at) => `${half(at)}${spoken(at)}：${minute(at)}` },
  { weight: 14, write: (at) => `${half(at)}${spoken(at)}${points(at)}` },
  {
    weight: 5,
    write: (at) => `${half(at)}${chineseNumber(spoken(at))}${points(at, chineseMinute)}`,
  },
  { weight: 5, write: (at) => `${hour(at)}时${at % 60 === 0 ? '' : `${minute(at)}分`}` },
  { weight: 5, write: (at) => `${hour(at)}点${at % 60 === 0 ? '' : `${minute(at)}分`}` },
  { weight: 4, write: (at) => `${half(at)}${clock(at)}` },
  { weight: 2, write: (at) => fullWidthDigits(clock(at)) },
  { weight: 7, span: true, write: (at, end) => `${clock(at)}-${clock(end)}` },
  { weight: 4, span: true, write: (at, end) => `${clock(at)}至${clock(end)}` },
  { weight: 3, span: true, write: (at, end) => `${clock(at)}—${clock(end)}`.replace(/:/g, '：') },
  {
    weight: 3,
    span: true,
    write: (at, end) =>
      `${half(at)}${spoken(at)}${points(at)}到${half(end)}${spoken(end)}${points(end)}`,
  },
];

/** Draws a time of the day for a slot; the slot "time" may be a span. */
export function drawTime(slot: string, random: Random): Fact {
  const span = slot === 'time' && random.chance(0.17);
  const start = drawStart(random);
  const form = weighted(
    FORMS.filter((each) => (each.span ?? false) === span),
    random,
  );
  const end = span ? start + random.pick([60, 90, 120, 150, 180]) : null;
  return timeFact(slot, { start, end }, form, random);
}

function timeFact(slot: string, at: Clock, form: TimeForm, random: Random): Fact {
  return {
    slot,
    kind: 'time',
    value: `${at.start}-${at.end}`,
    text: form.write(at.start, at.end ?? at.start),
    until: Number.POSITIVE_INFINITY,
    redraw: () => {
      const sameKind = FORMS.filter((each) => each.span === form.span);
      const next = random.chance(0.85) ? form : weighted(sameKind, random);
      return timeFact(slot, moveClock(at, random), next, random);
    },
  };
}

/** Half an hour or an hour off, from the morning to the evening, or any other time. */
function moveClock(at: Clock, random: Random): Clock {
  if (at.end !== null && random.chance(0.3)) return { start: at.start, end: at.end + 30 };
  const near = at.start + random.pick([-60, -30, 30, 60, 90]);
  const opposite = at.start + NOON;
  const start = random.pick([near, near, opposite, drawStart(random)]);
  const stays = start >= 7 * 60 && start <= 22 * 60 && hour(start) !== 12;
  const moved = stays ? start : drawStart(random);
  return { start: moved, end: at.end === null ? null : moved + at.end - at.start };
}

function drawStart(random: Random): number {
  const start = random.pick([8, 8, 9, 9, 10, 11, 14, 14, 15, 15, 16, 17, 18, 19, 20]) * 60;
  return start + random.pick([0, 0, 0, 30, 30, 30, 10, 15, 20, 40, 45, 50]);
}

import type { Random } from '../../planted/random.ts';
import { DAY, dayOf, endOfWeek, inHan, isoDay, startOfDay } from '../calendar.ts';
import type { Draw, Filler, Spelling } from '../model.ts';

type Form = (day: number, now: number) => { text: string; until?: number };

const WEEK = ' 一二三四五六日';

const LASTING: Form[] = [
  (day) => ({ text: `${dayOf(day).month}月${dayOf(day).day}日` }),
  (day) => ({ text: `${dayOf(day).month}月${dayOf(day).day}日（周${weekday(day)}）` }),
  (day) => ({ text: `${dayOf(day).month}月${dayOf(day).day}日(星期${weekday(day)})` }),
  (day) => ({ text: `${dayOf(day).month}月${dayOf(day).day}号` }),
  (day) => ({ text: `${dayOf(day).month}月${dayOf(day).day}日周${weekday(day)}` }),
  (day) => ({ text: `${dayOf(day).year}年${dayOf(day).month}月${dayOf(day).day}日` }),
  (day) => ({ text: `${dayOf(day).month}.${dayOf(day).day}日` }),
  (day) => ({ text: `${inHan(dayOf(day).month)}月${inHan(dayOf(day).day)}日` }),
];

/** Twelve in twenty are plain month and day: that is how notices are written. */
const LASTING_WEIGHTS = [12, 5, 2, 3, 1, 3, 1, 1];

/** Words that mean another day once the week, the month or the day is over. */
const PASSING: { from: number; to: number; form: Form }[] = [
  { from: 0, to: 0, form: (_, now) => ({ text: '今天', until: startOfDay(now) + DAY }) },
  { from: 1, to: 1, form: (_, now) => ({ text: '明天', until: startOfDay(now) + DAY }) },
  { from: 2, to: 2, form: (_, now) => ({ text: '后天', until: startOfDay(now) + DAY }) },
  { from: 2, to: 6, form: (day) => ({ text: `${dayOf(day).day}日`, until: day + DAY }) },
  { from: 2, to: 6, form: (day) => ({ text: `${dayOf(day).day}号`, until: day + DAY }) },
];

function weekday(day: number): string {
  return WEEK[dayOf(day).weekday] ?? '';
}

function spell(day: number, now: number, form: Form): Spelling {
  return { value: isoDay(day), ...form(day, now) };
}

function lasting(random: Random, from: number, to: number): Draw {
  const all = LASTING.flatMap((form, at) => Array<Form>(LASTING_WEIGHTS[at] ?? 1).fill(form));
  const form = random.pick(all);
  return (again, now) => {
    const day = startOfDay(now) + again.whole(from, to) * DAY;
    const near = (other: Random): Spelling =>
      spell(day + other.pick([-1, 1, 1, 2, 3, 7]) * DAY, now, form);
    return { ...spell(day, now, form), near };
  };
}

/** 本周四, 下周二: the same words a week later would be another day. */
function inWeek(random: Random): Draw {
  const [here, next] = random.pick([
    ['本周', '下周'],
    ['这周', '下周'],
    ['本星期', '下星期'],
  ] as const);
  return (again, now) => {
    const day = startOfDay(now) + again.whole(1, 7) * DAY;
    const word = day < endOfWeek(now) ? here : next;
    return { value: isoDay(day), text: `${word}${weekday(day)}`, until: endOfWeek(now) };
  };
}

function passing(random: Random): Draw {
  const { from, to, form } = random.pick(PASSING);
  return (again, now) => spell(startOfDay(now) + again.whole(from, to) * DAY, now, form);
}

/** One day. `wanted` is how many days ahead, "2-9" when nothing is said. */
export const fillDate: Filler = (random, wanted) => {
  const [from = 2, to = 12] = wanted === '' ? [] : wanted.split('-').map(Number);
  if (wanted === '' && random.chance(0.1))
    return random.chance(0.5) ? inWeek(random) : passing(random);
  return lasting(random, from, to);
};

const JOINTS = ['至', '-', '—', '到', '～'] as const;

/** Some days in a row: 3月12日至14日. */
export const fillDates: Filler = (random) => {
  const joint = random.pick(JOINTS);
  const full = random.chance(0.4);
  const spelling = (first: number, length: number): Spelling => {
    const last = first + length * DAY;
    const [from, to] = [dayOf(first), dayOf(last)];
    const month = full || from.month !== to.month ? `${to.month}月` : '';
    const text = `${from.month}月${from.day}日${joint}${month}${to.day}日`;
    return { value: `${isoDay(first)}/${isoDay(last)}`, text };
  };
  return (again, now) => {
    const first = startOfDay(now) + again.whole(2, 10) * DAY;
    const length = again.whole(1, 6);
    const near = (other: Random): Spelling => spelling(first, length + other.whole(1, 3));
    return { ...spelling(first, length), near };
  };
};

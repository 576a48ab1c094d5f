import type { Random } from '../../planted/random.ts';
import { inHan } from '../calendar.ts';
import type { Filler, Spelling } from '../model.ts';

type Form = { text: (minutes: number) => string; quarters: boolean };

const FORMS: Form[] = [
  { quarters: true, text: (at) => `${half(at)}${twelve(at)}:${minute(at)}` },
  { quarters: true, text: (at) => `${half(at)}${twelve(at)}：${minute(at)}` },
  { quarters: true, text: (at) => `${hour(at)}:${minute(at)}` },
  { quarters: true, text: (at) => `${hour(at)}：${minute(at)}` },
  { quarters: true, text: (at) => `${hour(at)}时${at % 60 === 0 ? '' : `${minute(at)}分`}` },
  { quarters: false, text: (at) => `${half(at)}${twelve(at)}点${at % 60 === 0 ? '' : '半'}` },
  {
    quarters: false,
    text: (at) => `${half(at)}${inHan(twelve(at))}点${at % 60 === 0 ? '' : '半'}`,
  },
  {
    quarters: true,
    text: (at) => `${half(at)}${twelve(at)}时${at % 60 === 0 ? '' : `${minute(at)}分`}`,
  },
];

function hour(at: number): number {
  return Math.floor(at / 60);
}

function twelve(at: number): number {
  return hour(at) > 12 ? hour(at) - 12 : hour(at);
}

function minute(at: number): string {
  return String(at % 60).padStart(2, '0');
}

function half(at: number): string {
  if (hour(at) < 12) return '上午';
  if (hour(at) === 12) return '中午';
  return hour(at) < 18 ? '下午' : '晚上';
}

function value(at: number): string {
  return `${String(hour(at)).padStart(2, '0')}:${minute(at)}`;
}

function draw(random: Random, quarters: boolean): number {
  const steps = quarters && random.chance(0.3) ? [15, 45, 20, 40, 50, 10] : [0, 0, 30];
  return random.whole(8, 19) * 60 + random.pick(steps);
}

/** An hour of the day, always told from its other half of the day. */
export const fillTime: Filler = (random) => {
  const form = random.pick(FORMS);
  const spell = (at: number): Spelling => ({ value: value(at), text: form.text(at) });
  return (again) => {
    const at = draw(again, form.quarters);
    const near = (other: Random): Spelling => spell(at + other.pick([-60, -30, 30, 60]));
    return { ...spell(at), near };
  };
};

const JOINTS = ['-', '—', '至', '到', '～', '--'] as const;

/** From one hour to another. */
export const fillSpan: Filler = (random) => {
  const form = random.pick(FORMS);
  const joint = random.pick(JOINTS);
  const spell = (from: number, to: number): Spelling => {
    const last = form.text(to);
    const shared = half(from) === half(to) && last.startsWith(half(to)) ? half(to).length : 0;
    const text = `${form.text(from)}${joint}${last.slice(shared)}`;
    return { value: `${value(from)}-${value(to)}`, text };
  };
  return (again) => {
    const from = Math.min(draw(again, form.quarters), 17 * 60);
    const to = from + again.pick([60, 90, 120, 150, 180, 240]);
    const near = (other: Random): Spelling => spell(from, to + other.pick([30, 60]));
    return { ...spell(from, to), near };
  };
};

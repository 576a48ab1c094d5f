import type { Random } from '../../planted/random.ts';
import { inHan } from '../calendar.ts';
import type { Filler, Spelling } from '../model.ts';

/** Units that are counted with 两 and not with 二. */
function han(value: number): string {
  return value === 2 ? '两' : inHan(value);
}

function range(wanted: string): { from: number; to: number; unit: string } {
  const found = /^(\d+)-(\d+):?(.*)$/u.exec(wanted);
  if (!found) throw new Error(`no range: ${wanted}`);
  return { from: Number(found[1]), to: Number(found[2]), unit: found[3] ?? '' };
}

/** Large amounts are told in round numbers. */
function step(from: number, to: number): number {
  if (to >= 2000) return 100;
  if (to >= 600) return 10;
  return to >= 100 && from >= 20 ? 5 : 1;
}

function drawNumber(random: Random, from: number, to: number): number {
  const by = step(from, to);
  return Math.max(from, Math.round(random.whole(from, to) / by) * by);
}

/** A number with its unit: `wanted` is "3-40:份". */
export const fillCount: Filler = (random, wanted) => {
  const { from, to, unit } = range(wanted);
  const asHan = to <= 20 && !/[%A-Za-z]/u.test(unit) && random.chance(0.25);
  const spell = (value: number): Spelling => ({
    value: `${value}${unit}`,
    text: `${asHan ? han(value) : value}${unit}`,
  });
  return (again) => {
    const value = drawNumber(again, from, to);
    const near = (other: Random): Spelling => spell(value + other.whole(1, 3) * step(from, to));
    return { ...spell(value), near };
  };
};

/** A sum without its unit: `wanted` is "50-900", the template says 元 or 万元. */
export const fillMoney: Filler = (random, wanted) => {
  const { from, to } = range(wanted);
  const grouped = to > 5000 && random.chance(0.3);
  const spell = (value: number): Spelling => ({
    value: String(value),
    text: grouped ? value.toLocaleString('en') : String(value),
  });
  return (again) => {
    const value = drawNumber(again, from, to);
    const near = (other: Random): Spelling => spell(value + other.whole(1, 5) * step(from, to));
    return { ...spell(value), near };
  };
};

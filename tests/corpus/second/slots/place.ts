import type { Random } from '../../planted/random.ts';
import { inHan } from '../calendar.ts';
import type { Domain, Filler, Spelling } from '../model.ts';
import { HOUSES, PUBLIC_PLACES, ROADS, ROOMS, SPOTS } from '../words/halls.ts';

function same(text: string): Spelling {
  return { value: text, text };
}

function isDomain(word: string): word is Domain {
  return word in HOUSES;
}

/** House, floor and room: the floor in figures or in words, as the office likes it. */
function fillRoom(random: Random, domain: Domain): (again: Random) => Spelling {
  const spoken = random.chance(0.5);
  const numbered = random.chance(0.3);
  return (again) => {
    const house = again.pick(HOUSES[domain]);
    const inside = (other: Random): string => {
      const floor = other.whole(1, 6);
      if (numbered) return `${floor}${String(other.whole(1, 22)).padStart(2, '0')}室`;
      return `${spoken ? inHan(floor) : floor}楼${other.pick(ROOMS)}`;
    };
    const near = (other: Random): Spelling => same(`${house}${inside(other)}`);
    return { ...same(`${house}${inside(again)}`), near };
  };
}

/** A place to meet. `wanted` is a house or one of the public places. */
export const fillPlace: Filler = (random, wanted) => {
  if (!isDomain(wanted)) {
    const list = PUBLIC_PLACES[wanted];
    if (!list) throw new Error(`no places for ${wanted}`);
    return (again) => same(again.pick(list));
  }
  return random.chance(0.75)
    ? fillRoom(random, wanted)
    : (again) => same(again.pick(SPOTS[wanted]));
};

/** A road, often a stretch of it. */
export const fillRoad: Filler = (random) => {
  const stretch = random.chance(0.5);
  const [open, close] = random.pick([
    ['（', '）'],
    ['(', ')'],
  ] as const);
  return (again) => {
    const [road = '', from, to] = again.some(ROADS, 3);
    return same(stretch ? `${road}${open}${from}至${to}段${close}` : road);
  };
};

const BLOCK_FORMS: ((numbers: number[]) => string)[] = [
  (numbers) => `${numbers.map((number) => `${number}号楼`).join('、')}`,
  (numbers) => `${numbers.map((number) => `${number}`).join('、')}栋`,
  (numbers) => `${numbers[0]}号楼${((numbers[1] ?? 1) % 4) + 1}单元`,
  (numbers) => `${numbers[0]}至${(numbers[0] ?? 1) + 3}号楼`,
  (numbers) => `${inHan(((numbers[0] ?? 1) % 6) + 1)}期${numbers[1] ?? 1}栋`,
];

/** Blocks of flats. */
export const fillBuilding: Filler = (random) => {
  const form = random.pick(BLOCK_FORMS);
  const count = random.whole(2, 3);
  return (again) => {
    const numbers = Array.from({ length: 38 }, (_, at) => at + 1);
    return same(form(again.some(numbers, count).sort((one, other) => one - other)));
  };
};

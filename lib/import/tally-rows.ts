import {
  COUNTED_DEMANDS,
  FIRST_HOUR,
  type Figures,
  figureAt,
  HANDED_DAY,
  type HandedRow,
  noFigures,
  PLAIN_FIGURES,
} from '../tally/hand-over.ts';
import { plainObject, type Shape, text, WrongShape } from './shape.ts';

/** A figure that cannot be: negative, a fraction, or more than there are messages. */
export class WrongFigure extends WrongShape {}

/** A day that the calendar has not, or that lies outside the period. */
export class WrongDay extends WrongShape {}

/** Bounds on what one file may say: ten times what a heavy user comes to. */
const MOST_ROWS = 1_000_000;
const MOST_A_DAY = 1_000_000;
const MOST_CHARACTERS = 1_000_000_000;

export const site = text(40, /^[a-z0-9-]+$/);
export const code = text(20, /^[0-9a-f]{20}$/);
export const day: Shape<string> = (value, where) => {
  const told = text(10, HANDED_DAY)(value, where);
  if (!isDay(told)) throw new WrongDay(where);
  return told;
};
const count = figure(MOST_A_DAY);
const characters = figure(MOST_CHARACTERS);

function figure(most: number): Shape<number> {
  return (value, where) => {
    const isWhole = Number.isSafeInteger(value) && (value as number) >= 0;
    if (!isWhole || (value as number) > most) throw new WrongFigure(where);
    return value as number;
  };
}

/** The rows of a tally file, each checked by itself. Throws `WrongShape`. */
export function readRows(value: unknown): HandedRow[] {
  if (!Array.isArray(value) || value.length > MOST_ROWS) throw new WrongShape('rows');
  const once = { day: known(day), site: known(site), code: known(code) };
  return value.map((entry, index) => readRow(entry, `rows[${index}]`, once));
}

/** Checks a text once and keeps one string of it: a year has thousands of rows of the same days and groups. */
function known(shape: Shape<string>): Shape<string> {
  const texts = new Map<unknown, string>();
  return (value, where) => {
    const told = texts.get(value) ?? shape(value, where);
    texts.set(told, told);
    return told;
  };
}

function readRow(
  value: unknown,
  where: string,
  once: Record<'day' | 'site' | 'code', Shape<string>>,
): HandedRow {
  const row = plainObject(value, where);
  const figures = noFigures();
  PLAIN_FIGURES.forEach((name, at) => {
    const shape = name === 'copyChars' ? characters : count;
    if (row[name] !== undefined) figures[at] = shape(row[name], where);
  });
  readNamed(row.demands, DEMAND_PLACES, figures, where);
  readNamed(row.hours, HOUR_PLACES, figures, where);
  if (!isPossible(figures)) throw new WrongFigure(where);
  return {
    day: once.day(row.day, where),
    site: once.site(row.site, where),
    code: once.code(row.code, where),
    figures,
  };
}

const DEMAND_PLACES = new Map<string, number>(
  COUNTED_DEMANDS.map((kind, at) => [kind, PLAIN_FIGURES.length + at]),
);
const HOUR_PLACES = new Map(
  Array.from({ length: 24 }, (_, hour) => [`${hour}`, FIRST_HOUR + hour]),
);

/** Figures under known names; an unknown name belongs to no version that this one reads. */
function readNamed(
  value: unknown,
  places: ReadonlyMap<string, number>,
  figures: Figures,
  where: string,
): void {
  if (value === undefined) return;
  const named = plainObject(value, where);
  for (const name of Object.keys(named)) {
    const place = places.get(name);
    if (place === undefined) throw new WrongShape(where);
    figures[place] = count(named[name], where);
  }
}

/** Everything that is counted is counted of messages of others, each at most once. */
function isPossible(figures: Figures): boolean {
  const others = figureAt(figures, 'messages') - figureAt(figures, 'own');
  const copies = figureAt(figures, 'copies');
  let hours = 0;
  for (let at = FIRST_HOUR; at < figures.length; at++) hours += figures[at] ?? 0;
  return (
    hours <= others &&
    COUNTED_OF_OTHERS.every((at) => (figures[at] ?? 0) <= others) &&
    figureAt(figures, 'notices') + copies <= others &&
    figureAt(figures, 'copyMedia') <= copies &&
    (copies > 0 || figureAt(figures, 'copyChars') === 0)
  );
}

const COUNTED_OF_OTHERS = [
  ...(['late', 'offHours', 'notices', 'revisions', 'copies', 'replies'] as const).map((name) =>
    PLAIN_FIGURES.indexOf(name),
  ),
  ...DEMAND_PLACES.values(),
];

/** True for a day that the calendar has. */
function isDay(told: string): boolean {
  const date = new Date(`${told}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(told);
}

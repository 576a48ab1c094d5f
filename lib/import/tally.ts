import {
  byPlace,
  COUNTED_DEMANDS,
  FIRST_HOUR,
  type Figures,
  figureAt,
  groupKey,
  type HandedRow,
  type HandedTally,
  noFigures,
  PLAIN_FIGURES,
  TALLY_FORMAT,
  TALLY_VERSION,
} from '../tally/hand-over.ts';
import { addDays } from '../tally/local-day.ts';
import { DISPOSALS } from '../tally/merged-ledger.ts';
import {
  list,
  object,
  oneOf,
  orNull,
  plainObject,
  type Shape,
  text,
  WrongShape,
  whole,
} from './shape.ts';

/**
 * Why a tally file is left out.
 * `not-json`: no JSON, for example a file that was cut. `not-ours`: of another program, or a backup.
 * `newer-version`: written by a later version of this one. `too-large`: larger than any tally is.
 * `damaged`: ours, but changed or incomplete since: another shape, or figures that cannot be.
 */
export type TallyProblem = 'not-json' | 'not-ours' | 'newer-version' | 'too-large' | 'damaged';

/** A tally file that cannot be read. The message names the place, never the content. */
export class TallyError extends Error {
  override readonly name = 'TallyError';
  readonly code: TallyProblem;

  constructor(code: TallyProblem, message: string) {
    super(message);
    this.code = code;
  }
}

/** Largest file that is read, in bytes. A year of forty groups is under 4 MB. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Bounds on what one file may say: ten times what a heavy user comes to. */
const MOST_DAYS = 3_700;
const MOST_ROWS = 1_000_000;
const MOST_A_DAY = 1_000_000;
const MOST_CHARACTERS = 1_000_000_000;

const site = text(40, /^[a-z0-9-]+$/);
const code = text(20, /^[0-9a-f]{20}$/);
const day: Shape<string> = (value, where) => {
  const told = text(10, /^20\d\d-\d\d-\d\d$/)(value, where);
  if (!isDay(told)) throw new WrongShape(where);
  return told;
};
const count = whole(MOST_A_DAY);
const characters = whole(MOST_CHARACTERS);

const head = object({
  formula: whole(1_000_000),
  installation: text(32, /^[0-9a-f]{32}$/),
  revision: whole(Number.MAX_SAFE_INTEGER),
  from: day,
  to: day,
  word: orNull(text(4, /^[0-9a-f]{4}$/)),
  groups: list(object({ site, code, disposal: oneOf(...DISPOSALS) }), 100_000),
});

/** Throws `TallyError` for a file that is too large to be read. Ask before reading it. */
export function checkSize(bytes: number): void {
  if (bytes > MOST_BYTES) throw new TallyError('too-large', `${bytes} bytes`);
}

/**
 * Checks a tally file completely and returns what it says. Throws `TallyError`.
 * Nothing of the file but codes of hexadecimal digits, names of sites, days, known words and whole numbers gets through.
 */
export function parseTally(json: string): HandedTally {
  checkSize(json.length);
  const file = jsonObject(json);
  if (file?.format !== TALLY_FORMAT) throw new TallyError('not-ours', 'another format');
  const { version } = file;
  if (typeof version !== 'number' || !(version >= 1)) throw damaged('version');
  if (version > TALLY_VERSION) throw new TallyError('newer-version', `version ${version}`);
  try {
    const tally = { ...head(file, 'tally'), rows: readRows(file.rows) };
    checkTogether(tally);
    return tally;
  } catch (error) {
    if (error instanceof WrongShape) throw damaged(error.message);
    throw error;
  }
}

function jsonObject(json: string): Record<string, unknown> | null {
  try {
    // A byte order mark is what some editors leave behind.
    return JSON.parse(json.replace(/^\uFEFF/, '')) as Record<string, unknown> | null;
  } catch {
    throw new TallyError('not-json', 'not JSON, or cut');
  }
}

function readRows(value: unknown): HandedRow[] {
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
  if (!isPossible(figures)) throw new WrongShape(where);
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

/** The period holds every row, rows stand in order, so each once, and groups are those of rows. */
function checkTogether({ from, to, rows, groups }: HandedTally): void {
  if (from > to || addDays(from, MOST_DAYS) < to) throw damaged('period');
  let before: HandedRow | undefined;
  for (const row of rows) {
    if (row.day < from || row.day > to) throw damaged('a day outside the period');
    if (before && byPlace(before, row) >= 0) throw damaged('a row out of its order, or twice');
    before = row;
  }
  const named = new Set(groups.map(groupKey));
  if (named.size !== groups.length) throw damaged('a group twice');
  const counted = new Set(rows.map(groupKey));
  for (const group of named) if (!counted.has(group)) throw damaged('a group without rows');
}

/** True for a day that the calendar has. */
function isDay(told: string): boolean {
  const date = new Date(`${told}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(told);
}

function damaged(where: string): TallyError {
  return new TallyError('damaged', where);
}

import {
  byPlace,
  groupKey,
  type HandedRow,
  type HandedTally,
  isHandedPeriod,
  TALLY_FORMAT,
  TALLY_VERSION,
} from '../tally/hand-over.ts';
import { DISPOSALS } from '../tally/merged-ledger.ts';
import { list, object, oneOf, orNull, text, WrongShape, whole } from './shape.ts';
import { code, day, readRows, site } from './tally-rows.ts';

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

/** The period holds every row, rows stand in order, so each once, and groups are those of rows. */
function checkTogether({ from, to, rows, groups }: HandedTally): void {
  if (!isHandedPeriod(from, to)) throw damaged('period');
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

function damaged(where: string): TallyError {
  return new TallyError('damaged', where);
}

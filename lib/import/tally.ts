import { BACKUP_FORMAT } from '../tally/backup.ts';
import {
  byPlace,
  groupKey,
  type HandedRow,
  type HandedTally,
  isHandedPeriod,
  LATEST_DAY_START,
  MOST_DAYS,
  TALLY_FORMAT,
  TALLY_VERSION,
} from '../tally/hand-over.ts';
import { DISPOSALS } from '../tally/merged-ledger.ts';
import type { Day } from '../tally/rows.ts';
import { list, object, oneOf, orNull, text, WrongShape, whole } from './shape.ts';
import { TallyError } from './tally-error.ts';
import { code, day, readRows, site, WrongDay, WrongFigure } from './tally-rows.ts';

/** Largest file that is read, in bytes. A year of forty groups is under 4 MB. */
export const MOST_BYTES = 64 * 1024 * 1024;

const head = object(
  {
    formula: whole(1_000_000),
    installation: text(32, /^[0-9a-f]{32}$/),
    revision: whole(Number.MAX_SAFE_INTEGER),
    from: day,
    to: day,
    word: orNull(text(4, /^[0-9a-f]{4}$/)),
    groups: list(object({ site, code, disposal: oneOf(...DISPOSALS) }), 100_000),
  },
  // Files of before say nothing of these.
  { dayStart: whole(LATEST_DAY_START), restored: list(day, MOST_DAYS + 1) },
);

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
  if (file?.format !== TALLY_FORMAT) throw otherFile(file?.format);
  const { version } = file;
  if (typeof version !== 'number' || !(version >= 1)) throw damaged('version');
  if (version > TALLY_VERSION) throw new TallyError('newer-version', `version ${version}`);
  try {
    const { dayStart = null, restored = [], ...rest } = head(file, 'tally');
    const tally = { ...rest, dayStart, restored, rows: readRows(file.rows) };
    checkTogether(tally);
    return tally;
  } catch (error) {
    if (error instanceof WrongFigure) throw new TallyError('wrong-figure', error.message);
    if (error instanceof WrongDay) throw new TallyError('wrong-day', error.message);
    if (error instanceof WrongShape) throw damaged(error.message);
    throw error;
  }
}

function jsonObject(json: string): Record<string, unknown> | null {
  try {
    // A byte order mark is what some editors leave behind.
    return JSON.parse(json.replace(/^\uFEFF/, '')) as Record<string, unknown> | null;
  } catch {
    if (json.trim() === '') throw new TallyError('empty', 'nothing but space');
    const format = /^\s*\{\s*"format"\s*:\s*"([^"]{1,40})"/.exec(json.slice(0, 200))?.[1];
    if (format !== TALLY_FORMAT) throw otherFile(format);
    throw new TallyError('not-json', 'cut');
  }
}

/** What is no tally, and what it is where that is known. */
function otherFile(format: unknown): TallyError {
  if (format === BACKUP_FORMAT) return new TallyError('backup', 'a backup');
  const isOurs = typeof format === 'string' && format.startsWith('fingerlight-');
  return new TallyError(isOurs ? 'export' : 'not-ours', 'another format');
}

/** The period holds every row, rows stand in order, so each once, and groups and restored days are those of rows. */
function checkTogether({ from, to, rows, groups, restored }: HandedTally): void {
  if (!isHandedPeriod(from, to)) throw new TallyError('wrong-day', 'period');
  const days = new Set<Day>();
  let before: HandedRow | undefined;
  for (const row of rows) {
    if (row.day < from || row.day > to) throw new TallyError('wrong-day', 'outside the period');
    if (before && byPlace(before, row) >= 0) throw new TallyError('twice', 'rows');
    days.add(row.day);
    before = row;
  }
  const named = new Set(groups.map(groupKey));
  if (named.size !== groups.length) throw new TallyError('twice', 'groups');
  const counted = new Set(rows.map(groupKey));
  for (const group of named) if (!counted.has(group)) throw damaged('a group without rows');
  if (restored.some((each, at) => each <= (restored[at - 1] ?? ''))) {
    throw new TallyError('twice', 'restored');
  }
  if (!restored.every((each) => days.has(each))) throw damaged('a restored day without rows');
}

function damaged(where: string): TallyError {
  return new TallyError('damaged', where);
}

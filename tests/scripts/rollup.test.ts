import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { type LedgerLine, ledgerLines } from '../../lib/export/ledger-lines';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf, NOTHING_MERGED } from '../../lib/import/merge';
import type { HandedTally } from '../../lib/tally/hand-over';
import { addDays } from '../../lib/tally/local-day';
import type { LedgerBasis } from '../../lib/tally/merged-ledger';
import { DEFAULT_MINUTES, FORMULA_VERSION } from '../../lib/tally/score';
import { BASIS_QUERY, basisOf, LEDGER_QUERY, linesOf } from '../../scripts/rollup/ledger-query';
import { rollUp } from '../../scripts/rollup/roll-up';
import { CREATE_TABLES, FIGURE_COLUMNS } from '../../scripts/rollup/tables';
import { asAnother, jsonOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const ROOT = mkdtempSync(join(tmpdir(), 'fingerlight-rollup-test-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

const town = makeTown({ seed: 5, groups: 24, days: 60, messages: 5_000, lastDay: TODAY });
const middle = addDays(TODAY, -30);
const word = '减负行动';

/** Seven people, one of them without the word, one with the later half alone; two hand over again, one for a part of the days, with fewer groups. */
const WITHOUT_DAYS: HandedTally[] = await Promise.all([
  ...Array.from({ length: 5 }, (_, person) => personOf(town, person, { word, groups: 9 })),
  personOf(town, 5, { word, groups: 9, from: middle }),
  personOf(town, 7, { groups: 9 }),
  personOf(town, 2, { word, groups: 5, revision: 2, from: middle }),
  personOf(town, 3, { word, groups: 12, revision: 3 }),
]);

/** One starts the day at midnight, one changed over, one does not say; restored days, some of them handed in again. */
const TALLIES = WITHOUT_DAYS.map((tally, at) => ({
  ...tally,
  dayStart: [0, 4, 4, 4, null, 4, 4, 5, 4][at] ?? null,
  restored: at % 3 === 2 ? [...new Set(tally.rows.map(({ day }) => day))].slice(20, 36) : [],
}));

let folders = 0;

function folderOf(files: Record<string, string>): string {
  folders += 1;
  const folder = join(ROOT, String(folders));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function named(tallies: readonly HandedTally[]): Record<string, string> {
  return Object.fromEntries(tallies.map((tally, at) => [`${at}.json`, jsonOf(tally)]));
}

function mergedLines(tallies: readonly HandedTally[]): LedgerLine[] {
  return ledgerLines(ledgerOf(tallies.map(mergedOf).reduce(merge, NOTHING_MERGED)));
}

/** Engines add floating-point numbers in orders of their own. */
function expectSame(lines: readonly LedgerLine[], expected: readonly LedgerLine[]): void {
  const rounded = (list: readonly LedgerLine[]) =>
    list.map((line) => ({ ...line, minutes: Math.round(line.minutes * 1_000) }));
  expect(rounded(lines)).toEqual(rounded(expected));
}

/** The same queries on SQLite, filled row by row. */
function onSqlite(tallies: readonly HandedTally[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  for (const statement of CREATE_TABLES) db.exec(statement);
  const insert = (table: string, values: (string | number | null)[]) =>
    db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(',')})`).run(...values);
  for (const tally of tallies) {
    const { installation, revision, from, to, word, formula, dayStart, groups, rows } = tally;
    insert('tally_files', [installation, revision, from, to, word, formula, dayStart]);
    for (const day of tally.restored) insert('tally_restored', [installation, revision, day]);
    for (const { site, code, disposal } of groups) {
      insert('tally_groups', [installation, revision, site, code, disposal]);
    }
    for (const { day, site, code, figures } of rows) {
      insert('tally_rows', [installation, revision, day, site, code, ...figures]);
    }
  }
  return db;
}

function sqliteLines(tallies: readonly HandedTally[]): LedgerLine[] {
  return linesOf(onSqlite(tallies).prepare(LEDGER_QUERY).all());
}

function mergedBasis(tallies: readonly HandedTally[]): LedgerBasis {
  return ledgerOf(tallies.map(mergedOf).reduce(merge, NOTHING_MERGED)).basis;
}

test('DuckDB over files comes to the same ledger as the merge', async () => {
  const { lines, files, broken, head } = await rollUp({ names: [folderOf(named(TALLIES))] });
  expect([files, broken, head.contributors]).toEqual([9, [], 7]);
  expect(head.words).toEqual([null, TALLIES[0]?.word]);
  expect(new Set(lines.map(({ section }) => section)).size).toBe(5);
  expectSame(lines, mergedLines(TALLIES));
});

test('SQLite comes to the same ledger by the same query', () => {
  expectSame(sqliteLines(TALLIES), mergedLines(TALLIES));
});

test('every engine says the same of day starts, periods and restored days, and twice no more than once', async () => {
  const expected = mergedBasis(TALLIES);
  expect(expected).toMatchObject({ otherDayStarts: 2, unknownDayStarts: 1, shorterPeriods: 1 });
  expect(expected.restoredPeople).toBe(3);
  // The newer file of one of them covers some of the restored days, and says that they are none.
  const said = TALLIES.reduce((sum, { restored }) => sum + restored.length, 0);
  expect(expected.restoredDays).toBeGreaterThan(0);
  for (const tallies of [TALLIES, [...TALLIES, ...TALLIES], TALLIES.slice(3), []]) {
    const [row = {}] = onSqlite(tallies).prepare(BASIS_QUERY).all();
    expect(basisOf([row])).toEqual(mergedBasis(tallies));
    const { head } = await rollUp({ names: [folderOf(named(tallies))] });
    expect(head.basis).toEqual(mergedBasis(tallies));
  }
  const renewed = { ...(TALLIES[2] as HandedTally), revision: 9, restored: [] };
  expect(mergedBasis([...TALLIES, renewed]).restoredDays).toBeLessThan(said);
});

test('with fewer than five contributors every engine tells the total and nothing else', async () => {
  const few = TALLIES.slice(0, 4);
  const { lines } = await rollUp({ names: [folderOf(named(few))] });
  expect(lines).toHaveLength(1);
  expectSame(lines, mergedLines(few));
  expectSame(sqliteLines(few), mergedLines(few));
});

test('a file given twice, in whatever folder, counts once', async () => {
  const files = named(TALLIES);
  const again = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`b/${name}`, text]),
  );
  const { lines } = await rollUp({ names: [folderOf({ ...files, ...again })] });
  expectSame(lines, mergedLines(TALLIES));
});

test('broken files are named and left out whole; the others count', async () => {
  const sound = jsonOf(asAnother(TALLIES[0] as HandedTally, 90));
  const huge = sound.replace(/"messages":\d+/, '"messages":99999999999');
  const folder = folderOf({
    ...named(TALLIES),
    'cut.json': sound.slice(0, 5_000),
    'else.json': '{"some":"thing"}',
    'empty.json': '',
    'newer.json': sound.replace('"version":1', '"version":2'),
    'huge.json': huge,
    'negative.json': sound.replace(/"messages":/, '"messages":-'),
    // The last of two fields of one name counts for us; another reader may take the first.
    'twofold.json': sound.replace(/"messages":(\d+)/, '"messages":900000,"messages":$1'),
  });
  const { lines, broken } = await rollUp({ names: [folder] });
  const why = Object.fromEntries(
    broken.map(({ file, problem }) => [file.split(/[\\/]/).at(-1), problem]),
  );
  const twofold = why['twofold.json'];
  expect(why).toMatchObject({
    'cut.json': 'not-json',
    'else.json': 'not-ours',
    'empty.json': 'empty',
    'newer.json': 'newer-version',
    'huge.json': 'wrong-figure',
    'negative.json': 'wrong-figure',
  });
  // Either both readers agree on it, or it is left out; never is it read in two ways.
  const counted = twofold ? TALLIES : [...TALLIES, asAnother(TALLIES[0] as HandedTally, 90)];
  expectSame(lines, mergedLines(counted));
});

test('names of files are no patterns and no SQL', async () => {
  const [one = '', two = '', three = ''] = Object.values(named(TALLIES));
  const folder = folderOf({
    "o'clock.json": one,
    '[ab].json': two,
    'a.json': three,
    '台账 (1)*.json': jsonOf(TALLIES[3] as HandedTally),
  });
  const { lines, broken } = await rollUp({ names: [folder] });
  expect(broken).toEqual([]);
  expectSame(lines, mergedLines(TALLIES.slice(0, 4)));
});

test('a pattern takes what it matches', async () => {
  const folder = folderOf(named(TALLIES));
  const { files } = await rollUp({ names: [join(folder, '[0-4].json')] });
  expect(files).toBe(5);
});

test('Parquet gives the same ledger again, also together with the files it was made of', async () => {
  const [folder, lake] = [folderOf(named(TALLIES)), join(ROOT, 'lake')];
  await rollUp({ names: [folder], parquet: lake });
  const again = await rollUp({ names: [lake] });
  expectSame(again.lines, mergedLines(TALLIES));
  expect(again.head.basis).toEqual(mergedBasis(TALLIES));
  expectSame((await rollUp({ names: [lake, folder] })).lines, mergedLines(TALLIES));
  writeFileSync(join(lake, 'tally_rows/part-1.parquet'), 'PAR1 and no more');
  const { broken, lines } = await rollUp({ names: [lake] });
  expect(broken.map(({ problem }) => problem)).toEqual(['damaged']);
  expectSame(lines, mergedLines(TALLIES));
});

test('nothing to read is no ledger of zeros that looks like one', async () => {
  const { files, lines } = await rollUp({ names: [folderOf({ 'a.txt': 'x' })] });
  expect(files).toBe(0);
  expect(lines).toMatchObject([{ section: 'total', people: 0, messages: 0 }]);
});

test('the query reckons by the formula of today', () => {
  expect(LEDGER_QUERY).toContain(`version ${FORMULA_VERSION} of the formula`);
  for (const [kind, { minutes }] of Object.entries(DEFAULT_MINUTES)) {
    const column = `ask_${kind.replaceAll('-', '_')}`;
    if (minutes > 0) {
      expect(LEDGER_QUERY).toContain(`+ ${minutes} * CAST(${column} AS DOUBLE)`);
      expect(LEDGER_QUERY).toContain(`WHEN '${kind}' THEN ${minutes}`);
    } else expect(LEDGER_QUERY).not.toContain(`* CAST(${column} AS DOUBLE)`);
  }
  for (const column of FIGURE_COLUMNS) expect(LEDGER_QUERY).toContain(`MAX(r.${column})`);
});

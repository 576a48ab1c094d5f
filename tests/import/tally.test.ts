import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { ledgerJson, ledgerLines } from '../../lib/export/ledger-lines';
import { DEFAULT_REDACTION } from '../../lib/export/redaction';
import { sheetsJson } from '../../lib/export/sheets-json';
import { tallyJson } from '../../lib/export/tally-json';
import { parseBackup } from '../../lib/import/backup';
import { ledgerOf } from '../../lib/import/ledger';
import { mergedOf } from '../../lib/import/merge';
import { checkSize, parseTally } from '../../lib/import/tally';
import { TallyError } from '../../lib/import/tally-error';
import { daysBetween } from '../../lib/tally/local-day';
import { makeTown, personOf } from '../tally/handed/people';
import { NOON, TODAY } from '../tally/tally-bench';
import { makeYear } from '../tally/year/year';

const SIZE = { seed: 3, groups: 12, days: 20, messages: 900, lastDay: TODAY };
const TALLY = await personOf(makeTown(SIZE), 0, { word: '减负行动' });
const JSON_TEXT = tallyJson(TALLY);

type Loose = Record<string, unknown>;
type File = Loose & { rows: Loose[]; groups: Loose[] };

function problemOf(json: string): string {
  try {
    parseTally(json);
  } catch (error) {
    if (error instanceof TallyError) return error.code;
    throw error;
  }
  return 'none';
}

/** The file after a change. */
function changed(change: (file: File, row: Loose) => void): string {
  const file = JSON.parse(JSON_TEXT) as File;
  change(file, file.rows[0] as Loose);
  return JSON.stringify(file);
}

test('a file cut anywhere is told to be cut', () => {
  for (let share = 0.05; share < 1; share += 0.05) {
    expect(problemOf(JSON_TEXT.slice(0, Math.floor(JSON_TEXT.length * share)))).toBe('not-json');
  }
  expect(problemOf(JSON_TEXT.slice(0, -2))).toBe('not-json');
});

test('what is empty is told to be empty', () => {
  for (const text of ['', ' \r\n', '\uFEFF']) expect(problemOf(text)).toBe('empty');
});

test.each([
  ['PK\u0003\u0004'],
  ['<!DOCTYPE html><title>{"format":"fingerlight-tally"'],
  ['{"format":"else","rows":[1,2'],
  ['{"some":'],
  ['{"__proto__":{"format":"fingerlight-tally","version":1}}'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['['.repeat(100_000)],
  ['null'],
  ['[]'],
  ['7'],
  ['{"format":"else","version":1}'],
  ['{"constructor":{"format":"fingerlight-tally"}}'],
])('%s is not ours', (json) => {
  expect(problemOf(json)).toBe('not-ours');
});

const BACKUP = backupJson(
  {
    ...makeYear({ ...SIZE, messages: 50 }),
    ...{ exceptions: [], groups: [], closedDays: [], privateChats: [] },
  },
  NOON,
);

test('a backup is no tally, whole or cut, and a tally no backup; each is told as what it is', () => {
  expect(problemOf(BACKUP)).toBe('backup');
  expect(problemOf(BACKUP.slice(0, BACKUP.length / 2))).toBe('backup');
  expect(() => parseBackup(BACKUP)).not.toThrow();
  expect(() => parseBackup(JSON_TEXT)).toThrow(expect.objectContaining({ code: 'tally' }));
});

test('what else this program writes is told as such', () => {
  const head = { from: TODAY, to: TODAY, redaction: DEFAULT_REDACTION, created: NOON };
  expect(problemOf(sheetsJson([], head))).toBe('export');
  const ledger = ledgerOf(mergedOf(TALLY));
  expect(problemOf(ledgerJson(ledgerLines(ledger), ledger))).toBe('export');
});

test('a file of before, which says nothing of day starts and restored days, is read', () => {
  const before = changed((file) => {
    delete file.dayStart;
    delete file.restored;
  });
  expect(parseTally(before)).toEqual({ ...TALLY, dayStart: null, restored: [] });
});

test('a field may be nested as deep as it likes, where nobody asks for it', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const json = JSON_TEXT.replace('"version":1', `"version":1,"more":${deep}`);
  expect(parseTally(json)).toEqual(TALLY);
  expect(problemOf(JSON_TEXT.replace(/"rows":/, `"rows":${deep},"old":`))).toBe('damaged');
});

test('keys that are names of methods and prototypes change nothing', () => {
  const json = JSON_TEXT.replace(
    '"version":1',
    '"version":1,"__proto__":{"dayStart":6},"constructor":1,"toString":{},"hasOwnProperty":1',
  ).replaceAll('"demands":{', '"__proto__":{"own":1},"demands":{');
  expect(parseTally(json)).toEqual(TALLY);
  expect(problemOf(JSON_TEXT.replace('"hours":{', '"hours":{"__proto__":1,'))).toBe('damaged');
  expect(({} as Loose).own).toBeUndefined();
});

test('a newer version is told as such, whatever its rows', () => {
  expect(problemOf('{"format":"fingerlight-tally","version":2,"rows":"else"}')).toBe(
    'newer-version',
  );
});

test('a field that is not known is dropped, a byte order mark passed over', () => {
  const json = changed((file, row) => {
    file.comment = '<script>alert(1)</script>';
    row.name = '=HYPERLINK("x")';
  });
  expect(parseTally(`\uFEFF${json}`)).toEqual(TALLY);
});

const FIGURES: [string, (file: File, row: Loose) => void][] = [
  ['a negative figure', (_, row) => (row.messages = -1)],
  ['half a message', (_, row) => (row.messages = 1.5)],
  ['a figure as text', (_, row) => (row.messages = '9')],
  ['more messages than a day has', (_, row) => (row.messages = 1e9)],
  ['a figure beyond reckoning', (_, row) => (row.messages = 1e300)],
  ['a figure that is none', (_, row) => (row.messages = null)],
  ['a negative count of a demand', (_, row) => (row.demands = { form: -1 })],
  ['half an hour’s message', (_, row) => (row.hours = { 9: 0.5 })],
  ['more copies than messages', (_, row) => (row.copies = 5_000)],
  ['more of one’s own than there are', (_, row) => (row.own = 5_000)],
  [
    'characters of no copy',
    (_, row) => Object.assign(row, { copies: 0, copyMedia: 0, copyChars: 9 }),
  ],
  ['more demands than messages', (_, row) => (row.demands = { form: 9_000 })],
  ['more by the hour than in all', (_, row) => (row.hours = { 9: 9_000 })],
];

const DAYS: [string, (file: File, row: Loose) => void][] = [
  ['a day that the calendar has not', (_, row) => (row.day = '2026-02-30')],
  ['a leap day of a common year', (_, row) => (row.day = '2027-02-29')],
  ['a day outside the period', (_, row) => (row.day = '2020-01-01')],
  ['a period that ends before it begins', (file) => (file.from = '2027-01-01')],
  [
    'a period of a century',
    (file) => Object.assign(file, { from: '2000-01-01', to: '2099-12-31' }),
  ],
  ['a restored day that the calendar has not', (file) => (file.restored = ['2026-06-31'])],
];

const TWICE: [string, (file: File, row: Loose) => void][] = [
  ['a row twice', (file, row) => file.rows.push(row)],
  ['rows in another order', (file) => file.rows.reverse()],
  ['a group twice', (file) => (file.groups = [...file.groups, ...file.groups])],
  ['a restored day twice', (file, row) => (file.restored = [row.day, row.day])],
];

const TAMPERED: [string, (file: File, row: Loose) => void][] = [
  ['a demand of no kind', (_, row) => (row.demands = { bribe: 1 })],
  ['a demand named like a method', (_, row) => (row.demands = { toString: 1 })],
  ['an hour that no day has', (_, row) => (row.hours = { 24: 1 })],
  ['a code that is a name', (_, row) => (row.code = '防汛值守群')],
  ['a script for a code', (_, row) => (row.code = '<img src=x onerror=alert(1)>')],
  ['a site with a script', (_, row) => (row.site = '"><script>')],
  ['a formula for a site', (_, row) => (row.site = '=1+1')],
  ['a row that is none', (file) => file.rows.push(null as never)],
  ['rows that are no list', (file) => (file.rows = {} as never)],
  ['no rows', (file) => delete (file as Loose).rows],
  ['another installation', (file) => (file.installation = 'x')],
  ['a revision below zero', (file) => (file.revision = -1)],
  ['a revision beyond reckoning', (file) => (file.revision = 1e300)],
  ['a day that starts in the afternoon', (file) => (file.dayStart = 15)],
  ['a day start in words', (file) => (file.dayStart = '4')],
  ['restored days that are no list', (file) => (file.restored = 'all')],
  ['a restored day without rows', (file) => (file.restored = [dayWithoutRows()])],
  ['a word instead of its check', (file) => (file.word = '减负行动')],
  ['a disposal of no kind', (file) => (file.groups = [{ ...TALLY.groups[0], disposal: 'arrest' }])],
  [
    'a group without rows',
    (file) => (file.groups = [{ site: 'wechat', code: '0'.repeat(20), disposal: 'keep' }]),
  ],
  ['a version that is none', (file) => (file.version = '1')],
];

test.each([
  ['wrong-figure', FIGURES],
  ['wrong-day', DAYS],
  ['twice', TWICE],
  ['damaged', TAMPERED],
] as const)('tampering is found and told: %s', (problem, cases) => {
  expect(TALLY.groups.length).toBeGreaterThan(0);
  const found = cases.map(([name, change]) => [name, problemOf(changed(change))]);
  expect(found).toEqual(cases.map(([name]) => [name, problem]));
});

function dayWithoutRows(): string {
  const days = new Set(TALLY.rows.map(({ day }) => day));
  return daysBetween(TALLY.from, TALLY.to).find((day) => !days.has(day)) ?? '';
}

test('what is refused is told without a word of the file', () => {
  const json = changed((_, row) => (row.code = 'PLANTED'));
  expect(() => parseTally(json)).toThrow(expect.objectContaining({ message: 'rows[0]' }));
});

test('a file of 500 MB is refused by its size alone', () => {
  expect(() => checkSize(500 * 1024 * 1024)).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
  expect(() => checkSize(JSON_TEXT.length)).not.toThrow();
});

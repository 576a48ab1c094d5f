import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { tallyJson } from '../../lib/export/tally-json';
import { checkSize, parseTally } from '../../lib/import/tally';
import { TallyError } from '../../lib/import/tally-error';
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

test('a file cut anywhere is refused as no JSON', () => {
  for (let share = 0; share < 1; share += 0.05) {
    expect(problemOf(JSON_TEXT.slice(0, Math.floor(JSON_TEXT.length * share)))).toBe('not-json');
  }
  expect(problemOf(JSON_TEXT.slice(0, -2))).toBe('not-json');
});

test.each([
  ['null'],
  ['[]'],
  ['7'],
  ['{"format":"else","version":1}'],
  ['{"constructor":{"format":"fingerlight-tally"}}'],
])('%s is not ours', (json) => {
  expect(problemOf(json)).toBe('not-ours');
});

test('a backup is no tally: it is not taken for one', () => {
  const made = makeYear({ ...SIZE, messages: 50 });
  expect(
    problemOf(
      backupJson({ ...made, exceptions: [], groups: [], closedDays: [], privateChats: [] }, NOON),
    ),
  ).toBe('not-ours');
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

const TAMPERED: [string, (file: File, row: Loose) => void][] = [
  ['a negative figure', (_, row) => (row.messages = -1)],
  ['half a message', (_, row) => (row.messages = 1.5)],
  ['a figure as text', (_, row) => (row.messages = '9')],
  ['more messages than a day has', (_, row) => (row.messages = 1e9)],
  ['more copies than messages', (_, row) => (row.copies = 5_000)],
  ['more of one’s own than there are', (_, row) => (row.own = 5_000)],
  [
    'characters of no copy',
    (_, row) => Object.assign(row, { copies: 0, copyMedia: 0, copyChars: 9 }),
  ],
  ['more demands than messages', (_, row) => (row.demands = { form: 9_000 })],
  ['a demand of no kind', (_, row) => (row.demands = { bribe: 1 })],
  ['a demand named like a method', (_, row) => (row.demands = { toString: 1 })],
  ['an hour that no day has', (_, row) => (row.hours = { 24: 1 })],
  ['more by the hour than in all', (_, row) => (row.hours = { 9: 9_000 })],
  ['a day that the calendar has not', (_, row) => (row.day = '2026-02-30')],
  ['a day outside the period', (_, row) => (row.day = '2020-01-01')],
  ['a code that is a name', (_, row) => (row.code = '防汛值守群')],
  ['a script for a code', (_, row) => (row.code = '<img src=x onerror=alert(1)>')],
  ['a site with a script', (_, row) => (row.site = '"><script>')],
  ['a formula for a site', (_, row) => (row.site = '=1+1')],
  ['a row twice', (file, row) => file.rows.push(row)],
  ['a row that is none', (file) => file.rows.push(null as never)],
  ['rows that are no list', (file) => (file.rows = {} as never)],
  ['no rows', (file) => delete (file as Loose).rows],
  ['another installation', (file) => (file.installation = 'x')],
  ['a revision below zero', (file) => (file.revision = -1)],
  ['a revision beyond reckoning', (file) => (file.revision = 1e300)],
  ['a period that ends before it begins', (file) => (file.from = '2027-01-01')],
  [
    'a period of a century',
    (file) => Object.assign(file, { from: '2000-01-01', to: '2099-12-31' }),
  ],
  ['a word instead of its check', (file) => (file.word = '减负行动')],
  ['a disposal of no kind', (file) => (file.groups = [{ ...TALLY.groups[0], disposal: 'arrest' }])],
  ['a group twice', (file) => (file.groups = [...file.groups, ...file.groups])],
  [
    'a group without rows',
    (file) => (file.groups = [{ site: 'wechat', code: '0'.repeat(20), disposal: 'keep' }]),
  ],
  ['a version that is none', (file) => (file.version = '1')],
];

test.each(TAMPERED)('%s is damage', (_, change) => {
  expect(TALLY.groups.length).toBeGreaterThan(0);
  expect(problemOf(changed(change))).toBe('damaged');
});

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

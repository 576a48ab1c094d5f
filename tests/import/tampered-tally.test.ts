import { expect, test } from 'vitest';
import { parseTally } from '../../lib/import/tally';
import { daysBetween } from '../../lib/tally/local-day';
import { changed, type File, type Loose, problemOf, TALLY } from './changed-tally';

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

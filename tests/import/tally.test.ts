import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { ledgerJson, ledgerLines } from '../../lib/export/ledger-lines';
import { DEFAULT_REDACTION } from '../../lib/export/redaction';
import { sheetsJson } from '../../lib/export/sheets-json';
import { parseBackup } from '../../lib/import/backup';
import { ledgerOf } from '../../lib/import/ledger';
import { mergedOf } from '../../lib/import/merge';
import { checkSize, parseTally } from '../../lib/import/tally';
import { NOON, TODAY } from '../tally/tally-bench';
import { makeYear } from '../tally/year/year';
import { changed, JSON_TEXT, type Loose, problemOf, SIZE, TALLY } from './changed-tally';

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
    ...{ exceptions: [], groups: [], closedDays: [], privateChats: [], histories: [] },
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

test('a file of 500 MB is refused by its size alone', () => {
  expect(() => checkSize(500 * 1024 * 1024)).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
  expect(() => checkSize(JSON_TEXT.length)).not.toThrow();
});

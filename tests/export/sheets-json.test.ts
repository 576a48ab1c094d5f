import { expect, test } from 'vitest';
import { sheetsOf } from '../../lib/export/sheets';
import { sheetsJson } from '../../lib/export/sheets-json';
import { ALL, dayRow, HOSTILE, noteOf, OPEN, objectsOf, sourceOf } from './hand-over';

const DAY = '2026-10-12';
const HEAD = { from: DAY, to: DAY, redaction: OPEN, created: Date.UTC(2026, 9, 15) };

test('the rows of every sheet come back, whatever they are named', () => {
  const rows = HOSTILE.map((chat) => dayRow(DAY, chat, { messages: 1, demands: { form: 1 } }));
  const notes = HOSTILE.map((chat) => noteOf(chat, { note: chat }));
  const sheets = sheetsOf(sourceOf(DAY, DAY, rows, { notes }), ALL, OPEN);
  const told = JSON.parse(sheetsJson(sheets, HEAD));
  expect(told).toMatchObject({
    ...{ format: 'fingerlight-sheets', version: 1, created: '2026-10-15T00:00:00.000Z' },
    ...{ from: DAY, to: DAY, redaction: OPEN },
  });
  expect(told.sheets).toEqual(
    sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map(({ head, type }) => ({ head, type })),
      notes: sheet.notes,
      rows: objectsOf(sheet),
    })),
  );
});

test('sheets without a row are told as such, and it is no backup', () => {
  const json = sheetsJson(sheetsOf(sourceOf(DAY, DAY, []), ALL, OPEN), HEAD);
  expect(JSON.parse(json).sheets[1].rows).toEqual([]);
  expect(json).not.toContain('fingerlight-backup');
});

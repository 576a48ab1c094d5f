import { expect, test } from 'vitest';
import {
  LEDGER_COLUMNS,
  ledgerLines,
  plainCell,
  type Section,
} from '../../lib/export/ledger-lines';
import type { Sheet } from '../../lib/export/sheet';
import { FEWEST_CONTRIBUTORS } from '../../lib/tally/merged-ledger';
import { objectsOf } from './hand-over';
import { mergedLedger, plainSheets } from './merged-book';

const lines = ledgerLines(await mergedLedger(6));
const sheets = plainSheets(lines);
const linesOf = (...sections: Section[]) =>
  lines.filter(({ section }) => sections.includes(section));

function sheetNamed(name: string): Sheet {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('what a line of the ledger says stands in the workbook, each figure under its head', () => {
  const groups = objectsOf(sheetNamed('group'));
  expect(groups).toHaveLength(linesOf('group', 'single').length);
  linesOf('group', 'single').forEach((line, at) => {
    for (const column of LEDGER_COLUMNS.slice(1)) {
      const isOfAll = line.section === 'single' && column === 'item';
      const cell = isOfAll ? 'single' : plainCell(column, line);
      expect([column, groups[at]?.[column]]).toEqual([column, cell === '' ? null : cell]);
    }
  });
  const demands = objectsOf(sheetNamed('demand'));
  expect(demands.map(({ item, times, minutes }) => [item, times, minutes])).toEqual(
    linesOf('demand').map((line) => [line.item, line.times, plainCell('minutes', line)]),
  );
  expect(sheetNamed('hour').rows).toEqual(
    linesOf('hour').map(({ item, times }) => [`${item}:00`, times]),
  );
});

test('the totals leave out no figure that is not nought', () => {
  const told = new Map(sheetNamed('total').rows.map(([column, figure]) => [column, figure]));
  const [total] = linesOf('total');
  const left = LEDGER_COLUMNS.filter(
    (column) => total && !told.has(column) && plainCell(column, total) !== 0,
  );
  expect(left).toEqual(['section', 'item', 'site']);
  expect(told.get('minutes')).toBe(total && plainCell('minutes', total));
});

test('days are days, minutes have one place, and what is counted is whole', () => {
  const types = Object.fromEntries(
    sheetNamed('group').columns.map(({ head, type }) => [head, type]),
  );
  expect(types).toMatchObject({ item: 'text', site: 'text', from: 'date', to: 'date' });
  expect(types).toMatchObject({ minutes: 'decimal', messages: 'whole', keep: 'whole' });
});

test('fewer than five people are one sheet of totals', async () => {
  for (const people of [1, FEWEST_CONTRIBUTORS - 1]) {
    const few = plainSheets(ledgerLines(await mergedLedger(people)));
    expect(few.map(({ name }) => name)).toEqual(['total']);
    expect(few[0]?.rows[0]).toEqual(['people', people]);
  }
  const enough = plainSheets(ledgerLines(await mergedLedger(FEWEST_CONTRIBUTORS)));
  expect(enough.map(({ name }) => name)).toEqual(['total', 'demand', 'group', 'hour']);
});

test('a site that is named to do harm is cleaned, and nothing merged is no sheet', () => {
  const [group] = linesOf('group');
  if (!group) throw new Error('no group');
  const [sheet] = plainSheets([{ ...group, site: '=1\u202e\r\n<b>' }]);
  expect(sheet && objectsOf(sheet)[0]?.site).toBe('=1 <b>');
  expect(plainSheets([])).toEqual([]);
});

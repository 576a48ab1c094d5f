import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DemandKind } from '../../lib/detect/types';
import { FORMS } from '../../lib/export/categories';
import { sheetsOf } from '../../lib/export/sheets';
import { addDays } from '../../lib/tally/local-day';
import type { DayRow } from '../../lib/tally/rows';
import { makeYear } from '../tally/year/year';
import {
  ALL,
  dayRow,
  HOSTILE,
  noteOf,
  OPEN,
  objectsOf,
  sourceOf,
  sourceOfTally,
} from './hand-over';

function sum(rows: readonly Record<string, unknown>[], head: string): number {
  return rows.reduce((total, row) => total + Number(row[head] ?? 0), 0);
}

function countOf(days: readonly DayRow[], pick: (row: DayRow) => number): number {
  return days.reduce((total, row) => total + pick(row), 0);
}

test('whatever the tally, period and choice of groups, the sheets add up to the day sums', () => {
  const setting = fc.record({
    seed: fc.integer({ min: 1, max: 1_000 }),
    back: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 1, max: 40 }),
    every: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(setting, ({ seed, back, length, every }) => {
      const lastDay = '2026-10-15';
      const tally = makeYear({ seed, groups: 14, days: 70, messages: 1_500, lastDay });
      const to = addDays(lastDay, -back);
      const source = sourceOfTally(tally, addDays(to, 1 - length), to);
      const ids = source.groups.map(({ site, chat }) => `${site}|${chat}`);
      const groups = new Set(ids.filter((_, at) => at % every === 0));
      const [summary, ...lists] = sheetsOf(source, { ...ALL, groups }, OPEN);
      const items = Object.fromEntries(objectsOf(summary).map((row) => [row.项目, row]));
      const [leads = [], ledger = []] = lists.map(objectsOf);
      const days = source.days.filter(({ site, chat }) => groups.has(`${site}|${chat}`));

      const messages = countOf(days, (row) => row.messages);
      expect(items.消息?.本期).toBe(messages);
      expect(sum(ledger, '本期消息')).toBe(messages);
      expect(sum(ledger, '重复通知')).toBe(countOf(days, ({ copies }) => copies));
      const kinds = Object.keys(FORMS) as DemandKind[];
      const leading = kinds.filter((kind) => FORMS[kind].category !== null);
      const askedTimes = (row: DayRow, of: readonly DemandKind[]) =>
        of.reduce((total, kind) => total + (row.demands[kind] ?? 0), 0);
      expect(sum(leads, '次数')).toBe(countOf(days, (row) => askedTimes(row, leading)));
      expect(items.各类要求合计?.本期).toBe(countOf(days, (row) => askedTimes(row, kinds)));
      for (const lead of leads) {
        expect(lead.非工作时间次数).toBeLessThanOrEqual(Number(lead.次数));
        expect(lead.涉及群数).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 25 },
  );
});

test('hostile names and notes leave every cell on one line and of its type', () => {
  const rows = HOSTILE.map((chat) =>
    dayRow('2026-10-12', chat, { messages: 1, demands: { photo: 1 } }),
  );
  const notes = HOSTILE.map((chat) => noteOf(chat, { owner: chat, purpose: chat, note: chat }));
  const source = sourceOf('2026-10-10', '2026-10-16', rows, { notes });
  for (const sheet of sheetsOf(source, ALL, OPEN)) {
    for (const row of sheet.rows) {
      expect(row).toHaveLength(sheet.columns.length);
      row.forEach((cell, at) => {
        const type = sheet.columns[at]?.type;
        if (cell === null) return;
        if (type === 'text') expect(cell).toMatch(/^[^\p{Cc}]*$/u);
        else if (type === 'date') expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        else expect(Number.isFinite(cell)).toBe(true);
      });
    }
  }
});

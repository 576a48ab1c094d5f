import { expect, test } from 'vitest';
import { hourMapOf } from '../../lib/tally/hour-map';
import { burden } from './made-burden';

test('each day is in the row of its sort: a holiday and a make-up Saturday are not in those of their weekdays', () => {
  const { rows } = hourMapOf(
    burden('2026-09-30', '2026-10-10', {
      '2026-09-30': { messages: 2, hours: { 9: 2 } },
      '2026-10-01': { messages: 3, hours: { 0: 1, 23: 2 } },
      '2026-10-10': { messages: 5, hours: { 9: 5 } },
    }).series,
  );
  const filled = rows.filter(({ hours }) => hours.some((count) => count > 0));
  expect(filled.map(({ sort, days }) => [sort, days])).toEqual([
    [3, 1],
    ['holiday', 7],
    ['make-up', 1],
  ]);
  expect(filled.map(({ hours }) => [hours[0], hours[9], hours[23]])).toEqual([
    [0, 2, 0],
    [1, 0, 2],
    [0, 5, 0],
  ]);
  expect(rows.every(({ hours }) => hours.length === 24)).toBe(true);
  // Thursday: only the 8th, because the 1st is a holiday.
  expect(rows.find(({ sort }) => sort === 4)?.days).toBe(1);
  expect(rows.reduce((sum, { days }) => sum + days, 0)).toBe(11);
});

test('a week without holidays has seven rows', () => {
  const { rows, unknown } = hourMapOf(burden('2026-11-23', '2026-11-29', {}).series);
  expect(rows.map(({ sort, days }) => [sort, days])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, 1]),
  );
  expect(unknown).toBe(0);
});

test('messages from before hours were kept are counted apart', () => {
  const days = { '2026-11-23': { messages: 10, own: 3, hours: { 8: 2 } } };
  expect(hourMapOf(burden('2026-11-23', '2026-11-23', days).series).unknown).toBe(5);
});

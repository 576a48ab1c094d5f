import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompareFigure, changeOf, compare } from '../../lib/tally/comparison';
import { burden } from './made-burden';

function row(comparison: ReturnType<typeof compare>, figure: CompareFigure) {
  return comparison.rows.find((each) => each.figure === figure);
}

describe('a change', () => {
  test.each([
    [10, 5, -5, -0.5],
    [10, 10, 0, 0],
    [10, 0, -10, -1],
    [0, 5, 5, null],
    [0, 0, 0, null],
  ])('from %d to %d is %d, a share of %s', (before, after, change, share) => {
    expect(changeOf(before, after)).toEqual({ before, after, change, share });
  });

  test('is never a number that is none', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (before, after) => {
        const { share } = changeOf(before, after);
        expect(share === null || Number.isFinite(share)).toBe(true);
      }),
    );
  });
});

test('two periods of unequal working days are compared by working day as well', () => {
  // Monday to Friday; then Monday to Wednesday.
  const before = burden('2026-11-16', '2026-11-20', {
    '2026-11-16': { messages: 50, copies: 10, copyChars: 2_550 },
  });
  const after = burden('2026-11-23', '2026-11-25', {
    '2026-11-23': { messages: 30, copies: 3, copyChars: 765 },
  });
  const comparison = compare(before, after);
  expect(comparison.workingDays).toEqual({ before: 5, after: 3 });
  // 40 % fewer in the sum, and as many a day.
  expect(row(comparison, 'messages')).toMatchObject({
    change: -20,
    share: -0.4,
    perDay: { before: 10, after: 10, change: 0, share: 0 },
  });
  expect(row(comparison, 'minutes')).toMatchObject({ before: 10, after: 3 });
  expect(row(comparison, 'score')?.perDay).toBeNull();
  expect(row(comparison, 'groups')).toMatchObject({ before: 1, after: 1, perDay: null });
});

test('a period before any data is nothing, and what follows has no per cent', () => {
  const comparison = compare(
    burden('2020-01-01', '2020-01-03', {}),
    burden('2026-11-23', '2026-11-25', { '2026-11-23': { messages: 4, demands: { form: 2 } } }),
  );
  expect(row(comparison, 'messages')).toMatchObject({ before: 0, after: 4, share: null });
  expect(row(comparison, 'form')).toMatchObject({ before: 0, after: 2, share: null });
  expect(row(comparison, 'photo')).toBeUndefined();
});

test('a period of holidays alone still has one day to divide by', () => {
  const holidays = burden('2026-10-01', '2026-10-03', { '2026-10-01': { messages: 6 } });
  const { workingDays, rows } = compare(holidays, holidays);
  expect(workingDays).toEqual({ before: 0, after: 0 });
  expect(rows.find(({ figure }) => figure === 'messages')?.perDay?.before).toBe(6);
});

test('off-hours follow the calendar in both periods', () => {
  const day = { messages: 5, late: 1 };
  const comparison = compare(
    burden('2026-10-10', '2026-10-10', { '2026-10-10': day }),
    burden('2026-10-17', '2026-10-17', { '2026-10-17': day }),
  );
  expect(row(comparison, 'offHours')).toMatchObject({ before: 1, after: 5 });
});

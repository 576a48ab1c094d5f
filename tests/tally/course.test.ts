import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf, offHoursShare } from '../../lib/tally/course';
import { addDays } from '../../lib/tally/local-day';
import { minutesOf } from '../../lib/tally/score';
import { burden } from './made-burden';

test('a week over New Year has its own working days: the holiday is none, the make-up Sunday is one', () => {
  const course = courseOf(
    burden('2025-12-29', '2026-01-04', {
      '2025-12-31': { copyChars: 255 },
      '2026-01-04': { replies: 30, demands: { photo: 1 } },
    }),
    'week',
  );
  expect(course).toMatchObject([
    {
      from: '2025-12-29',
      to: '2026-01-04',
      workingDays: 4,
      minutes: { reading: 1, demands: 5, replies: 1, total: 7 },
      score: (100 * (7 / 4)) / 160,
    },
  ]);
});

test('an empty period has stretches of nothing, and no share', () => {
  const nothing = burden('2026-11-21', '2026-11-22', {});
  expect(
    courseOf(nothing, 'day').map(({ minutes, score, workingDays }) => [
      minutes.total,
      score,
      workingDays,
    ]),
  ).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(offHoursShare(nothing)).toBeNull();
});

test('off-hours: the late ones of a make-up Saturday, all of a holiday, none of one’s own', () => {
  const days = {
    '2026-10-01': { messages: 10, own: 2, late: 1 },
    '2026-10-10': { messages: 10, late: 2 },
  };
  expect(offHoursShare(burden('2026-10-01', '2026-10-10', days))).toBe(10 / 18);
});

test('one’s own minutes per demand are taken', () => {
  const [day] = courseOf(
    burden('2026-11-27', '2026-11-27', { '2026-11-27': { demands: { form: 2 } } }),
    'day',
    { demandMinutes: { form: 7 }, pace: {} },
  );
  expect(day?.minutes.total).toBe(14);
});

test('at any grain the stretches come to the minutes of the whole', () => {
  const grain = fc.constantFrom('day', 'week', 'month');
  const day = fc.record({ copyChars: fc.nat(9_000), replies: fc.nat(300) });
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 80 }), grain, (days, each) => {
      const named = Object.fromEntries(days.map((one, at) => [addDays('2025-11-20', at), one]));
      const whole = burden('2025-11-20', addDays('2025-11-20', days.length - 1), named);
      const sum = courseOf(whole, each).reduce((total, { minutes }) => total + minutes.total, 0);
      expect(sum).toBeCloseTo(minutesOf(whole.totals).total, 6);
    }),
    { numRuns: 50 },
  );
});

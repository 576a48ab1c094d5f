import { describe, expect, test } from 'vitest';
import { daysOf, viewOf } from '../../lib/screens/period-view';
import { noCounts } from '../../lib/tally/counts';
import type { Burden } from '../../lib/tally/query';
import type { Counts } from '../../lib/tally/rows';

function counts(some: Partial<Counts>): Counts {
  return { ...noCounts(), ...some };
}

function burden(some: Partial<Burden>): Burden {
  return {
    from: '2026-11-16',
    to: '2026-11-22',
    totals: noCounts(),
    chats: [],
    series: [],
    ...some,
  };
}

const TOTALS = counts({
  messages: 300,
  own: 20,
  copies: 12,
  copyChars: 2_550,
  copyMedia: 6,
  replies: 90,
  foldedChars: 510,
  demands: { reply: 4, form: 1 },
});

test.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['week', '2026-02-23', '2026-03-01'],
  ['month', '2026-01-31', '2026-03-01'],
] as const)('the period “%s” ends today and has its number of days', (period, from, to) => {
  expect(daysOf(period, '2026-03-01')).toEqual({ from, to });
});

describe('the printed formula', () => {
  test.each([[{}], [{ reply: 2, form: 0 }]])(
    'its parts add up to the minutes shown, with own minutes %j',
    (own) => {
      const view = viewOf(burden({ totals: TOTALS }), burden({}), own);
      const sum = view.formula.parts.reduce((minutes, part) => minutes + part.minutes, 0);
      expect(view.minutes).toBeGreaterThan(0);
      expect(sum).toBeCloseTo(view.minutes, 9);
    },
  );

  test('it leads from the minutes and working days that it states to the score', () => {
    const { formula, minutes, score } = viewOf(burden({ totals: TOTALS }), burden({}), {});
    expect(formula.workingDays).toBe(5);
    expect(score).toBeCloseTo((100 * minutes) / formula.workingDays / formula.fullScoreMinutes, 9);
  });

  test('minutes that the user set are named as the user’s', () => {
    const { formula } = viewOf(burden({ totals: TOTALS }), burden({}), { reply: 2 });
    const basis = Object.fromEntries(formula.parts.map((part) => [part.part, part.basis]));
    expect(basis).toMatchObject({ reply: 'own', form: 'assumption', characters: 'reading-speed' });
  });
});

test('what folding saved is not in the minutes', () => {
  const folded = viewOf(burden({ totals: TOTALS }), burden({}), {});
  const open = viewOf(burden({ totals: { ...TOTALS, foldedChars: 0 } }), burden({}), {});
  expect(folded.savedMinutes).toBeCloseTo(2, 9);
  expect(open.savedMinutes).toBe(0);
  expect(folded.minutes).toBe(open.minutes);
});

test('off hours: all of a Sunday and the late ones of a Monday, own messages apart', () => {
  const series = [
    { day: '2026-11-16', counts: counts({ messages: 60, own: 10, late: 5 }) },
    { day: '2026-11-22', counts: counts({ messages: 50, late: 0 }) },
  ];
  const totals = counts({ messages: 110, own: 10 });
  expect(viewOf(burden({ series, totals }), burden({}), {}).offHoursShare).toBeCloseTo(0.55, 9);
});

test('there is no share of nothing', () => {
  const totals = counts({ messages: 3, own: 3 });
  expect(viewOf(burden({ totals }), burden({}), {}).offHoursShare).toBeNull();
});

test('the five costliest chats by the user’s own minutes, none that cost nothing', () => {
  const chat = (name: string, some: Partial<Counts>) => ({
    site: 'wechat',
    chat: name,
    counts: counts(some),
  });
  const chats = [
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) =>
      chat(name, { replies: 60 * (index + 1) }),
    ),
    chat('meetings', { demands: { meeting: 1 } }),
    chat('quiet', { messages: 90 }),
  ];
  const named = (own: object) =>
    viewOf(burden({ chats }), burden({}), own).chats.map((each) => each.chat);
  expect(named({})).toEqual(['meetings', 'f', 'e', 'd', 'c']);
  expect(named({ meeting: 0 })).toEqual(['f', 'e', 'd', 'c', 'b']);
});

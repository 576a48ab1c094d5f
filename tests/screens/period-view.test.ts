import { describe, expect, test } from 'vitest';
import { daysOf, figuresOf, viewOf } from '../../lib/screens/period-view';
import type { Burden } from '../../lib/tally/burden';
import { noCounts } from '../../lib/tally/counts';
import type { Counts } from '../../lib/tally/rows';
import { NO_OWN_VALUES, type OwnValues } from '../../lib/tally/score';

/** The user's own values, everything else as printed. */
function own(some: Partial<OwnValues>): OwnValues {
  return { ...NO_OWN_VALUES, ...some };
}

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
    restoredDays: 0,
    importedDays: 0,
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
  test.each([
    [{}],
    [{ demandMinutes: { reply: 2, form: 0 } }],
    [{ pace: { charactersPerMinute: 400, secondsPerAttachment: 0, secondsPerReply: 5 } }],
  ])('its parts add up to the minutes shown, with own values %j', (some) => {
    const view = figuresOf(burden({ totals: TOTALS }), own(some));
    const sum = view.formula.parts.reduce((minutes, part) => minutes + part.minutes, 0);
    expect(view.minutes).toBeGreaterThan(0);
    expect(sum).toBeCloseTo(view.minutes, 9);
  });

  test('it leads from the minutes and working days that it states to the score', () => {
    const { formula, minutes, score } = figuresOf(burden({ totals: TOTALS }), NO_OWN_VALUES);
    expect(formula.workingDays).toBe(5);
    expect(score).toBeCloseTo((100 * minutes) / formula.workingDays / formula.fullScoreMinutes, 9);
  });

  test('minutes that the user set are named as the user’s', () => {
    const { formula } = figuresOf(burden({ totals: TOTALS }), own({ demandMinutes: { reply: 2 } }));
    const basis = Object.fromEntries(formula.parts.map((part) => [part.part, part.basis]));
    expect(basis).toMatchObject({ reply: 'own', form: 'assumption', characters: 'reading-speed' });
    expect(formula.ownValues).toBe(true);
  });

  test('an own pace is printed, named as the user’s, and holds for what folding saved too', () => {
    const pace = { charactersPerMinute: 510, secondsPerReply: 2 };
    const { formula, savedMinutes } = figuresOf(burden({ totals: TOTALS }), own({ pace }));
    expect(formula).toMatchObject({
      charactersPerMinute: 510,
      attachmentSeconds: 3,
      replySeconds: 2,
    });
    const basis = Object.fromEntries(formula.parts.map((part) => [part.part, part.basis]));
    expect(basis).toMatchObject({
      characters: 'own',
      attachments: 'assumption',
      replies: 'assumption',
    });
    expect([formula.ownValues, savedMinutes]).toEqual([true, 1]);
  });

  test('values that are those printed are no own values', () => {
    const same = own({ demandMinutes: { form: 30 }, pace: { charactersPerMinute: 255 } });
    expect(figuresOf(burden({}), same).formula.ownValues).toBe(false);
  });

  test('it names the years of the period that have no official calendar', () => {
    const over = burden({ from: '2030-12-30', to: '2031-01-05' });
    expect(figuresOf(over, NO_OWN_VALUES).formula.unknownYears).toEqual([2030, 2031]);
    expect(figuresOf(burden({}), NO_OWN_VALUES).formula.unknownYears).toEqual([]);
  });
});

test('what folding saved is not in the minutes', () => {
  const folded = figuresOf(burden({ totals: TOTALS }), NO_OWN_VALUES);
  const open = figuresOf(burden({ totals: { ...TOTALS, foldedChars: 0 } }), NO_OWN_VALUES);
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
  expect(figuresOf(burden({ series, totals }), NO_OWN_VALUES).offHoursShare).toBeCloseTo(0.55, 9);
});

test('there is no share of nothing', () => {
  const totals = counts({ messages: 3, own: 3 });
  expect(figuresOf(burden({ totals }), NO_OWN_VALUES).offHoursShare).toBeNull();
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
  const named = (demandMinutes: object) =>
    viewOf(burden({ chats }), [], own({ demandMinutes })).chats.map((each) => each.chat);
  expect(named({})).toEqual(['meetings', 'f', 'e', 'd', 'c']);
  expect(named({ meeting: 0 })).toEqual(['f', 'e', 'd', 'c', 'b']);
});

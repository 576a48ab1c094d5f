import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaceName } from '../../lib/default-settings';
import type { DemandKind } from '../../lib/detect/types';
import { addCounts, noCounts } from '../../lib/tally/counts';
import { COUNT_NAMES, type Counts } from '../../lib/tally/rows';
import {
  DEFAULT_MINUTES,
  DEFAULT_PACE,
  hasOwnValues,
  minutesOf,
  minutesPer,
  NO_OWN_VALUES,
  type OwnValues,
  scoreOf,
} from '../../lib/tally/score';

const KINDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];
const PACE_NAMES = Object.keys(DEFAULT_PACE) as PaceName[];

/** The user's own values, everything else as printed. */
function own(some: Partial<OwnValues>): OwnValues {
  return { ...NO_OWN_VALUES, ...some };
}

const amount = fc.nat(100_000);
const someCounts: fc.Arbitrary<Counts> = fc.record({
  ...(Object.fromEntries(COUNT_NAMES.map((name) => [name, amount])) as Record<
    (typeof COUNT_NAMES)[number],
    fc.Arbitrary<number>
  >),
  demands: fc.dictionary(fc.constantFrom(...KINDS), amount),
  hours: fc.dictionary(fc.nat(23).map(String), amount),
});
const someOwn: fc.Arbitrary<OwnValues> = fc.record({
  demandMinutes: fc.dictionary(
    fc.constantFrom(...KINDS),
    fc.double({ min: 0, max: 480, noNaN: true }),
  ),
  pace: fc.record(
    {
      charactersPerMinute: fc.double({ min: 30, max: 2000, noNaN: true }),
      secondsPerAttachment: fc.double({ min: 0, max: 600, noNaN: true }),
      secondsPerReply: fc.double({ min: 0, max: 600, noNaN: true }),
    },
    { requiredKeys: [] },
  ),
});

/** Equal up to the rounding of sums in floating point. */
function expectSame(one: number, other: number): void {
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(one)));
}

describe('for any counts and any own values', () => {
  test('one more of anything never costs less, and only what the formula names costs at all', () => {
    const costly = new Set(['copyChars', 'copyMedia', 'replies']);
    fc.assert(
      fc.property(
        someCounts,
        someOwn,
        fc.constantFrom(...COUNT_NAMES),
        fc.integer({ min: 1, max: 999 }),
        (counts, set, name, more) => {
          const before = minutesOf(counts, set).total;
          const after = minutesOf({ ...counts, [name]: counts[name] + more }, set).total;
          if (costly.has(name)) expect(after).toBeGreaterThanOrEqual(before);
          else expect(after).toBe(before);
        },
      ),
    );
  });

  test('one more demand never costs less', () => {
    fc.assert(
      fc.property(someCounts, someOwn, fc.constantFrom(...KINDS), (counts, set, kind) => {
        const demands = { ...counts.demands, [kind]: (counts.demands[kind] ?? 0) + 1 };
        const grown = minutesOf({ ...counts, demands }, set).total;
        expectSame(grown, minutesOf(counts, set).total + minutesPer(kind, set));
        expect(grown).toBeGreaterThanOrEqual(minutesOf(counts, set).total);
      }),
    );
  });

  test('minutes are additive over days and groups, in whatever order they are added', () => {
    fc.assert(
      fc.property(
        fc.array(someCounts, { maxLength: 12 }),
        someOwn,
        fc.nat(),
        (parts, set, turn) => {
          const at = parts.length > 0 ? turn % parts.length : 0;
          const turned = [...parts.slice(at), ...parts.slice(0, at)].reverse();
          const [sum, other] = [noCounts(), noCounts()];
          for (const part of parts) addCounts(sum, part);
          for (const part of turned) addCounts(other, part);
          const apart = parts.reduce((minutes, part) => minutes + minutesOf(part, set).total, 0);
          expectSame(minutesOf(sum, set).total, apart);
          expectSame(minutesOf(other, set).total, minutesOf(sum, set).total);
        },
      ),
    );
  });

  test('the total is its three parts, none of them below nought', () => {
    fc.assert(
      fc.property(someCounts, someOwn, (counts, set) => {
        const { reading, demands, replies, total } = minutesOf(counts, set);
        expectSame(total, reading + demands + replies);
        expect(Math.min(reading, demands, replies)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('own messages, hours and what was folded change no minute', () => {
    fc.assert(
      fc.property(someCounts, someCounts, someOwn, (counts, others, set) => {
        const { own: mine, messages, late, hours, folded, foldedChars, foldedMedia } = others;
        const changed = { own: mine, messages, late, hours, folded, foldedChars, foldedMedia };
        expect(minutesOf({ ...counts, ...changed }, set)).toEqual(minutesOf(counts, set));
      }),
    );
  });

  test('the score is within 0 and 100, rises with the minutes and falls with the working days', () => {
    const minutes = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(minutes, minutes, fc.nat(400), fc.nat(400), (one, more, days, moreDays) => {
        const score = scoreOf(one, days);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(scoreOf(one + more, days)).toBeGreaterThanOrEqual(score);
        expect(scoreOf(one, days + moreDays)).toBeLessThanOrEqual(score);
      }),
    );
  });

  test('values are the user’s own just when one differs from what is printed', () => {
    fc.assert(
      fc.property(someOwn, (set) => {
        const differs =
          Object.entries(set.demandMinutes).some(
            ([kind, minutes]) => minutes !== DEFAULT_MINUTES[kind as DemandKind].minutes,
          ) ||
          Object.entries(set.pace).some(
            ([name, value]) => value !== DEFAULT_PACE[name as PaceName].value,
          );
        expect(hasOwnValues(set)).toBe(differs);
      }),
    );
    const printed = own({
      demandMinutes: Object.fromEntries(KINDS.map((kind) => [kind, DEFAULT_MINUTES[kind].minutes])),
      pace: Object.fromEntries(PACE_NAMES.map((name) => [name, DEFAULT_PACE[name].value])),
    });
    expect(hasOwnValues(printed)).toBe(false);
  });
});

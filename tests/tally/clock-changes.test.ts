import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, hourOf, nextDayStart } from '../../lib/tally/local-day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Lets the process live in another time zone while the tests of this block run. */
function inZone(zone: string): void {
  const home = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
    // Some zones go by an older name ("Asia/Katmandu"): told apart by their clocks.
    const noon = new Date(at('2026-10-16T12:00:00Z'));
    expect(noon.toLocaleString('en')).toBe(noon.toLocaleString('en', { timeZone: zone }));
  });
  afterAll(() => {
    process.env.TZ = home;
  });
}

const at = (time: string) => new Date(time).getTime();
const startHour = fc.integer({ min: 0, max: 6 });

/** Zones with the days around which their clocks, or their calendars, were changed. */
const ZONES: [zone: string, what: string, around: string][] = [
  ['Asia/Shanghai', 'no summer time', '2026-10-16T00:00:00Z'],
  ['Asia/Shanghai', 'the summer time of the eighties', '1988-04-17T00:00:00Z'],
  ['Asia/Kathmandu', 'three quarters of an hour', '2026-10-16T00:00:00Z'],
  ['America/New_York', 'spring forward', '2026-03-08T07:00:00Z'],
  ['America/New_York', 'fall back', '2026-11-01T06:00:00Z'],
  ['Australia/Lord_Howe', 'half an hour back', '2026-04-04T15:00:00Z'],
  ['America/Sao_Paulo', 'no midnight', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', 'two times eleven at night', '2018-02-18T02:00:00Z'],
  ['America/St_Johns', 'two midnights', '2010-11-07T02:31:00Z'],
  ['America/St_Johns', 'a leap from a minute past midnight', '2011-03-13T03:31:00Z'],
  ['Antarctica/Troll', 'two hours forward', '2026-03-29T01:00:00Z'],
  ['Antarctica/Troll', 'two hours back', '2026-10-25T01:00:00Z'],
  ['Pacific/Apia', 'a day left out', '2011-12-30T10:00:00Z'],
  ['Pacific/Kwajalein', 'a day left out', '1993-08-21T12:00:00Z'],
];

describe.each(ZONES)('in %s (%s)', (zone, _, around) => {
  inZone(zone);

  const moment = at(around);
  /** Half of the times near the change, half from anywhere in 130 years. */
  const time = fc.oneof(
    fc.integer({ min: moment - 3 * DAY, max: moment + 3 * DAY }),
    fc.integer({ min: moment - 3 * HOUR, max: moment + 5 * HOUR }),
    fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') }),
  );

  test('the day changes exactly when the next one starts', () => {
    fc.assert(
      fc.property(time, startHour, (now, hour) => {
        const next = nextDayStart(now, hour);
        expect(next).toBeGreaterThan(now);
        expect(dayOf(next - 1, hour)).toBe(dayOf(now, hour));
        expect(dayOf(next, hour) > dayOf(now, hour)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('days are in order of time', () => {
    fc.assert(
      fc.property(time, time, startHour, (one, other, hour) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(dayOf(earlier, hour) <= dayOf(later, hour)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('where the clock is left alone, a day is the calendar date, before its start the one before', () => {
    const offset = (now: number) => new Date(now).getTimezoneOffset();
    fc.assert(
      fc.property(time, startHour, (now, hour) => {
        fc.pre([-26, 26].every((hours) => offset(now + hours * HOUR) === offset(now)));
        const local = new Date(now - offset(now) * 60_000).toISOString().slice(0, 10);
        expect(dayOf(now, hour)).toBe(hourOf(now) >= hour ? local : addDays(local, -1));
      }),
      { numRuns: 200 },
    );
  });

  test('one day after the other, none is started twice, and none lasts longer than a calendar day and a leap', () => {
    for (let hour = 0; hour <= 6; hour++) {
      const seen: string[] = [];
      for (let now = moment - 5 * DAY; now < moment + 5 * DAY; now = nextDayStart(now, hour)) {
        seen.push(dayOf(now, hour));
        expect(nextDayStart(now, hour) - now).toBeLessThanOrEqual(26 * HOUR);
      }
      expect(seen).toEqual([...new Set(seen)].sort());
    }
  });
});

describe('where clocks are changed', () => {
  describe('in New York', () => {
    inZone('America/New_York');

    test.each([
      ['2026-03-08', 23],
      ['2026-11-01', 25],
      ['2026-06-01', 24],
    ])('the day of %s has %i hours', (day, hours) => {
      const start = at(`${day}T00:00:00`);
      expect(nextDayStart(start - 1, 0)).toBe(start);
      expect(nextDayStart(start, 0) - start).toBe(hours * HOUR);
    });

    test('the hours that a night gains or loses are those of the day before, when days start at four', () => {
      const length = (day: string) =>
        nextDayStart(at(`${day}T12:00:00`), 4) - at(`${day}T04:00:00`);
      expect(length('2026-03-07')).toBe(23 * HOUR);
      expect(length('2026-03-08')).toBe(24 * HOUR);
      expect(length('2026-10-31')).toBe(25 * HOUR);
      expect(length('2026-11-01')).toBe(24 * HOUR);
    });

    test('both half past one of the autumn night belong to the evening before', () => {
      expect(dayOf(at('2026-11-01T05:30:00Z'), 4)).toBe('2026-10-31');
      expect(dayOf(at('2026-11-01T06:30:00Z'), 4)).toBe('2026-10-31');
      expect(dayOf(at('2026-11-01T09:00:00Z'), 4)).toBe('2026-11-01');
    });

    test('where the clock leaps from two to three, a start at two is at three', () => {
      expect(dayOf(at('2026-03-08T06:59:59Z'), 2)).toBe('2026-03-07');
      expect(dayOf(at('2026-03-08T07:00:00Z'), 2)).toBe('2026-03-08');
    });
  });

  describe('in Kathmandu', () => {
    inZone('Asia/Kathmandu');

    test('a day starts at the local hour, not at a whole hour of the world', () => {
      expect(nextDayStart(at('2026-10-16T00:00:00Z'), 4)).toBe(at('2026-10-16T22:15:00Z'));
    });
  });

  describe('in St. John’s', () => {
    inZone('America/St_Johns');

    test('a day that has begun is not ended by a clock put back over midnight', () => {
      const secondMidnight = at('2010-11-07T03:30:00Z');
      expect(new Date(secondMidnight - 1).getHours()).toBe(23);
      expect(dayOf(secondMidnight - 1, 0)).toBe('2010-11-07');
      expect(dayOf(at('2010-11-07T02:29:59Z'), 0)).toBe('2010-11-06');
    });
  });

  describe('in Apia', () => {
    inZone('Pacific/Apia');

    test.each([[0], [4]])(
      'no moment belongs to the day that was left out, with a start at %i',
      (hour) => {
        const [from, to] = [at('2011-12-28T10:00:00Z'), at('2012-01-01T10:00:00Z')];
        const days = new Set<string>();
        for (let now = from; now < to; now += HOUR / 4) days.add(dayOf(now, hour));
        expect(days).not.toContain('2011-12-30');
        expect([...days]).toContain('2011-12-29');
        expect([...days]).toContain('2011-12-31');
      },
    );

    test('the night after the 29th is still the 29th', () => {
      expect(dayOf(at('2011-12-31T03:59:59'), 4)).toBe('2011-12-29');
      expect(dayOf(at('2011-12-31T04:00:00'), 4)).toBe('2011-12-31');
    });
  });
});

import { expect, test } from 'vitest';
import type { PaceName } from '../../lib/default-settings';
import { noCounts } from '../../lib/tally/counts';
import {
  DEFAULT_MINUTES,
  DEFAULT_PACE,
  hasOwnValues,
  minutesOf,
  minutesPer,
  NO_OWN_VALUES,
  type OwnValues,
  paceOf,
  savedMinutes,
  scoreOf,
} from '../../lib/tally/score';

const PACE_NAMES = Object.keys(DEFAULT_PACE) as PaceName[];

/** The user's own values, everything else as printed. */
function own(some: Partial<OwnValues>): OwnValues {
  return { ...NO_OWN_VALUES, ...some };
}

test('255 characters of copies are a minute, twenty files another', () => {
  const counts = { ...noCounts(), copyChars: 255, copyMedia: 20 };
  expect(minutesOf(counts)).toEqual({ reading: 2, demands: 0, replies: 0, total: 2 });
});

test('thirty replies are a minute', () => {
  expect(minutesOf({ ...noCounts(), replies: 30 }).total).toBe(1);
});

test('demands cost their minutes, the user’s own where set', () => {
  const counts = { ...noCounts(), demands: { form: 2, reply: 1 } };
  expect(minutesOf(counts).demands).toBe(2 * DEFAULT_MINUTES.form.minutes + 0.5);
  expect(minutesOf(counts, own({ demandMinutes: { form: 10, reply: 0 } })).demands).toBe(20);
});

test.each([-1, Number.NaN, Infinity])('a set value of %d minutes is passed over', (minutes) => {
  expect(minutesPer('form', own({ demandMinutes: { form: minutes } }))).toBe(
    DEFAULT_MINUTES.form.minutes,
  );
});

test('promise 5: every default says where it comes from', () => {
  for (const { source } of Object.values(DEFAULT_MINUTES)) expect(source).not.toBe('');
});

test('a third of eight hours scores 100, and nothing scores more', () => {
  expect(scoreOf(160, 1)).toBe(100);
  expect(scoreOf(80, 1)).toBe(50);
  expect(scoreOf(160, 20)).toBe(5);
  expect(scoreOf(100_000, 1)).toBe(100);
});

test('a period without a working day counts as one day', () => {
  expect(scoreOf(16, 0)).toBe(10);
});

test('what folding saved is told apart', () => {
  expect(savedMinutes({ ...noCounts(), foldedChars: 510, foldedMedia: 20 })).toBe(3);
  expect(minutesOf({ ...noCounts(), foldedChars: 510 }).total).toBe(0);
});

test.each([
  ['charactersPerMinute', 0],
  ['charactersPerMinute', -255],
  ['charactersPerMinute', Number.NaN],
  ['secondsPerAttachment', -1],
  ['secondsPerReply', Infinity],
  ['secondsPerReply', '2'],
  ['secondsPerReply', null],
] as const)('a set %s of %s is passed over', (name, value) => {
  const set = own({ pace: { [name]: value } as never });
  expect(paceOf(set)[name]).toBe(DEFAULT_PACE[name].value);
  expect(hasOwnValues(set)).toBe(false);
});

test('promise 5: every default of the pace says where it comes from', () => {
  expect(PACE_NAMES.map((name) => DEFAULT_PACE[name].source)).toEqual([
    'reading-speed',
    'assumption',
    'assumption',
  ]);
});

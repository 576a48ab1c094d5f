import { expect, test } from 'vitest';
import { csvOf } from '../../lib/export/csv';
import { DEMANDS, FIGURES, type TallyWords, tallyTable } from '../../lib/export/model';
import { noCounts } from '../../lib/tally/counts';
import type { DayRow } from '../../lib/tally/rows';

/** Words that are the names of what they stand for. */
function named<K extends string>(names: readonly K[]): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, name as string])) as Record<K, string>;
}

const WORDS: TallyWords = {
  columns: named(['day', 'site', 'chat', 'minutes', 'savedMinutes']),
  figures: named(FIGURES),
  demands: named(DEMANDS),
  total: 'total',
  notes: named(['period', 'score', 'workingDays', 'formula', 'coverage']),
  coverage: 'a lower bound',
  ownValues: 'own values',
  unknownYears: 'no calendar for',
};

function day(date: string, chat: string, counts: Partial<DayRow>): DayRow {
  const place = { id: `${date}|wechat|${chat}`, day: date, site: 'wechat', chat };
  return { ...noCounts(), ...place, ...counts };
}

// 10 October 2026 is a Saturday on which people work, 11 October a free Sunday.
const ROWS = [
  day('2026-10-11', '乙', { messages: 4, own: 1, late: 1 }),
  day('2026-10-10', '乙', { messages: 3, late: 2, copies: 2, copyChars: 510, copyMedia: 20 }),
  day('2026-10-10', '甲', { messages: 2, replies: 30, demands: { reply: 2, form: 1 } }),
  day('2026-10-12', '甲', { messages: 99 }),
];

function table(): Record<string, unknown>[] {
  const [heads = [], ...rows] = tallyTable({
    from: '2026-10-10',
    to: '2026-10-11',
    rows: ROWS,
    words: WORDS,
  });
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [heads[at], cell])));
}

test('one line per chat and day of the period, in order, then the sums', () => {
  const names = table()
    .slice(0, 4)
    .map(({ day: date, chat }) => [date, chat]);
  expect(names).toEqual([
    ['2026-10-10', '乙'],
    ['2026-10-10', '甲'],
    ['2026-10-11', '乙'],
    ['total', null],
  ]);
  expect(table()[3]).toMatchObject({ messages: 9, copies: 2, replies: 30, reply: 2, form: 1 });
});

test('minutes are reading, demands and replies by the printed formula', () => {
  // 510 / 255 + 20 × 3 s = 3 min; 2 × 0.5 + 30 + 30 × 2 s = 32 min.
  expect(
    table()
      .slice(0, 4)
      .map(({ minutes }) => minutes),
  ).toEqual([3, 32, 0, 35]);
});

test('off-hours are the late messages of a working day and all of others on a free day', () => {
  expect(
    table()
      .slice(0, 4)
      .map(({ offHours }) => offHours),
  ).toEqual([2, 0, 3, 5]);
});

test('the sums say what they mean: working days, score, formula, coverage', () => {
  const notes = tallyTable({
    from: '2026-10-10',
    to: '2026-10-11',
    rows: ROWS,
    words: WORDS,
  }).slice(-5);
  expect(notes).toEqual([
    ['period', '2026-10-10', '2026-10-11'],
    ['workingDays', 1],
    ['score', 21.9],
    ['formula', 1],
    ['coverage', 'a lower bound'],
  ]);
});

test('own values in the formula go with its version, and years without an official calendar with the working days', () => {
  const rows = [day('2031-10-06', '甲', { messages: 1, copyChars: 600, foldedChars: 600 })];
  const period = { from: '2031-10-06', to: '2031-10-12', rows, words: WORDS };
  const own = { demandMinutes: {}, pace: { charactersPerMinute: 300 } };
  const [, line, , , ...notes] = tallyTable({ ...period, own });
  expect(line?.slice(-2)).toEqual([2, 2]);
  expect(notes).toContainEqual(['workingDays', 5, 'no calendar for', 2031]);
  expect(notes).toContainEqual(['formula', 1, 'own values']);
  const asPrinted = { demandMinutes: { form: 30 }, pace: { charactersPerMinute: 255 } };
  expect(tallyTable({ ...period, own: asPrinted })).toContainEqual(['formula', 1]);
});

test('a chat named like a formula stays a name', () => {
  const rows = [day('2026-10-10', '=HYPERLINK("x")', { messages: 1 })];
  const csv = csvOf(tallyTable({ from: '2026-10-10', to: '2026-10-10', rows, words: WORDS }));
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
});

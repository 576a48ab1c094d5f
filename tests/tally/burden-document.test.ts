import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, NUMBER_BOUNDS } from '../../lib/default-settings';
import type { DemandKind } from '../../lib/detect/types';
import { noCounts } from '../../lib/tally/counts';
import { isLate } from '../../lib/tally/local-day';
import type { Counts } from '../../lib/tally/rows';
import {
  DEFAULT_MINUTES,
  FORMULA_VERSION,
  FULL_SCORE_MINUTES,
  minutesOf,
  NO_OWN_VALUES,
  READING_SPEED,
  SECONDS_PER_MEDIA,
  SECONDS_PER_REPLY,
  scoreOf,
} from '../../lib/tally/score';
import { offHoursOf, workingDaysBetween } from '../../lib/tally/working-days';
import { type Language, wordsOf } from '../components/words';

/** The page that explains the formula. Every number below is read out of it, so that it cannot go stale. */
const PAGE = readFileSync(join(import.meta.dirname, '../../docs/burden.md'), 'utf8');
const TEXT = PAGE.replace(/\s+/g, ' ');

/** The rows of the table with this first heading, by their first cell. */
function table(heading: string): Map<string, string[]> {
  const [, rest = ''] = PAGE.split(`\n| ${heading} |`);
  const [block = ''] = rest.trimEnd().split('\n\n');
  const lines = block.split('\n').slice(2);
  const rows = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(rows.length).toBeGreaterThan(2);
  return new Map(rows.map(([name = '', ...cells]) => [name, cells]));
}

/** The numbers that a sentence of the page states at the marks "#". */
function stated(sentence: string): number[] {
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('#', '([\\d.]*\\d)');
  const found = new RegExp(pattern).exec(TEXT);
  expect(found, `the page says “${sentence}”`).not.toBeNull();
  return (found ?? []).slice(1).map(Number);
}

const DEMANDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];

describe('what docs/burden.md states', () => {
  test('is this version of the formula', () => {
    expect(stated('The formula, version #')).toEqual([FORMULA_VERSION]);
  });

  test.each<Language>(['en', 'zh_CN'])(
    'is the formula as the popup prints it in %s',
    async (language) => {
      const words = await wordsOf(language);
      const values: Record<string, number> = {
        rate: READING_SPEED,
        attachment: SECONDS_PER_MEDIA,
        reply: SECONDS_PER_REPLY,
        full: FULL_SCORE_MINUTES,
      };
      for (const key of ['formula_minutes', 'formula_score']) {
        const printed = (words[key]?.message ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
          String(values[name]),
        );
        expect(printed).not.toBe('');
        expect(PAGE).toContain(`> ${printed}\n`);
      }
    },
  );

  test('are the constants, each with its source or the word assumption', () => {
    const rows = [...table('constant').values()];
    expect(rows.map(([value]) => Number(value))).toEqual([
      READING_SPEED,
      SECONDS_PER_MEDIA,
      SECONDS_PER_REPLY,
      FULL_SCORE_MINUTES,
    ]);
    for (const [, source] of rows) expect(source).toMatch(/^assumption$|\d{4}/);
  });

  test('are the minutes of every demand, with its name on the screen', async () => {
    const words = await wordsOf('zh_CN');
    const rows = table('demand | 中文 | minutes each');
    expect([...rows.keys()]).toEqual(DEMANDS);
    for (const kind of DEMANDS) {
      const [name, minutes, source = ''] = rows.get(kind) ?? [];
      expect(name).toBe(words[`demand_${kind.replace('-', '_')}`]?.message);
      expect(Number(minutes)).toBe(DEFAULT_MINUTES[kind].minutes);
      expect(source.startsWith(DEFAULT_MINUTES[kind].source)).toBe(true);
    }
  });

  test('are the start of the day, the office hours and the least of working days', () => {
    const { min, max } = NUMBER_BOUNDS.dayStartHour;
    expect(stated('A day starts at #:00 by the local clock (# to # can be set)')).toEqual([
      DEFAULT_SETTINGS.dayStartHour,
      min,
      max,
    ]);
    const [from = 0, to = 0] = stated('before #:00 or from #:00 on a working day');
    const late = (hour: number, minute: number) =>
      isLate(new Date(2026, 9, 9, hour, minute).getTime());
    expect([late(from - 1, 59), late(from, 0), late(to - 1, 59), late(to, 0)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const [least = 0] = stated('A period has at least # working day.');
    expect(scoreOf(80, 0)).toBe(scoreOf(80, least));
  });
});

describe('the example in docs/burden.md', () => {
  const rows = table('what');
  const countOf = (name: string) => Number(rows.get(name)?.[0]);
  const counts: Counts = {
    ...noCounts(),
    copyChars: countOf('characters of copies'),
    copyMedia: countOf('copied files, pictures, links'),
    replies: countOf('replies'),
    demands: Object.fromEntries(
      DEMANDS.filter((kind) => rows.has(kind)).map((kind) => [kind, countOf(kind)]),
    ),
  };

  test('is worked out right, line by line', () => {
    const lines = [...rows].filter(([name]) => name !== 'together');
    expect(lines).toHaveLength(3 + Object.keys(counts.demands).length);
    for (const [name, [count, workedOut = '', minutes]] of lines) {
      const [first = 0, ...steps] = workedOut.split(/ (?=[×÷])/);
      const result = steps.reduce((value, step) => {
        const by = Number(step.slice(2));
        return step.startsWith('×') ? value * by : value / by;
      }, Number(first));
      expect([name, Number(first), result]).toEqual([name, Number(count), Number(minutes)]);
    }
  });

  test('comes to the minutes that the program counts, each line and together', () => {
    const { demands, replies, reading, total } = minutesOf(counts);
    const minutes = (name: string) => Number(rows.get(name)?.[2]);
    const kinds = Object.keys(counts.demands);
    expect(minutes('characters of copies') + minutes('copied files, pictures, links')).toBe(
      reading,
    );
    expect(kinds.reduce((sum, kind) => sum + minutes(kind), 0)).toBe(demands);
    expect(minutes('replies')).toBe(replies);
    expect(minutes('together')).toBe(total);
  });

  test('has the working days and the score that the program has', () => {
    const [, from = '', to = ''] = /The week from (\S+) to (\d{4}-\d\d-\d\d)/.exec(TEXT) ?? [];
    const [days = 0] = stated('a make-up day: # working days.');
    expect(workingDaysBetween(from, to)).toBe(days);
    const { total } = minutesOf(counts);
    const [minutes, over, full, exact, shown] = stated('Score: 100 × # ÷ # ÷ # = #, shown as #.');
    expect([minutes, over, full]).toEqual([total, days, FULL_SCORE_MINUTES]);
    expect(exact).toBe(Math.round(10 * scoreOf(total, days)) / 10);
    expect(shown).toBe(Math.round(scoreOf(total, days)));
  });

  test('says what an own value would change', () => {
    const [charactersPerMinute = 0, copies, week] = stated(
      "With # characters a minute as one's own value, the copies would cost # minutes and the week #.",
    );
    const own = { ...NO_OWN_VALUES, pace: { charactersPerMinute } };
    expect(minutesOf({ ...noCounts(), copyChars: counts.copyChars }, own).total).toBe(copies);
    expect(minutesOf(counts, own).total).toBe(week);
  });

  test('has the messages outside office hours that the program counts', () => {
    const days = table('day');
    expect(days.size).toBe(3);
    for (const [day, [messages, own, late, off]] of days) {
      const some = {
        ...noCounts(),
        messages: Number(messages),
        own: Number(own),
        late: Number(late),
      };
      expect(offHoursOf(day.slice(0, 10), some)).toBe(Number(off));
    }
  });
});

test.each(['README.md', 'README.zh-CN.md'])('%s leads to the page', (name) => {
  const readme = readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
  expect(readme).toContain('(docs/burden.md)');
});

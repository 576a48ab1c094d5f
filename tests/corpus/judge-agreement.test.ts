import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { judge } from '../../lib/detect/judge.ts';
import { createIndex, remember } from '../../lib/detect/notice-index.ts';
import { DAY, options } from '../detect/fixtures.ts';
import { type Difference, differencesOf } from './differences.ts';
import { PLANTED_ME, plantedStream, type StreamSize } from './planted-stream.ts';

// The stream writes hours of the machine's zone, the judge reads them as hours in China.
beforeAll(() => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

/** What the judge says otherwise than it was planted, the messages judged in order of arrival. */
function differences(seed: number, size: StreamSize): Difference[] {
  const stream = plantedStream(seed, size);
  const index = createIndex();
  const settings = options({ myNames: [PLANTED_ME] });
  const verdicts = stream.messages.map((message) => {
    const verdict = judge(index, message, settings);
    remember(index, message, verdict);
    return verdict;
  });
  expect(verdicts.filter((verdict) => verdict.action === 'fold').length).toBeGreaterThan(100);
  return differencesOf(stream, verdicts);
}

/** A spring week, a turn of the year, and the days before today, as they are read in the browser tests. */
function spring(): StreamSize {
  return { groups: 30, messages: 2000, start: new Date(2026, 2, 9) };
}

function newYear(): StreamSize {
  return { groups: 12, messages: 1500, start: new Date(2026, 11, 28), days: 6 };
}

function lately(): StreamSize {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const start = new Date(midnight.getTime() - 8 * DAY);
  return { groups: 30, messages: 2000, start, days: 5 };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i: as planted', (seed) => {
  expect(differences(seed, spring())).toEqual([]);
});

test.each([41, 42, 43])('seed %i, the days before today: as planted', (seed) => {
  expect(differences(seed, lately())).toEqual([]);
});

test.each([21, 22, 23])('seed %i, over the turn of the year: nothing is hidden', (seed) => {
  expect(differences(seed, newYear()).filter(({ what }) => what === 'fold')).toEqual([]);
});

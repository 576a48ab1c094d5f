import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { clockScript, paceOf, realTime, shownTime } from './pace.ts';

const START = new Date(2026, 10, 16);
const BEGIN = Date.UTC(2030, 0, 1);
const LASTS = 14 * 60_000;
const PACE = paceOf(BEGIN, LASTS, START, 14);

const hourOf = (time: number) => new Date(time).getHours();

test('a day takes its share of the time, its night little of it', () => {
  expect(shownTime(PACE, BEGIN)).toBe(new Date(2026, 10, 16, 7).getTime());
  expect(hourOf(shownTime(PACE, BEGIN + 58_000))).toBe(22);
  expect(shownTime(PACE, BEGIN + 60_000)).toBe(new Date(2026, 10, 17, 7).getTime());
  expect(shownTime(PACE, BEGIN + LASTS)).toBe(new Date(2026, 10, 30, 7).getTime());
});

test('before and after, it goes as clocks do', () => {
  const morning = shownTime(PACE, BEGIN);
  expect(shownTime(PACE, BEGIN - 5_000)).toBe(morning - 5_000);
  const end = shownTime(PACE, BEGIN + LASTS);
  expect(shownTime(PACE, BEGIN + LASTS + 5_000)).toBe(end + 5_000);
});

test('never goes back, and can be read the other way round', () => {
  const moments = Array.from({ length: 2_000 }, (_, at) => BEGIN + (at * LASTS) / 1_900);
  const shown = moments.map((real) => shownTime(PACE, real));
  expect(shown).toEqual([...shown].sort((one, other) => one - other));
  for (const [at, real] of moments.entries()) {
    expect(Math.abs(realTime(PACE, shown[at] ?? 0) - real)).toBeLessThan(2);
  }
});

/** A world whose real clock stands at `BEGIN` plus these ms; tells what the script makes of it. */
function inWorld(since: number, expression: string): unknown {
  const script = `
    const moment = ${BEGIN + since};
    globalThis.Date = class extends Date { static now() { return moment; } };
    const asked = [];
    globalThis.chrome = { alarms: {
      create: (name, info) => void asked.push(info.when),
      get: (name, answer) => answer({ scheduledTime: asked.at(-1) }),
    } };
    ${clockScript(PACE)}
    ${clockScript(PACE)}
    ${expression}`;
  return runInNewContext(script, { Date });
}

test('a world sees that clock, however it asks, also when it is told twice', () => {
  const shown = shownTime(PACE, BEGIN + 30_000);
  expect(inWorld(30_000, 'Date.now()')).toBe(shown);
  expect(inWorld(30_000, 'new Date().getTime()')).toBe(shown);
  expect(inWorld(30_000, 'new Date(5).getTime()')).toBe(5);
  expect(inWorld(30_000, 'new Date() instanceof Date')).toBe(true);
});

test('an alarm is set for the real moment, and read back as the world knows it', () => {
  const night = new Date(2026, 10, 17, 4).getTime();
  const [real, read] = inWorld(
    30_000,
    `let read; chrome.alarms.create('day', { when: ${night} });
     chrome.alarms.get('day', ({ scheduledTime }) => { read = scheduledTime; }); [asked[0], read]`,
  ) as number[];
  expect(real).toBe(realTime(PACE, night));
  expect(real).toBeLessThan(BEGIN + 60_000);
  // A real ms is up to twenty minutes.
  expect(Math.abs((read ?? 0) - night)).toBeLessThan(20 * 60_000);
});

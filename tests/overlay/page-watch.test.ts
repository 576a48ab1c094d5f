import { expect, it, test } from 'vitest';
import type { LostReason } from '../../lib/messages/protocol';
import { createPageWatch, PATIENCE } from '../../lib/overlay/page-watch';

/** Looks once a second for `ms` from `from`, always with the same sign; returns when the page turned, or null. */
function looks(
  watch: ReturnType<typeof createPageWatch>,
  sign: LostReason | null,
  from: number,
  ms: number,
): number | null {
  for (let now = from; now <= from + ms; now += 1000) if (watch.see(sign, now)) return now - from;
  return null;
}

test.each(Object.entries(PATIENCE) as [LostReason, number][])(
  'a page is given up for "%s" only when it was seen for %i ms',
  (sign, patience) => {
    const watch = createPageWatch();
    expect(looks(watch, sign, 0, patience - 1000)).toBeNull();
    expect(watch.reason()).toBeNull();
    expect(watch.see(sign, patience)).toBe(true);
    expect(watch.reason()).toBe(sign);
  },
);

test.each(['rows', 'page'] as const)('"%s" is true at once', (sign) => {
  const watch = createPageWatch();
  expect(watch.see(sign, 5)).toBe(true);
  expect(watch.reason()).toBe(sign);
});

it('starts again when the sign goes in between, or another one comes', () => {
  const watch = createPageWatch();
  expect(looks(watch, 'chat', 0, 14_000)).toBeNull();
  watch.see(null, 14_500);
  expect(looks(watch, 'chat', 15_000, 14_000)).toBeNull();
  watch.see('texts', 30_000);
  expect(looks(watch, 'chat', 31_000, 14_000)).toBeNull();
});

it('starts again with another chat, and when it comes back into sight', () => {
  const watch = createPageWatch();
  looks(watch, 'messages', 0, 14_000);
  watch.startOver(14_500);
  expect(looks(watch, 'messages', 15_000, 13_000)).toBeNull();
  expect(watch.reason()).toBeNull();
});

it('counts no time in which nobody looked: a computer that slept is no page that broke', () => {
  const watch = createPageWatch();
  watch.see('transcript', 0);
  watch.see('transcript', 8 * 3600_000);
  expect(watch.reason()).toBeNull();
});

it('is found again after a calm, and not by a single good look', () => {
  const watch = createPageWatch();
  watch.see('rows', 0);
  expect(watch.see(null, 1000)).toBe(false);
  watch.see('rows', 2000);
  expect(looks(watch, null, 3000, 2000)).toBeNull();
  expect(watch.see(null, 6000)).toBe(true);
  expect(watch.reason()).toBeNull();
});

it('does not flap: each loss asks for a calm twice as long, up to five minutes', () => {
  const watch = createPageWatch();
  const calms: (number | null)[] = [];
  let now = 0;
  for (let loss = 0; loss < 9; loss++) {
    watch.see('rows', now);
    const calm = looks(watch, null, now + 1000, 400_000);
    calms.push(calm);
    now += 1000 + (calm ?? 0) + 1000;
  }
  expect(calms).toEqual([3, 6, 12, 24, 48, 96, 192, 300, 300].map((seconds) => seconds * 1000));
});

it('asks for looks of its own only while time will tell', () => {
  const watch = createPageWatch();
  watch.see(null, 0);
  expect(watch.isWaiting()).toBe(false);
  watch.see('ids', 1000);
  expect(watch.isWaiting()).toBe(true);
  watch.see('rows', 2000);
  expect(watch.isWaiting()).toBe(false);
  watch.see(null, 3000);
  expect(watch.isWaiting()).toBe(true);
});

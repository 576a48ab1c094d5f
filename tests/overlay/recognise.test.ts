// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://chat.example.org/" }
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recognised } from '../../lib/overlay/recognise';
import type { Site } from '../../lib/sites/site';

const life = { isInvalid: false, onInvalidated() {}, setInterval() {} };

function client(part: Partial<Site>): Site {
  return { matches: [], ...part } as Site;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

test('a client is known by its own marks, also when it draws itself much later', async () => {
  const one = client({ isHere: (page) => page.querySelector('.one') !== null });
  const other = client({ isHere: (page) => page.querySelector('.other') !== null });
  const found = vi.fn();
  void recognised(() => [one, other], document, life).then(found);
  await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
  expect(found).not.toHaveBeenCalled();
  document.body.innerHTML = '<div class="other"></div>';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(found).toHaveBeenCalledWith(other);
});

test('adapters that come after the overlay are found', async () => {
  const late: Site[] = [];
  const found = recognised(() => late, document, life);
  const here = client({});
  late.push(here);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await found).toBe(here);
});

test('a client with hosts of its own is looked for on them only', async () => {
  const elsewhere = client({ matches: ['https://talk.example.org/*'] });
  const here = client({ matches: [`${document.location.origin}/*`] });
  expect(await recognised(() => [elsewhere, here], document, life)).toBe(here);
});

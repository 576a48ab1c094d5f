import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureHashKey, loadHashKey } from '../lib/hash-key';

beforeEach(() => fakeBrowser.reset());

test('an installation has one key, and another than the next', async () => {
  await ensureHashKey();
  const key = await loadHashKey();
  await ensureHashKey();
  expect(await loadHashKey()).toEqual(key);
  await browser.storage.local.clear();
  await ensureHashKey();
  expect(await loadHashKey()).not.toEqual(key);
});

test('who asks before there is a key waits for it', async () => {
  const asked = loadHashKey();
  await ensureHashKey();
  expect(await asked).toEqual(await loadHashKey());
});

test.each([[null], [7], ['key'], [[1]], [[1, 'x']], [[0.5, 1]], [{ 0: 1, 1: 2 }]])(
  'what is no key is replaced: %j',
  async (damaged) => {
    await browser.storage.local.set({ hashKey: damaged });
    await ensureHashKey();
    expect(await loadHashKey()).toEqual([expect.any(Number), expect.any(Number)]);
  },
);

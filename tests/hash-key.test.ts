import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureHashKey, loadSettings, saveSettings, watchSettings } from '../lib/settings';

const hashKey = async () => (await loadSettings()).hashKey;

beforeEach(() => fakeBrowser.reset());

test('an installation has one key, and another than the next', async () => {
  expect(await hashKey()).toBeNull();
  await ensureHashKey();
  const key = await hashKey();
  expect(key).toEqual([expect.any(Number), expect.any(Number)]);
  await ensureHashKey();
  await saveSettings({ welcomed: true });
  expect(await hashKey()).toEqual(key);
  await browser.storage.local.clear();
  await ensureHashKey();
  expect(await hashKey()).not.toEqual(key);
});

test('a page that was there before it is told', async () => {
  const told = vi.fn();
  watchSettings(({ hashKey: key }) => told(key));
  await ensureHashKey();
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(expect.any(Array)));
});

import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSafety, loadSafety, type SafetyState, watchSafety } from '../../lib/safety/state';

const TROUBLE = { kind: 'disk-full' as const, since: 7 };

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

function fillStorage() {
  return vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota exceeded'));
}

test('what a full storage does not take is told from memory, and written with the next change', async () => {
  await changeSafety(() => ({ snapshotFailed: 3 }));
  const seen: SafetyState[] = [];
  const end = watchSafety((state) => seen.push(state));
  const full = fillStorage();
  await changeSafety(() => ({ trouble: TROUBLE }));
  expect(await loadSafety()).toMatchObject({ trouble: TROUBLE, snapshotFailed: 3 });
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ trouble: TROUBLE }));
  full.mockRestore();
  await changeSafety(() => ({ trouble: null }));
  expect(await loadSafety()).toMatchObject({ trouble: null, snapshotFailed: 3 });
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ trouble: null }));
  expect(await browser.storage.session.get('safety')).toEqual({});
  end();
});

test('what is over before anything could be written is over for who watches, too', async () => {
  const seen: SafetyState[] = [];
  const end = watchSafety((state) => seen.push(state));
  const full = fillStorage();
  await changeSafety(() => ({ trouble: TROUBLE }));
  await changeSafety(() => ({ trouble: null }));
  expect((await loadSafety()).trouble).toBeNull();
  await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ trouble: null }));
  full.mockRestore();
  end();
});

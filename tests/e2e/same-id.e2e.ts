import { expect, test } from 'vitest';
import { BUILDS } from '../../scripts/bundles.ts';
import { launch } from './harness/launch.ts';
import { temporaryCopy } from './harness/one-language.ts';
import { changeSettings, insideExtension } from './harness/stored.ts';

// Chromium makes the id of an unpacked extension of its folder's path, unless the manifest holds a key; and with the id
// stands and falls what is kept. Firefox has its id in the manifest.
test('an unpacked copy that was moved to another folder keeps what it has counted', async () => {
  const session = await launch('chromium', { extension: temporaryCopy(BUILDS.chromium) });
  try {
    await changeSettings(session, { welcomed: true, windowDays: 9 });
    const before = await insideExtension(session, () => location.origin, null);
    await session.browser.installExtension(temporaryCopy(BUILDS.chromium));
    expect(await insideExtension(session, () => location.origin, null)).toBe(before);
    expect(await insideExtension(session, readWindow, null)).toBe(9);
  } finally {
    await session.close();
  }
});

/** Runs in the extension. */
async function readWindow(): Promise<unknown> {
  type Storage = { local: { get(key: string): Promise<{ settings?: { windowDays?: number } }> } };
  const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome;
  return (await storage.local.get('settings')).settings?.windowDays;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../lib/sites/content-hash.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { ownTabs } from './harness/own-tabs.ts';
import { changeSettings, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const CHAT = '镇村工作群';
const NOTICE = {
  chat: CHAT,
  from: '农业办老郑',
  text: '请各村于12月9日12:00前将秋冬种面积统计表报镇农业办，报表以村委会盖章版为准，谢谢配合。',
};

describe.each(BROWSER_KINDS)('the built extension in %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await launch(kind);
  });

  afterAll(async () => {
    await session.close();
  });

  const countedKeys = async (): Promise<string[]> => {
    const rows = await tallyRows<{ key: string }>(session, 'messages');
    return rows.map(({ key }) => key).sort();
  };

  test('opens its first-run page at install', async () => {
    const opened = await waitUntil('the first-run page', async () => {
      const addresses = await ownTabs(session);
      const found = addresses.filter((address) => address.endsWith('/welcome.html'));
      return found.length > 0 && found;
    });
    expect(opened).toHaveLength(1);
  });

  test('counts a message once, also when its background is stopped and the page reloaded', async () => {
    await changeSettings(session, { welcomed: true });
    const page = await session.newPage();
    const options = { chats: [{ name: CHAT }], open: CHAT, messages: [NOTICE], keepOnReload: true };
    const simulator = await openSimulator(page, options);
    const first = await waitUntil('the message to be counted', async () => {
      const keys = await countedKeys();
      return keys.length === 1 && keys;
    });

    // Resolves when it has ended; an event of the browser's may start it again at once.
    await session.stopBackground();
    await simulator.reload();
    const [second] = await simulator.receive({ ...NOTICE, text: `${NOTICE.text}另请附照片两张。` });
    const both = await waitUntil('the second message to be counted', async () => {
      const keys = await countedKeys();
      return keys.length > 1 && keys;
    });
    expect(both).toEqual([...first, `wechat:${second}`].sort());
    await page.close();
  });

  test('hashes what a page shows under a key of its own, which stays', async () => {
    const rows = await tallyRows<{ text?: string; hash: string }>(session, 'messages');
    const open = contentHash({ kind: 'text', text: NOTICE.text });
    expect(rows.map(({ hash }) => hash)).not.toContain(open);
    await session.stopBackground();
    const page = await session.newPage();
    const options = { chats: [{ name: CHAT }], open: CHAT };
    const simulator = await openSimulator(page, options);
    await simulator.receive([NOTICE, NOTICE]);
    const again = await waitUntil('two more messages', async () => {
      const all = await tallyRows<{ key: string; hash: string }>(session, 'messages');
      return all.length === rows.length + 2 && all;
    });
    // The words of one message three times, twice of them after everything of ours has started anew.
    const hashes = again.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(2);
    await page.close();
  });

  test('keeps its settings and its tally over a reload of the extension', async () => {
    await changeSettings(session, { excerptLength: 7 });
    const before = await countedKeys();
    expect(before.length).toBeGreaterThan(0);
    await session.reloadExtension();
    const stored = await insideExtension(session, readSettings, null);
    expect(stored).toMatchObject({ excerptLength: 7, welcomed: true });
    expect(await countedKeys()).toEqual(before);
  });
});

/** Runs in the extension's page. */
async function readSettings(): Promise<unknown> {
  type Storage = { local: { get(key: string): Promise<{ settings?: unknown }> } };
  const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome;
  return (await storage.local.get('settings')).settings;
}

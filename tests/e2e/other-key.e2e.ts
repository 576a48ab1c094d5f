import { expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { BROWSER_KINDS, launch } from './harness/launch.ts';
import { changeSettings, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { noticeAbout, STREET, YESTERDAY } from './work-groups.ts';

const MESSAGES = 120;

/** Runs in the extension's page: as if the store of the settings had been lost and begun anew. */
async function otherKey(): Promise<void> {
  type Storage = { local: { set(items: object): Promise<void> } };
  const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome;
  await storage.local.set({ hashKey: [12345, 67890] });
}

// All that is told again then looks edited, in one report.
test.each(BROWSER_KINDS)('in %s, another key of what is shown changes no count', async (kind) => {
  const session = await launch(kind, { lang: 'zh-CN' });
  try {
    await changeSettings(session, { welcomed: true });
    const chats = [{ name: STREET }];
    const chat = await openSimulator(await session.newPage(), { chats, open: STREET });
    const messages = Array.from({ length: MESSAGES }, (_, at) => ({
      ...{
        id: `77000000000000${10_000 + at}`,
        chat: STREET,
        from: '甲',
        time: YESTERDAY + at * 1000,
      },
      text: at % 3 === 0 ? `第${at}户已经走访。` : noticeAbout(`第${Math.floor(at / 7)}批`),
    }));
    const rows = () => tallyRows<MessageRow>(session, 'messages');
    const days = () => tallyRows<DayRow>(session, 'days');
    await chat.receive(messages);
    await waitUntil('all to be counted', async () => (await rows()).length === MESSAGES);
    const before = await days();
    const hashes = new Set((await rows()).map(({ hash }) => hash));
    await insideExtension(session, otherKey, null);
    await chat.reload();
    await chat.receive(messages);
    await waitUntil('all to be judged again', async () =>
      (await rows()).every(({ hash }) => !hashes.has(hash)),
    );
    expect(await days()).toEqual(before);
  } finally {
    await session.close();
  }
});

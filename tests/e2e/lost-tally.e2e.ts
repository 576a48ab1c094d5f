import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { dayOf } from '../../lib/tally/local-day.ts';
import { makeYear } from '../tally/year/year.ts';
import { fillTally } from './harness/filled-tally.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

type Row = { id: string; day: string; messages: number };

describe.each(BROWSER_KINDS)('a tally that the browser loses in %s', (kind) => {
  let session: Session;
  const today = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
  const made = makeYear({ seed: 3, groups: 5, days: 30, messages: 1_500, lastDay: today });

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
    await fillTally(session, made);
  });
  afterAll(async () => {
    await session.close();
  });

  test('gets back the sums of its complete days, and the popup says so', async () => {
    const options = await session.extensionPage('options.html');
    await waitUntil('the snapshot', async () => {
      const text = await options.evaluate(() => document.body.textContent ?? '');
      return text.includes('留存，含');
    });
    await options.close();
    const complete = made.days.filter(({ day }) => day < today);
    await insideExtension(session, deleteDatabase, null);
    await session.stopBackground();

    const popup = await session.extensionPage('popup.html');
    await waitUntil('the notice', () => popup.$('.safety [role=alert]'));
    const words = await popup.evaluate(() => document.querySelector('.safety')?.textContent ?? '');
    expect(words).toContain('台账数据丢失过');
    const messages = complete.reduce((sum, row) => sum + row.messages, 0);
    expect(words).toContain(`${messages.toLocaleString('zh-CN')} 条消息`);
    await popup.close();
    const rows = await tallyRows<Row>(session, 'days');
    expect(rows.map(({ id }) => id).sort()).toEqual(complete.map(({ id }) => id).sort());
    expect(await tallyRows(session, 'messages')).toEqual([]);
  });

  test('does not get back what was erased', async () => {
    const page = await session.extensionPage('options.html');
    await page.evaluate(async () => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        }
      ).chrome;
      const request = { what: 'everything' };
      await runtime.sendMessage({ fingerlight: 'background', name: 'erase', request });
    });
    await page.close();
    await insideExtension(session, deleteDatabase, null);
    await session.stopBackground();
    const again = await session.extensionPage('options.html');
    await waitUntil('the settings', () => again.$('.storage-safety table'));
    expect(await again.$('.safety [role=alert]')).toBeNull();
    await again.close();
    expect(await tallyRows(session, 'days')).toEqual([]);
  });
});

/** Runs in the page: as a cleaning program does. */
async function deleteDatabase(): Promise<void> {
  const request = indexedDB.deleteDatabase('fingerlight');
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

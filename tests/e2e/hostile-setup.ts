import { expect } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import {
  openSimulator,
  type SimulatorDriver,
  type SimulatorOptions,
} from '../simulator/wechat/serve.ts';
import { seenRows } from './chat-probe.ts';
import type { Session } from './harness/launch.ts';
import { tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { type WatchedErrors, watchErrors } from './harness/watch-errors.ts';

/** A simulated page whose consoles are watched. */
export type WatchedChat = { chat: SimulatorDriver; watched: WatchedErrors };

/** Opens the simulated page in front; `prepare` runs in the page before any script of the page. */
export async function openWatched(
  session: Session,
  options: SimulatorOptions,
  prepare?: () => void,
): Promise<WatchedChat> {
  const page = await session.newPage();
  await page.setViewport({ width: 1100, height: 800 });
  const watched = await watchErrors(session, page);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  const chat = await openSimulator(page, { unreadLine: false, ...options });
  // The first-run page may have opened over it; a hidden tab is painted for nobody.
  await page.bringToFront();
  return { chat, watched };
}

/** Waits until all these messages are counted; each must be there once, and the sums must agree. */
export async function countedOnce(
  session: Session,
  ids: readonly string[],
): Promise<Map<string, MessageRow>> {
  const rows = await waitUntil(
    `${ids.length} messages to be counted`,
    async () => {
      const all = await tallyRows<MessageRow>(session, 'messages');
      const keys = new Set(all.map(({ key }) => key));
      const missing = ids.filter((id) => !keys.has(`wechat:${id}`));
      return missing.length === 0
        ? all
        : Promise.reject(new Error(`missing ${missing.length}: ${missing[0]}`));
    },
    45_000,
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  const days = await tallyRows<DayRow>(session, 'days');
  expect(days.reduce((sum, { messages }) => sum + messages, 0)).toBe(rows.length);
  return new Map(rows.map((row) => [row.key.slice('wechat:'.length), row]));
}

/** Every message of the open chat that is mounted and folded away, by id. */
export async function foldedRows(chat: SimulatorDriver): Promise<string[]> {
  const rows = await seenRows(chat.page);
  return rows.flatMap(({ id, look }) => (look === 'folded' || look === 'hidden' ? [id] : []));
}

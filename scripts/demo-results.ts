import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import type { DayRow, MessageRow } from '../lib/tally/rows.ts';
import type { Session } from '../tests/e2e/harness/launch.ts';
import { pressButton } from '../tests/e2e/harness/press.ts';
import { tallyRows } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import type { SimulatorDriver } from '../tests/simulator/wechat/serve.ts';
import { forEachScreen } from './demo-play.ts';

/** Room for the chat page as it is on an office screen; drawn twice as fine for print. */
const CHAT_VIEW = { width: 1060, height: 760, deviceScaleFactor: 2 };
const POPUP_VIEW = { width: 376, height: 640, deviceScaleFactor: 2 };

/** Of the chats with most folded copies, the place where most folded and marked rows are in view; as "chat.png". */
export async function photographChat(
  session: Session,
  simulator: SimulatorDriver,
  folder: string,
  view: Viewport = CHAT_VIEW,
): Promise<void> {
  const { page } = simulator;
  await page.bringToFront();
  await page.setViewport(view);
  let best = { chat: '', top: 0, changed: -1 };
  for (const chat of await tellingChats(session)) {
    await simulator.switchChat(chat);
    await forEachScreen(simulator, async (top) => {
      const changed = await page.evaluate(changedInView);
      if (changed > best.changed) best = { chat, top, changed };
    });
  }
  await simulator.switchChat(best.chat);
  await simulator.scrollTo(best.top);
  await waitUntil('the same rows in view', async () => {
    return (await page.evaluate(changedInView)) >= best.changed;
  });
  await page.screenshot({ path: join(folder, 'chat.png') });
}

/** How many chats are looked through for the best place. */
const TELLING = 4;

async function tellingChats(session: Session): Promise<string[]> {
  const told = new Map<string, number>();
  for (const { chat, foldedDay, verdict } of await tallyRows<MessageRow>(session, 'messages')) {
    const isFoldedCopy = verdict.relation === 'copy' && foldedDay !== null;
    told.set(chat, (told.get(chat) ?? 0) + (isFoldedCopy ? 1 : 0));
  }
  const chats = [...told].sort(([, one], [, other]) => other - one).map(([chat]) => chat);
  if (chats.length === 0) throw new Error('nothing was counted');
  return chats.slice(0, TELLING);
}

/** Runs in the page: folded and marked rows that can be seen, a folded one for two. */
function changedInView(): number {
  const rows = document.querySelectorAll('[data-fl-row="folded"], [data-fl-row="marked"]');
  const seen = [...rows].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const view = row.closest('.scroll-content')?.getBoundingClientRect();
    return view !== undefined && top >= view.top && bottom <= view.bottom;
  });
  return seen.reduce((sum, row) => sum + (row.matches('[data-fl-row="folded"]') ? 2 : 1), 0);
}

/** The popup as it opens over the chat page, so that it tells of that page; as "popup.png". */
export async function photographPopup(
  session: Session,
  chatPage: Page,
  folder: string,
  view: Viewport = POPUP_VIEW,
): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  await popup.setViewport(view);
  // So that no picture is taken half-way through a transition.
  await popup.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await chatPage.bringToFront();
  await popup.reload();
  await popup.waitForSelector('.summary[aria-busy="false"]');
  // Seven days, because the played day is not today on a weekend.
  await popup.$eval('input[value="week"]', (choice) => (choice as HTMLInputElement).click());
  await popup.waitForSelector('.summary[aria-busy="false"] svg');
  await popup.screenshot({ path: join(folder, 'popup.png'), fullPage: true });
  await popup.close();
}

/** Which buttons of the popup lead to which file. */
const EXPORTS = { csv: ['data_csv', 'export_save'], json: ['data_backup'] };

/** Exports from the popup as its reader does, and waits for the files. */
export async function exportTally(session: Session, folder: string): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  for (const [ending, keys] of Object.entries(EXPORTS)) {
    for (const key of keys) await pressButton(popup, key);
    await waitUntil(`the exported ${ending}`, () =>
      readdirSync(folder).some((name) => name.endsWith(`.${ending}`)),
    );
  }
  await popup.close();
}

/** One line a group and one for all, the group with most copies first. */
export async function printTally(session: Session): Promise<void> {
  const chats = new Map<string, DayRow[]>();
  for (const row of await tallyRows<DayRow>(session, 'days')) {
    chats.set(row.chat, [...(chats.get(row.chat) ?? []), row]);
  }
  const lines = [...chats]
    .map(([chat, days]) => ({ 群: chat, ...sum(days.map(counts)) }))
    .sort((one, other) => other.重复 - one.重复);
  console.table([...lines, { 群: '合计', ...sum(lines) }]);
}

type Line = ReturnType<typeof counts>;

function counts(row: DayRow) {
  const demands = Object.values(row.demands).reduce((total, count) => total + count, 0);
  return {
    消息: row.messages,
    通知: row.notices,
    重复: row.copies,
    变更: row.revisions,
    要求: demands,
    跟帖: row.replies,
    折叠: row.folded,
  };
}

function sum(lines: readonly Line[]): Line {
  const total: Line = { 消息: 0, 通知: 0, 重复: 0, 变更: 0, 要求: 0, 跟帖: 0, 折叠: 0 };
  for (const line of lines) {
    for (const name of Object.keys(total) as (keyof Line)[]) total[name] += line[name];
  }
  return total;
}

import { expect } from 'vitest';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import { rowLooking, seenRows } from './chat-probe.ts';
import type { Session } from './harness/launch.ts';
import { insideExtension } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { countedOnce } from './hostile-setup.ts';
import { GRID, noticeAbout, read, STREET } from './work-groups.ts';

/** A chat page of whose messages every one is to be counted once, whatever happens in between. */
export type Patient = {
  chat: SimulatorDriver;
  /** A copy of a notice that was read arrives in the open chat, with a message of its own. Returns the copy's id. */
  arrive(): Promise<string>;
  /** Nothing was folded or marked for which there is no verdict. */
  untouched(id: string): Promise<void>;
  /** Everything is counted once, and the copy is folded. */
  recovered(id: string): Promise<void>;
};

/** Has a notice that nobody has had read in one chat, and opens another, in which its copies arrive. `time` of the messages, Unix ms. */
export async function patientOf(
  session: Session,
  chat: SimulatorDriver,
  time: number,
  subject = '秋冬种面积',
): Promise<Patient> {
  const text = noticeAbout(subject);
  await chat.page.bringToFront();
  await chat.switchChat(STREET);
  const ids = await chat.receive({ chat: STREET, from: '甲', text, time });
  await read(chat, STREET, ids[0]);
  await read(chat, GRID);
  let count = 0;
  return {
    chat,
    async arrive() {
      count += 1;
      // A hidden page draws nothing.
      await chat.page.bringToFront();
      const own = { chat: STREET, from: '乙', text: noticeAbout(`第${count}批`), time };
      const [copy = '', ...more] = await chat.receive([
        { chat: GRID, from: '丙', text, time },
        own,
      ]);
      ids.push(copy, ...more);
      return copy;
    },
    async untouched(id) {
      const row = (await seenRows(chat.page)).find((each) => each.id === id);
      expect(row).toMatchObject({ look: '', words: '' });
    },
    async recovered(id) {
      await chat.page.bringToFront();
      await countedOnce(session, ids);
      await rowLooking(chat.page, id, 'folded');
    },
  };
}

/** What the popup says of the safety of the data, and the badge. */
export type Told = { words: string; alerts: number; badge: string };

/** Opens the popup and waits until it says so; the words must stand in it once. */
export async function toldInPopup(session: Session, words: string): Promise<Told> {
  const popup = await session.extensionPage('popup.html');
  try {
    const told = await waitUntil(`the popup to say “${words}”`, async () => {
      const seen = await popup.evaluate(readNotices);
      if (seen.words.split(words).length === 2) return seen;
      throw new Error(JSON.stringify(seen));
    });
    return { ...told, badge: await badgeOf(session) };
  } finally {
    await popup.close();
  }
}

/** Waits until the popup has no notice and the badge no mark. */
export async function nothingTold(session: Session): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  try {
    await waitUntil('the popup to be calm', async () => {
      const seen = await popup.evaluate(readNotices);
      if (seen.alerts === 0 && seen.isRead && (await badgeOf(session)) !== '!') return true;
      throw new Error(JSON.stringify(seen));
    });
  } finally {
    await popup.close();
  }
}

/** Runs in the popup. */
function readNotices() {
  const alerts = [...document.querySelectorAll('[role=alert]')];
  const words = alerts.map((each) => each.textContent ?? '').join('\n');
  return { words, alerts: alerts.length, isRead: document.querySelector('.report-links') !== null };
}

function badgeOf(session: Session): Promise<string> {
  return insideExtension(session, readBadge, null);
}

/** Runs in the page. */
function readBadge(): Promise<string> {
  type Action = { getBadgeText(of: object): Promise<string> };
  return (globalThis as unknown as { chrome: { action: Action } }).chrome.action.getBadgeText({});
}

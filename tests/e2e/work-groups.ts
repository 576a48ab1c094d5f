import {
  openSimulator,
  type SimulatorDriver,
  type SimulatorOptions,
} from '../simulator/wechat/serve.ts';
import { painted, rowLooking } from './chat-probe.ts';
import type { Session } from './harness/launch.ts';
import { overlayStarted } from './overlay-started.ts';

export const STREET = '街道工作群';
export const GRID = '网格一群';
export const YESTERDAY = Date.now() - 24 * 60 * 60 * 1000;

/** Opens a simulated page in front that has two work groups; the street's is on the screen. `height`: of the page, px. */
export async function openGroups(
  session: Session,
  height = 800,
  options: SimulatorOptions = {},
): Promise<SimulatorDriver> {
  const page = await session.newPage();
  await page.setViewport({ width: 1100, height });
  const chats = [STREET, GRID].map((name) => ({ name }));
  const chat = await openSimulator(page, { me: '林小满', chats, open: STREET, ...options });
  // The first-run page may have opened over it; a hidden tab is painted for nobody.
  await page.bringToFront();
  await overlayStarted(page);
  return chat;
}

/**
 * Opens a chat and leaves it on the screen for as long as a reader needs to have had it. `notice`: one in it that has to be marked
 * by then. Who leaves before it is judged has not had it, as far as anybody knows; and a background that starts takes its time.
 */
export async function read(chat: SimulatorDriver, name: string, notice?: string): Promise<void> {
  await chat.switchChat(name);
  if (notice !== undefined) await rowLooking(chat.page, notice, 'marked');
  await painted(chat.page);
  await painted(chat.page);
}

/** A notice about a subject of its own, with a deadline that is far away. */
export function noticeAbout(subject: string): string {
  const day = new Date(Date.now() + 60 * 24 * 60 * 60 * 1000);
  const until = `${day.getMonth() + 1}月${day.getDate()}日`;
  return `《关于报送${subject}台账的通知》\n各社区：请于${until}前将${subject}台账报送至街道综合办，联系人周敏，电话0791-88881234，逾期不再受理。`;
}

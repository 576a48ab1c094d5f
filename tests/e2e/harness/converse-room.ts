import type { Page } from 'puppeteer-core';
import { ROOMS } from './prosody.ts';
import { waitUntil } from './wait-until.ts';

/** Opens a room of the real Converse.js by its entry in the list; returns when its transcript stands. */
export function openConverseRoom(page: Page, room: string): Promise<boolean> {
  return waitUntil(`${room} to be open`, () =>
    page.evaluate((address) => {
      const box = document.querySelector(`converse-muc.chatbox[jid="${address}"]`);
      if (box && !box.classList.contains('hidden')) {
        return box.querySelector('converse-message-history, .chat-content__messages') !== null;
      }
      const links = [...document.querySelectorAll<HTMLElement>('converse-rooms-list a.open-room')];
      const link = links.find((each) => each.dataset.roomJid === address);
      link?.click();
      return false;
    }, `${room}@${ROOMS}`),
  );
}

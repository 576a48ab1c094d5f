import type { Page } from 'puppeteer-core';
import { ACCOUNT, serveConverse } from '../../tests/e2e/harness/converse-client.ts';
import { openConverseRoom } from '../../tests/e2e/harness/converse-room.ts';
import { startProsody } from '../../tests/e2e/harness/prosody.ts';
import { waitUntil } from '../../tests/e2e/harness/wait-until.ts';
import { createPeople, type People } from '../../tests/e2e/harness/xmpp-people.ts';
import { type BenchedClient, type ChatPage, drawn } from './chat-page.ts';
import type { SaidText } from './stream.ts';

/** Who says what the stream's hundred people say: every one of them more would have the server send all once more. */
const POSTERS = ['周敏', '王磊', '陈静', '刘洋', '赵婷', '孙浩'];

/** What five hundred messages may take to be drawn on a busy machine, ms: they were seen to take 35 s. */
const DRAWN_WITHIN = 60_000;

const BOX = 'converse-muc.chatbox:not(.hidden)';

/** Real Converse.js as its makers publish it, on a real XMPP server of this machine. */
export const CONVERSE_PAGE: BenchedClient = {
  id: 'Converse.js',
  pattern: 'http://127.0.0.1/*',
  isInstalled: false,
  isLifelike: true,
  open: openConverse,
};

async function openConverse(page: Page, me: string, chats: readonly string[]): Promise<ChatPage> {
  const rooms = chats.map((_, index) => `group${index + 1}`);
  const roomOf = (chat: string) => rooms[chats.indexOf(chat)] ?? '';
  const server = await startProsody();
  const people = createPeople(server.url, { [me]: ACCOUNT });
  const host = await serveConverse({ server: server.url, nick: me, rooms });
  const posters = posting(people, me, roomOf);
  let open = '';
  await page.goto(host.url);
  await page.waitForSelector('converse-muc.chatbox');
  await posters.enterAll(rooms);
  return {
    page,
    async receive(said) {
      await Promise.all(said.map((one) => posters.say(one)));
      const shown = said.findLast(({ chat }) => chat === open);
      if (shown) {
        const row = rowOf(shown.id);
        await waitUntil(`${shown.id} to be drawn`, () => page.$(row), DRAWN_WITHIN);
      }
      await drawn(page);
      return said.map(({ id }) => id);
    },
    async open(chat) {
      open = chat;
      await openConverseRoom(page, roomOf(chat));
      await drawn(page);
    },
    rowOf,
    scroller: `${BOX} .chat-content__messages`,
    mountsAll: true,
    copyLook: 'folded',
    async close() {
      await people.leave();
      await host.close();
      await server.stop();
    },
  };
}

function rowOf(id: string): string {
  return `${BOX} .chat-msg[data-msgid="${id}"]`;
}

function posting(people: People, me: string, roomOf: (chat: string) => string) {
  const posterOf = new Map<string, string>();
  return {
    async enterAll(rooms: readonly string[]): Promise<void> {
      for (const from of [...POSTERS, me])
        for (const room of rooms) {
          await people.say({
            room,
            from,
            id: `enter-${room}-${POSTERS.indexOf(from)}`,
            text: '早',
          });
        }
    },
    say({ id, chat, from, own, text }: SaidText): Promise<void> {
      const poster = posterOf.get(from) ?? POSTERS[posterOf.size % POSTERS.length] ?? '';
      posterOf.set(from, poster);
      return people.say({ room: roomOf(chat), from: own ? me : poster, id, text });
    },
  };
}

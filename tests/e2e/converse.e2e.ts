import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { findChatServer, missingChatServer } from '../../scripts/chat-server.mjs';
import { expectedTally } from '../corpus/expected-tally.ts';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream.ts';
import { plantedTexts } from '../corpus/planted-texts.ts';
import { painted } from './chat-probe.ts';
import { ACCOUNT, type ConverseHost, serveConverse } from './harness/converse-client.ts';
import { openConverseRoom } from './harness/converse-room.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { onHosts } from './harness/on-hosts.ts';
import { type Prosody, startProsody } from './harness/prosody.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { createPeople, type People } from './harness/xmpp-people.ts';
import { differing, sumsOf } from './planted-sums.ts';
import { faultsOf } from './planted-truth.ts';
import { readOpenChat, type Sight, type TranscriptView } from './reading.ts';
import { noticeAbout } from './work-groups.ts';

const DAY = 24 * 60 * 60 * 1000;
const MESSAGES = 500;
const GROUPS = 6;
/** What was said before the page was opened: the client loads it from the server's archive, page by page. */
const BEFORE = 240;
/** What was said when the server is started again. */
const AT_RESTART = 400;

const VIEW: TranscriptView = {
  scroller: 'converse-muc.chatbox:not(.hidden) .chat-content__messages',
  row: 'converse-muc.chatbox:not(.hidden) converse-message-history .chat-msg[data-msgid]',
  body: '.chat-msg',
  attribute: 'data-msgid',
  id: '^(.+)$',
};

const isHere = findChatServer() !== null;
if (!isHere) console.warn(missingChatServer());

describe.runIf(isHere).each(BROWSER_KINDS)('a real Converse.js in %s', (kind) => {
  let server: Prosody;
  let host: ConverseHost;
  let people: People;
  let session: Session;
  let page: Page;

  const start = new Date();
  start.setHours(0, 0, 0, 0);
  start.setTime(start.getTime() - 8 * DAY);
  const whole = plantedStream(61, { groups: GROUPS, messages: 900, start, days: 5 });
  const stream = plantedTexts(whole, MESSAGES);
  const rooms = stream.chats.map((_, index) => `group${index + 1}`);
  const roomOf = (chat: string) => rooms[stream.chats.findIndex(({ name }) => name === chat)] ?? '';
  const sights: Sight[] = [];

  beforeAll(async () => {
    server = await startProsody();
    people = createPeople(server.url, { [PLANTED_ME]: ACCOUNT });
    host = await serveConverse({ server: server.url, nick: PLANTED_ME, rooms });
  });
  afterAll(async () => {
    await session?.close();
    await people?.leave();
    await host?.close();
    await server?.stop();
  });

  async function sayAll(from: number, to: number): Promise<void> {
    for (const { key, chat, sender, own, text } of stream.messages.slice(from, to)) {
      const id = key.slice(key.indexOf(':') + 1);
      await people.say({ room: roomOf(chat), from: own ? PLANTED_ME : sender, id, text });
    }
  }

  async function openRoom(room: string): Promise<void> {
    await openConverseRoom(page, room);
    await painted(page);
  }

  /** Reads a room up and down once everything of the first `count` that was said there has come: older pages come when the end is reached. */
  async function readRoom(room: string, count: number): Promise<void> {
    await openRoom(room);
    const said = stream.messages.slice(0, count).filter(({ chat }) => roomOf(chat) === room);
    const isAll = () => counted(said.length, room, 1_000).catch(() => null);
    await waitUntil(
      `${said.length} messages to come by in ${room}`,
      async () => {
        if (await isAll()) return true;
        const early = await readOpenChat(page, 1, VIEW);
        sights.push(...early.map((sight) => ({ ...sight, isEarly: true })));
        return loadOlder(page);
      },
      60_000,
    );
    sights.push(...(await readOpenChat(page, 1, VIEW)));
  }

  /** Waits until so many are counted, of one room or of all. */
  function counted(count: number, room?: string, timeout = 30_000): Promise<MessageRow[]> {
    return waitUntil(
      `${count} messages to be counted`,
      async () => {
        const all = await tallyRows<MessageRow>(session, 'messages');
        const rows = room === undefined ? all : all.filter(({ chat }) => chat === room);
        return rows.length >= count ? rows : Promise.reject(new Error(`${rows.length}`));
      },
      timeout,
    );
  }

  test('500 messages in six groups: verdicts and sums as planted, also when the server is started again', async () => {
    await sayAll(0, BEFORE);
    const extension = onHosts(kind, ['http://127.0.0.1/*']);
    const direct = [`127.0.0.1:${host.port}`, `127.0.0.1:${server.port}`];
    session = await launch(kind, { extension, lang: 'zh-CN', direct });
    await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
    page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    await page.goto(host.url);
    await page.bringToFront();
    await page.waitForSelector('converse-muc.chatbox');
    for (const room of rooms) await readRoom(room, BEFORE);
    await counted(BEFORE);

    await sayAll(BEFORE, AT_RESTART);
    for (const room of rooms.toReversed()) await readRoom(room, AT_RESTART);
    await counted(AT_RESTART);

    await server.restart();
    await people.back();
    await sayAll(AT_RESTART, MESSAGES);
    for (const room of rooms) await readRoom(room, MESSAGES);
    const rows = await counted(MESSAGES);

    expect(rows).toHaveLength(MESSAGES);
    const byId = new Map(rows.map((row) => [row.key.slice(row.key.lastIndexOf(' ') + 1), row]));
    const told = stream.messages.map((message) => {
      const row = byId.get(message.key.slice(message.key.indexOf(':') + 1));
      if (!row) throw new Error(`${message.key} was not counted`);
      expect(row).toMatchObject({ own: message.own, chat: roomOf(message.chat) });
      return { ...message, key: row.key, chat: row.chat, time: row.time };
    });
    const deadlines = new Map(
      stream.messages.map(({ key }) => [
        key,
        byId.get(key.slice(key.indexOf(':') + 1))?.verdict.deadline ?? null,
      ]),
    );
    expect(faultsOf(stream, sights, deadlines, 'seen')).toEqual([]);
    expect(sights.filter(({ look }) => look === 'folded').length).toBeGreaterThan(30);
    // Of messages of one second the one with the lesser key came first; the archive knows no parts of seconds.
    const truth = stream.truth.map((each, index) => ({ ...each, key: told[index]?.key ?? '' }));
    const days = await tallyRows<DayRow>(session, 'days');
    expect(differing(sumsOf(days), expectedTally(told, truth))).toEqual([]);
  }, 600_000);

  test('a correction of the last message is judged anew, under the same key', async () => {
    const [room = '', other = ''] = rooms;
    const text = noticeAbout('森林巡护');
    await people.say({ room, from: '周敏', id: 'first', text });
    await openAtEnd(room);
    await looking('first', 'marked');
    await people.say({ room: other, from: '周敏', id: 'copy', text });
    await openAtEnd(other);
    await looking('copy', 'folded');
    const changed = text.replace('日前', '日12:00前');
    await people.say({ room: other, from: '周敏', id: 'later', text: changed, replaces: 'copy' });
    await waitUntil('the corrected message to be open', async () =>
      ['', 'marked'].includes((await lookOf('copy')) ?? 'gone'),
    );
    const rows = await waitUntil('it to be judged', async () => {
      const all = await tallyRows<MessageRow>(session, 'messages');
      const found = all.filter(({ key }) => key.endsWith(' copy'));
      return found.some(({ verdict }) => verdict.relation !== 'copy') ? found : null;
    });
    expect(rows).toHaveLength(1);
  }, 60_000);

  async function openAtEnd(room: string): Promise<void> {
    await openRoom(room);
    await page.evaluate(
      (selector) => document.querySelector(selector)?.scrollTo(0, 0),
      VIEW.scroller,
    );
    await painted(page);
  }

  function lookOf(id: string): Promise<string | null> {
    return page.evaluate(
      (selector) => document.querySelector(selector)?.getAttribute('data-fl-row') ?? '',
      `${VIEW.row}[data-msgid="${id}"]`,
    );
  }

  function looking(id: string, look: string): Promise<boolean> {
    return waitUntil(`${id} to look "${look}"`, async () => {
      const isThere = (await page.$(`${VIEW.row}[data-msgid="${id}"]`)) !== null;
      return isThere && (await lookOf(id)) === look;
    });
  }
});

/** Stays at the upper end until the client has asked its server for what is older; it does so after a while only. */
async function loadOlder(page: Page): Promise<false> {
  const rows = await page.$$(VIEW.row);
  await page.evaluate((selector) => {
    const scroller = document.querySelector(selector);
    // The list is drawn from its end: its upper end is far below zero.
    scroller?.scrollTo(0, -scroller.scrollHeight);
  }, VIEW.scroller);
  const isMore = async () => (await page.$$(VIEW.row)).length > rows.length;
  await waitUntil('older messages', isMore, 2_000).catch(() => undefined);
  return false;
}

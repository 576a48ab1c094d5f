import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DayRow, MessageRow } from '../../lib/tally/rows.ts';
import { asSimulated } from '../corpus/as-simulated.ts';
import { expectedTally } from '../corpus/expected-tally.ts';
import { createRandom, type Random } from '../corpus/planted/random.ts';
import { PLANTED_ME, type PlantedStream, plantedStream } from '../corpus/planted-stream.ts';
import { openSimulator, type SimulatorDriver } from '../simulator/wechat/serve.ts';
import { watchFrames } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { differing, sumsOf } from './planted-sums.ts';
import { faultsOf } from './planted-truth.ts';
import { readOpenChat, type Sight } from './reading.ts';

const DAY = 24 * 60 * 60 * 1000;
const MESSAGES = 2000;
const STOPS = 20;
const midnight = new Date();
midnight.setHours(0, 0, 0, 0);
const START = new Date(midnight.getTime() - 8 * DAY);

function shuffled(names: readonly string[], random: Random): string[] {
  const left = [...names];
  return names.flatMap(() => left.splice(random.whole(0, left.length - 1), 1));
}

describe.each(BROWSER_KINDS)('2,000 messages in 30 groups, in %s', (kind) => {
  let session: Session;
  let chat: SimulatorDriver;

  beforeEach(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
  });
  afterEach(() => session.close());

  async function openChatPage(names: readonly string[]): Promise<SimulatorDriver> {
    const opened = await openTab(session, names);
    await opened.page.bringToFront();
    return opened;
  }

  async function counted(count: number): Promise<MessageRow[]> {
    return waitUntil(
      `${count} messages to be counted`,
      async () => {
        const rows = await tallyRows<MessageRow>(session, 'messages');
        return rows.length >= count ? rows : Promise.reject(new Error(`${rows.length} so far`));
      },
      60_000,
    );
  }

  // One order a browser: each takes a minute and a half. Against the order of arrival is the harder one.
  const orders = kind === 'chromium' ? (['backwards'] as const) : (['shuffled'] as const);

  test.each(orders)(
    'opened %s: one copy open of each notice, no change folded, every count exact',
    async (order) => {
      const seed = { backwards: 42, shuffled: 43 }[order];
      const stream = plantedStream(seed, { groups: 30, messages: MESSAGES, start: START, days: 5 });
      const random = createRandom(seed);
      const names = stream.chats.map(({ name }) => name);
      chat = await openChatPage(names);

      const all = asSimulated(stream.messages);
      const size = Math.ceil(MESSAGES / STOPS);
      for (let start = 0; start < all.length; start += size) {
        await chat.receive(all.slice(start, start + size));
        await session.stopBackground();
      }
      const rows = await counted(MESSAGES);
      const deadlines = new Map(rows.map(({ key, verdict }) => [key, verdict.deadline]));

      const inOrder = order === 'backwards' ? names.toReversed() : shuffled(names, random);
      const sights: Sight[] = [];
      const read = async (name: string) => {
        await chat.switchChat(name);
        sights.push(...(await readOpenChat(chat.page)));
      };
      const frames = await watchFrames(chat.page);
      for (const name of inOrder) await read(name);
      // Away and back again: what was open stays open, what was folded stays folded.
      for (const name of inOrder.slice(0, 6)) await read(name);
      expect(faultsOf(stream, sights, deadlines)).toEqual([]);
      expect(await frames.unfoldings()).toEqual([]);

      for (let reload = 0; reload < 3; reload++) {
        await chat.reload();
        await chat.page.bringToFront();
        // The page has lost everything; what it is told again has the same ids.
        const name = inOrder[(reload * 7) % inOrder.length] ?? '';
        await chat.receive(all.filter((message) => message.chat === name));
        await read(name);
      }
      expect(faultsOf(stream, sights, deadlines)).toEqual([]);
      expect(sights.filter(({ look }) => look === 'folded').length).toBeGreaterThan(100);

      await counted(MESSAGES);
      const sums = sumsOf(await tallyRows<DayRow>(session, 'days'));
      expect(differing(sums, expectedTally(stream.messages, stream.truth))).toEqual([]);
    },
    300_000,
  );

  test('the counts stay exact over three tabs, a feed that lies, an edit and a recall', async () => {
    const stream = plantedStream(43, { groups: 8, messages: 400, start: START, days: 2 });
    const names = stream.chats.map(({ name }) => name);
    const all = asSimulated(stream.messages);
    chat = await openChatPage(names);
    // Not about a relay's list: the lists after it are judged by it, and are not judged again when the lie comes out.
    const texts = all.filter(
      ({ kind, own, text }) => kind === 'text' && !own && !text?.startsWith('#接龙'),
    );
    const lies = texts.filter((_, index) => index % 25 === 0).map(({ id = '' }) => id);
    await lieOnArrival(chat.page, lies);
    await chat.receive(all);
    await counted(400);

    // Every chat is read, so every lie meets what the page shows.
    for (const name of names) {
      await chat.switchChat(name);
      await readOpenChat(chat.page);
    }
    const hidden = await openTab(session, names);
    const second = await openTab(session, names);
    await hidden.receive(all);
    await second.receive(all);
    await second.page.bringToFront();
    for (const name of names.slice(0, 3)) {
      await second.switchChat(name);
      await readOpenChat(second.page);
    }
    await chat.page.bringToFront();
    await chat.recall(plain(stream, 0));
    await chat.edit(plain(stream, 1), '好的，我们自己看着办。');
    await session.stopBackground();
    await waitUntil('the counts to be as planted', async () => {
      const sums = sumsOf(await tallyRows<DayRow>(session, 'days'));
      const found = differing(sums, expectedTally(stream.messages, stream.truth));
      if (found.length > 0) throw new Error(JSON.stringify(found));
      return true;
    });
  }, 200_000);
});

async function openTab(session: Session, names: readonly string[]): Promise<SimulatorDriver> {
  const page = await session.newPage();
  await page.setViewport({ width: 1100, height: 800 });
  const chats = names.map((name) => ({ name }));
  const options = { me: PLANTED_ME, chats, unreadLine: false };
  return openSimulator(page, options);
}

/** The id of a message of no consequence: no notice, no demand, no reply. */
function plain({ messages, truth }: PlantedStream, which: number): string {
  const found = messages.filter((message, index) => {
    const known = truth[index];
    const isNothing = known?.version === null && known.demands.length === 0 && !known.isReply;
    return isNothing && message.kind === 'text' && !message.own;
  });
  return found[which]?.key.slice('wechat:'.length) ?? '';
}

/** The page's objects of these messages say something else from the first moment; what is shown stays true. */
async function lieOnArrival(page: Page, ids: readonly string[]): Promise<void> {
  await page.evaluate((liars) => {
    type RootScope = { $on(event: string, handler: () => void): void };
    const injector = window.angular?.element(document.body).injector();
    const scope = injector?.get('$rootScope') as RootScope | undefined;
    scope?.$on('message:add:success', () => {
      const messages = Object.values(window._chatContent ?? {}).flat();
      for (const message of messages) {
        if (!liars.includes(message.MsgId)) continue;
        void window.simulator?.lie(message.MsgId, {
          MMActualContent:
            '关于明天停水的紧急通知：请各户提前储水，恢复时间另行通知，具体事宜请与水厂联系。',
        });
      }
    });
  }, ids);
}

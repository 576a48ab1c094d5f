import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DayRow } from '../../lib/tally/rows.ts';
import { asSimulated } from '../corpus/as-simulated.ts';
import { expectedTally } from '../corpus/expected-tally.ts';
import { createRandom } from '../corpus/planted/random.ts';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const KILLS = 20;
/** How often the background must be stopped while it runs: while a report is on its way or just through. */
const HITS = 3;
const MESSAGES = 300;
const SEED = 43;
/** Ms in which a background starts and writes a report of fifteen messages: so the kills fall before, in and after it. */
const LONGEST_DELAY = 200;
/** A page waits 15 s for the answer of a background that is no more, and then up to 10 s before it asks again. */
const PATIENCE = 40_000;
const DAY = 24 * 60 * 60 * 1000;

/** The sums that the tally and the planted truth have in common, by day and chat. */
function sumsOf(days: readonly DayRow[]): Record<string, unknown> {
  const counted = days.filter(({ messages }) => messages > 0);
  return Object.fromEntries(
    counted.map(({ day, chat, copyChars: copyCharacters, ...row }) => {
      const { messages, notices, copies, copyMedia, replies, demands } = row;
      const counts = { messages, notices, copies, copyCharacters, copyMedia, replies, demands };
      return [`${day}|${chat}`, counts];
    }),
  );
}

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let session: Session;

  beforeEach(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
  });
  afterEach(() => session.close());

  test('killed in mid-write twenty times, the tally has every message once', async () => {
    const midnight = new Date().setHours(0, 0, 0, 0);
    const start = new Date(midnight - 5 * DAY);
    const stream = plantedStream(SEED, { groups: 8, messages: MESSAGES, start, days: 2 });
    const random = createRandom(SEED);
    const page = await session.newPage();
    const chats = stream.chats.map(({ name }) => ({ name }));
    const chat = await openSimulator(page, { me: PLANTED_ME, chats, unreadLine: false });
    await page.bringToFront();

    const all = asSimulated(stream.messages);
    const size = Math.ceil(MESSAGES / KILLS);
    let hits = 0;
    for (let from = 0; from < all.length; from += size) {
      const delivered = chat.receive(all.slice(from, from + size));
      // Only a report wakes a stopped background, and between two a page waits longer each time.
      if (hits < HITS) {
        await waitUntil('the background to run', session.backgroundIsRunning, PATIENCE);
      }
      await new Promise((done) => setTimeout(done, random.whole(0, LONGEST_DELAY)));
      if (await session.backgroundIsRunning()) hits += 1;
      await session.stopBackground();
      await delivered;
    }
    expect(hits).toBeGreaterThanOrEqual(HITS);

    await waitUntil(
      'every message to be counted',
      async () => (await tallyRows(session, 'messages')).length === MESSAGES,
      PATIENCE,
    );
    const planted = expectedTally(stream.messages, stream.truth);
    expect(sumsOf(await tallyRows<DayRow>(session, 'days'))).toEqual(Object.fromEntries(planted));
  }, 180_000);
});

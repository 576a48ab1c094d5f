import type { Page } from 'puppeteer-core';
import type { Session } from '../tests/e2e/harness/launch.ts';
import { tallyRows } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import type { SimulatorDriver } from '../tests/simulator/wechat/serve.ts';
import type { SimulatedMessage } from '../tests/simulator/wechat/types.ts';

/** Messages delivered at once: a morning's backlog, not one by one. */
const BATCH = 60;

/** How many looks in a row must show the same before a page counts as at rest. */
const EQUAL_LOOKS = 4;

/** Delivers the day, then reads every chat from its first message to its last. */
export async function playDay(
  session: Session,
  simulator: SimulatorDriver,
  messages: readonly SimulatedMessage[],
  recalled: readonly string[],
): Promise<void> {
  for (let start = 0; start < messages.length; start += BATCH) {
    await simulator.receive(messages.slice(start, start + BATCH));
  }
  for (const id of recalled) await simulator.recall(id);
  await atRest('every message to be counted', async () => {
    return (await tallyRows(session, 'messages')).length;
  });
  for (const chat of new Set(messages.map(({ chat }) => chat))) {
    await simulator.switchChat(chat);
    await forEachScreen(simulator, async () => {});
  }
}

/** Scrolls the open chat from top to bottom by half screens and does something at each stop. */
export async function forEachScreen(
  simulator: SimulatorDriver,
  act: (top: number) => Promise<void>,
): Promise<void> {
  await simulator.scrollTo(0);
  for (;;) {
    await atRest('the chat to be read', () => changedRows(simulator.page));
    const { scroll } = await simulator.state();
    await act(scroll.top);
    if (await simulator.atBottom()) return;
    await simulator.scrollBy(scroll.visible / 2);
    // A list that does not scroll any further has been read.
    if ((await simulator.state()).scroll.top <= scroll.top) return;
  }
}

/** Waits until a number stops changing. */
async function atRest(what: string, look: () => Promise<number>): Promise<void> {
  let last = Number.NaN;
  let equal = 0;
  await waitUntil(what, async () => {
    const now = await look();
    equal = now === last ? equal + 1 : 0;
    last = now;
    return equal >= EQUAL_LOOKS;
  });
}

function changedRows(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('[data-fl-row]').length);
}

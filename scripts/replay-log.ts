// npm run replay [chats]: posts a real work-group log on the simulated chat page in a real browser, reads every
// chat as a person does, and prints what was folded, marked and shown beside what people said of it.
// "npm run replay C A B" opens the chats in this order.

import type { MessageRow } from '../lib/tally/rows.ts';
import { seenRows } from '../tests/e2e/chat-probe.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings, tallyRows } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import { readOpenChat, type Sight } from '../tests/e2e/reading.ts';
import { openSimulator, type SimulatorDriver } from '../tests/simulator/wechat/serve.ts';
import { run } from './command.ts';
import { forEachScreen } from './demo-play.ts';
import { chatOf, hasLog, type Replayed, replayedLog } from './replay-messages.ts';
import { type Outcome, printReplay } from './replay-results.ts';

/** Messages delivered at once. */
const BATCH = 50;

// Chinese time, in which the messages' own words are meant. Set before any time is computed.
process.env.TZ = 'Asia/Shanghai';

if (hasLog()) await main();
else console.log('skipped: no work-group log beside the project (../shared/data/jxnu)');

async function main(): Promise<void> {
  const { code, output } = await run('wxt', ['build']);
  if (code !== 0) throw new Error(output);
  const named = process.argv.slice(2);
  const chats = (named.length > 0 ? named : ['A', 'B', 'C']).map(chatOf);
  const log = replayedLog(Date.now()).filter(({ message }) => chats.includes(message.chat));
  const session = await launch('chromium', { lang: 'zh-CN' });
  try {
    printReplay(await replay(session, chats, log));
  } finally {
    await session.close();
  }
}

async function replay(
  session: Session,
  chats: readonly string[],
  log: readonly Replayed[],
): Promise<Outcome[]> {
  await changeSettings(session, { welcomed: true });
  const page = await session.newPage();
  await page.setViewport({ width: 1100, height: 800 });
  const simulator = await openSimulator(page, { chats: chats.map((name) => ({ name })) });
  await page.bringToFront();
  const messages = log.map(({ message }) => message);
  for (let start = 0; start < messages.length; start += BATCH) {
    await simulator.receive(messages.slice(start, start + BATCH));
  }
  const rows = await waitUntil('every message to be judged', async () => {
    const counted = await tallyRows<MessageRow>(session, 'messages');
    return counted.length === messages.length && counted;
  });
  await page.bringToFront();
  const sights: Sight[] = [];
  const words = new Map<string, string>();
  for (const chat of chats) {
    await simulator.switchChat(chat);
    sights.push(...(await readOpenChat(page)));
    await noteWords(simulator, words);
  }
  return outcomesOf(log, rows, sights, words);
}

/** What our bars and chips say, once everything was read. */
async function noteWords(simulator: SimulatorDriver, words: Map<string, string>): Promise<void> {
  await forEachScreen(simulator, async () => {
    for (const row of await seenRows(simulator.page)) words.set(row.id, row.words);
  });
}

function outcomesOf(
  log: readonly Replayed[],
  rows: readonly MessageRow[],
  sights: readonly Sight[],
  words: ReadonlyMap<string, string>,
): Outcome[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const rowOfKey = new Map(log.map(({ row, message }) => [`wechat:${message.id}`, row]));
  return log.map(({ row, message }) => ({
    row,
    message,
    looks: sights.filter(({ id }) => id === message.id).map(({ look }) => look),
    words: words.get(message.id) ?? '',
    verdict: byKey.get(`wechat:${message.id}`)?.verdict ?? null,
    rowOf: (key) => (key === null ? '' : (rowOfKey.get(key) ?? key)),
  }));
}

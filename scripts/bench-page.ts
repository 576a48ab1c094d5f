// npm run bench:page: what the extension costs in the page, and how long a row is seen before it is folded.
import { loadavg } from 'node:os';
import type { Page } from 'puppeteer-core';
import { asSimulated } from '../tests/corpus/as-simulated.ts';
import { plantedStream } from '../tests/corpus/planted-stream.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings, countMessages } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import { readOpenChat } from '../tests/e2e/reading.ts';
import { openSimulator, type SimulatorDriver } from '../tests/simulator/wechat/serve.ts';
import { run } from './command.ts';
import { profiled } from './page-profile.ts';

const SOURCE = '街道工作群';
const TARGET = '网格一群';
/** Forty subjects, none of an emergency; places that share a letter (道路, 河道) would pass for a re-issue. */
const PLACES = ['森林', '校园', '养老', '河道', '电梯', '燃气', '桥梁', '仓储'];
const WORKS = ['保洁', '绿化', '巡护', '改造', '普查'];
const SUBJECTS = PLACES.flatMap((place) => WORKS.map((work) => place + work));
const SINGLES = 100;
const BURST = 500;
const STOPS = 10;
const REPLAYED = 2000;
/** Milliseconds of its own work that the page in life needs for a message. */
const PAGE_COST = 6.5;
const DAY = 24 * 60 * 60 * 1000;

const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);
await latencies();
await replays();

async function latencies(): Promise<void> {
  const session = await launch('chromium', { lang: 'zh-CN' });
  try {
    await changeSettings(session, { welcomed: true });
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const chats = [SOURCE, TARGET].map((name) => ({ name }));
    const chat = await openSimulator(page, { chats, unreadLine: false });
    await page.bringToFront();
    const client = await page.createCDPSession();
    await chat.receive(SUBJECTS.map((_, index) => copy(index, SOURCE)));
    await chat.switchChat(SOURCE);
    await readOpenChat(page);
    await chat.switchChat(TARGET);
    await page.evaluate(watchFolds);
    await singles(chat, page, client);
    await burst('burst of 500', chat, page, client);
    const woken: number[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      await session.stopBackground();
      await page.bringToFront();
      woken.push(...(await arrivals(chat, page, 1)));
    }
    print(`insertion → folded, one arrival after the worker was stopped (${STOPS})`, woken, 200);
    await session.stopBackground();
    await page.bringToFront();
    await burst('burst of 500 after the worker was stopped', chat, page, client);
  } finally {
    await session.close();
  }
}

type Client = Awaited<ReturnType<Page['createCDPSession']>>;

/** How long folds take is measured apart: the profiler must not be in the figure. */
async function singles(chat: SimulatorDriver, page: Page, client: Client): Promise<void> {
  const one = () => arrivals(chat, page, 1);
  const folded: number[] = [];
  for (let index = 0; index < SINGLES; index++) folded.push(...(await one()));
  print(`insertion → folded, one arrival (${SINGLES})`, folded, 20);
  const moments: number[] = [];
  const own = await profiled(client, async () => {
    const start = performance.now();
    for (let index = 0; index < SINGLES; index++) {
      moments.push(performance.now() - start);
      await one();
    }
  });
  print('main-thread time of ours for one arrival into a chat full of folds', own.between(moments));
}

async function burst(what: string, chat: SimulatorDriver, page: Page, client: Client) {
  let folded: number[] = [];
  const own = await profiled(client, async () => {
    folded = await arrivals(chat, page, BURST);
  });
  print(`insertion → folded, ${what}`, folded, 250);
  const each = (own.total / BURST).toFixed(3);
  line(`main-thread time of ours, ${what}`, `${each} ms a message (budget 0.3)`);
  line(`longest task of ours, ${what}`, `${own.longest.toFixed(1)} ms (budget 50)`);
}

/**
 * Delivers copies to the open chat, waits until the last one and every other row on the page are
 * folded, and returns how long each took. How many rows a burst mounts is the page's own matter.
 */
async function arrivals(chat: SimulatorDriver, page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    window.folds = [];
  });
  const copies = Array.from({ length: count }, (_, index) => copy(index, TARGET));
  const last = (await chat.receive(copies)).at(-1);
  await page.waitForFunction(
    (id) => {
      const rows = [...document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]')];
      const states = rows.map((row) => row.getAttribute('data-fl-row'));
      const at = rows.findIndex((row) => row.querySelector(`[data-cm*="${id}"]`));
      return states[at] === 'folded' && !states.includes(null);
    },
    { polling: 5 },
    last ?? '',
  );
  return page.evaluate(() => window.folds ?? []);
}

declare global {
  interface Window {
    folds?: number[];
  }
}

/** Runs in the page: notes for every row how many milliseconds it stood there unfolded. */
function watchFolds(): void {
  const host = document.querySelector('#chatArea [mm-repeat]');
  if (!host) throw new Error('no transcript');
  const since = new WeakMap<Node, number>();
  const known = new Set<string>();
  const observer = new MutationObserver((records) => {
    const now = performance.now();
    for (const { type, addedNodes, target } of records) {
      for (const row of addedNodes) since.set(row, now);
      const start = since.get(target);
      if (type !== 'attributes' || start === undefined) continue;
      if ((target as Element).getAttribute('data-fl-row') !== 'folded') continue;
      since.delete(target);
      // A row that is mounted again was folded before.
      const about = (target as Element)
        .querySelector('[data-cm*="msgId"]')
        ?.getAttribute('data-cm');
      if (!about || known.has(about)) continue;
      known.add(about);
      window.folds?.push(now - start);
    }
  });
  observer.observe(host, { childList: true });
  observer.observe(host, { childList: true, subtree: true, attributeFilter: ['data-fl-row'] });
}

async function replays(): Promise<void> {
  const without = await replay(false);
  const withOurs = await replay(true);
  const more = (100 * (withOurs - without)) / without;
  line(
    `main thread, ${REPLAYED} messages at ${PAGE_COST} ms, without and with`,
    `${without.toFixed(2)} s, ${withOurs.toFixed(2)} s: ${more.toFixed(1)} % (budget 5)`,
  );
}

/** Processor seconds that the page's main thread used for a replay. */
async function replay(isOn: boolean): Promise<number> {
  const session = await launch('chromium', isOn ? { lang: 'zh-CN' } : { extension: false });
  try {
    if (isOn) await changeSettings(session, { welcomed: true });
    const groups = {
      groups: 30,
      messages: REPLAYED,
      start: new Date(Date.now() - 8 * DAY),
      days: 5,
    };
    const { messages, chats } = plantedStream(5, groups);
    const page = await session.newPage();
    const open = chats[0]?.name ?? '';
    const names = chats.map(({ name }) => ({ name }));
    const chat = await openSimulator(page, { chats: names, open, cost: PAGE_COST });
    await page.bringToFront();
    const client = await page.createCDPSession();
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await busySeconds(client);
    const all = asSimulated(messages);
    for (let start = 0; start < all.length; start += 20) {
      await chat.receive(all.slice(start, start + 20));
    }
    if (isOn) await counted(session);
    return (await busySeconds(client)) - before;
  } finally {
    await session.close();
  }
}

async function counted(session: Session): Promise<void> {
  const isThere = async () => (await countMessages(session)) >= REPLAYED;
  await waitUntil('every message to be counted', isThere, 60_000);
}

async function busySeconds(client: Client): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

function copy(index: number, chat: string) {
  const subject = SUBJECTS[index % SUBJECTS.length];
  const text = `《关于报送${subject}台账的通知》\n各社区：请将${subject}台账报送至街道综合办，联系人周敏，逾期不再受理。`;
  return { chat, from: '张三', text, time: Date.now() - DAY + index * 1000 };
}

function print(what: string, values: readonly number[], budget?: number): void {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  const limit = budget === undefined ? '' : ` (budget for p95 ${budget})`;
  line(what, `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, of ${values.length}${limit}`);
}

function line(what: string, figures: string): void {
  console.log(`${what}: ${figures}  [load ${loadavg()[0]?.toFixed(1)}]`);
}

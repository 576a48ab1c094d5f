// npm run bench:clients [-- --client id]: what the extension costs on the simulated page of every client but web WeChat, which has bench:page.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { onHosts } from '../tests/e2e/harness/on-hosts.ts';
import { changeSettings, countMessages } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import {
  CLIENT_IDS,
  type ClientDriver,
  clientCalled,
  openClient,
} from '../tests/simulator/clients/serve.ts';
import { run } from './command.ts';
import { profiled } from './page-profile.ts';

const SOURCE = '街道工作群';
const TARGET = '网格一群';
const PROFILED = '网格二群';
const DAY = 24 * 60 * 60 * 1000;
const SUBJECTS = '森林保洁 校园绿化 养老巡护 河道改造 电梯普查 燃气巡检 桥梁养护 仓储整治'.split(
  ' ',
);
const BURST = 500;
const SINGLES = 60;
/** Of design: main-thread time of ours a message, one task of ours, ms; insertion to fold, p95. */
const BUDGETS = { each: 0.3, task: 50, single: 20, burst: 250 };

const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);
let isOver = false;
const { values } = parseArgs({ options: { client: { type: 'string' } } });
for (const id of values.client ? [values.client] : CLIENT_IDS) await measure(id);
process.exitCode = isOver ? 1 : 0;

async function measure(id: string): Promise<void> {
  const { url } = await clientCalled(id);
  const extension = onHosts('chromium', [`${new URL(url).origin}/*`]);
  const session = await launch('chromium', { extension, lang: 'zh-CN' });
  try {
    await changeSettings(session, { welcomed: true });
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const chat = await openClient(page, id, {
      me: '林小满',
      chats: [SOURCE, TARGET, PROFILED],
      open: null,
    });
    await page.bringToFront();
    await chat.open(SOURCE);
    await chat.receive(SUBJECTS.map((_, index) => said(index, SOURCE)));
    await counted(session, SUBJECTS.length);
    await chat.open(TARGET);
    const folds = await watchFolds(page);
    for (let index = 0; index < SINGLES; index++) await arrive(chat, TARGET, index, 1);
    const single = ninetyFifth(await folds());
    await arrive(chat, TARGET, SINGLES, BURST);
    const burst = ninetyFifth(await folds());
    // Another burst: sampling takes time of the page's, and would be taken for ours.
    await chat.open(PROFILED);
    const client = await page.createCDPSession();
    const own = await profiled(client, () => arrive(chat, PROFILED, 0, BURST));
    report(id, { each: own.total / BURST, task: own.longest, single, burst });
  } finally {
    await session.close();
  }
}

/** Delivers so many and waits until each that the client has mounted looks like a copy. */
async function arrive(
  chat: ClientDriver,
  group: string,
  from: number,
  count: number,
): Promise<void> {
  const ids = await chat.receive(
    Array.from({ length: count }, (_, index) => said(from + index, group)),
  );
  // Where rows have become lower the end has moved, and a client mounts what is near the view when it scrolls.
  if (chat.client.mounts !== 'all') await chat.scrollTo(Number.MAX_SAFE_INTEGER);
  await chat.page.waitForFunction(
    (selectors) => {
      const isDone = (selector: string) => {
        const row = document.querySelector(selector);
        // Out of sight a row is not there, or stands there without words.
        if (!row?.textContent?.trim()) return null;
        return row.closest('[data-fl-row]') !== null || row.querySelector('[data-fl-row]') !== null;
      };
      // The last first: looking for all takes time of the page's.
      const last = selectors.at(-1);
      return last && isDone(last) && selectors.every((each) => isDone(each) !== false);
    },
    { polling: 100, timeout: 60_000 },
    ids.map(chat.client.rowSelector),
  );
}

async function counted(session: Session, total: number): Promise<void> {
  const isAll = async () => (await countMessages(session)) >= total;
  await waitUntil(`${total} messages to be counted`, isAll, 60_000);
}

function said(index: number, chat: string) {
  const subject = SUBJECTS[index % SUBJECTS.length];
  const text = `《关于报送${subject}台账的通知》\n各社区：请将${subject}台账报送至街道综合办，联系人周敏，逾期不再受理。`;
  return { chat, from: '张三', text, time: Date.now() - DAY + index * 1000 };
}

/** Notes how many ms each row stood there before it was folded or marked; returns what was noted since the last asking. */
async function watchFolds(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const since = new WeakMap<Node, number>();
    const done = new WeakSet<Node>();
    const noted: number[] = [];
    new MutationObserver((records) => {
      const now = performance.now();
      for (const { type, addedNodes, target } of records) {
        if (type === 'childList')
          for (const node of addedNodes) if (!since.has(node)) since.set(node, now);
        if (type !== 'attributes' || done.has(target)) continue;
        let place: Node | null = target;
        while (place && !since.has(place)) place = place.parentNode;
        if (place) noted.push(now - (since.get(place) ?? now));
        done.add(target);
      }
    }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-fl-row'] });
    Object.assign(window, { takeFolds: () => noted.splice(0) });
  });
  return () => page.evaluate(() => (Reflect.get(window, 'takeFolds') as () => number[])());
}

function ninetyFifth(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(0.95 * (values.length - 1))] ?? 0;
}

function report(id: string, figures: Record<keyof typeof BUDGETS, number>): void {
  const cells = Object.entries(figures).map(([name, value]) => {
    const budget = BUDGETS[name as keyof typeof BUDGETS];
    if (value > budget) isOver = true;
    return `${name} ${value.toFixed(2)}${value > budget ? ` OVER ${budget}` : ''}`;
  });
  console.log(`${id.padEnd(12)} ${cells.join('  ')}  [load ${loadavg()[0]?.toFixed(1)}]`);
}

// npm run bench:histories [-- --messages n] [--browser chromium|firefox] [--stages]: how long the built extension takes to
// import a generated year of sixty groups from one file, and the same file again. `--stages` measures parsing and judging
// alone, in Node.
import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentKey } from '../lib/detect/content-key.ts';
import { expire } from '../lib/detect/expire.ts';
import { judge } from '../lib/detect/judge.ts';
import { rememberWithMemo } from '../lib/detect/memo.ts';
import { createIndex } from '../lib/detect/notice-index.ts';
import { readFiles } from '../lib/import/histories/read-files.ts';
import { chooseFiles } from '../tests/e2e/harness/handed-files.ts';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launch,
  type Session,
} from '../tests/e2e/harness/launch.ts';
import { changeSettings, tallyRows } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import { writeMadeHistory } from './bench/made-history.ts';
import { run } from './command.ts';
import { DEFAULT_OPTIONS } from './judge-options.ts';

process.env.TZ = 'Asia/Shanghai';

/** An import that takes longer has failed. */
const LONGEST_MS = 1_200_000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '500000' },
    browser: { type: 'string' },
    stages: { type: 'boolean', default: false },
  },
});
const kinds = BROWSER_KINDS.filter((kind) => !values.browser || kind === values.browser);
const folder = mkdtempSync(join(tmpdir(), 'fingerlight-history-'));
const path = join(folder, 'history.csv');
try {
  const size = { groups: 60, days: 360, lastDay: new Date(), messages: Number(values.messages) };
  const messages = writeMadeHistory(path, size);
  const bytes = (statSync(path).size / 1024 / 1024).toFixed(0);
  console.log(`${messages} messages, ${bytes} MB; load ${loadavg()[0]?.toFixed(1)}`);
  if (values.stages) await measureStages();
  else {
    const { code, output } = await run('node', ['scripts/build.ts']);
    if (code !== 0) throw new Error(output);
    for (const kind of kinds) await measure(kind, messages);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Seconds since a `performance.now()`. */
function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function measureStages(): Promise<void> {
  let start = performance.now();
  const read = await readFiles([
    { name: 'history.csv', path: 'history.csv', blob: await openAsBlob(path) },
  ]);
  if (!read) throw new Error('stopped');
  const { messages, chats } = read.history;
  console.log(`parsed ${messages.length} in ${since(start)}`);
  const told = messages.map(({ inChat, own, from: _, ...message }, at) => ({
    ...message,
    ...{ key: `wechat:${at}`, site: 'wechat', chat: chats[inChat]?.name ?? '', own: own ?? false },
  }));
  start = performance.now();
  for (const message of told) contentKey(message);
  console.log(`content keys in ${since(start)}`);
  const index = createIndex();
  let tidied = 0;
  let stating = 0;
  start = performance.now();
  for (const message of told) {
    if (message.time - tidied > 7 * 86_400_000) {
      expire(index, message.time - 56 * 86_400_000);
      tidied = message.time;
    }
    const verdict = judge(index, message, DEFAULT_OPTIONS);
    rememberWithMemo(index, message, verdict);
    if (verdict.notice !== null) stating += 1;
  }
  console.log(`judged in ${since(start)}; ${stating} state a notice`);
}

async function measure(kind: BrowserKind, messages: number): Promise<void> {
  const session = await launch(kind, { lang: 'zh-CN' });
  try {
    await changeSettings(session, { welcomed: true });
    const first = await imported(session);
    console.log(`${kind}: read in ${first.read}, judged and counted in ${first.counted}`);
    const days = await tallyRows<{ messages: number }>(session, 'days');
    const counted = days.reduce((sum, day) => sum + day.messages, 0);
    if (counted !== messages) throw new Error(`${counted} of ${messages} messages were counted`);
    const again = await imported(session);
    console.log(`${kind}, the same file again: read in ${again.read}, known in ${again.counted}`);
  } finally {
    await session.close();
  }
}

async function imported(session: Session): Promise<{ read: string; counted: string }> {
  const page = await session.extensionPage('report.html#histories');
  page.setDefaultTimeout(600_000);
  try {
    let start = performance.now();
    await chooseFiles(page, [path]);
    await page.waitForSelector('.button.main:not([disabled])');
    const read = since(start);
    start = performance.now();
    await page.evaluate(() => document.querySelector<HTMLElement>('.button.main')?.click());
    const words = await waitUntil(
      'the import to end',
      () => page.evaluate(() => document.querySelector('.result p')?.parentElement?.textContent),
      LONGEST_MS,
    );
    console.log(words);
    return { read, counted: since(start) };
  } finally {
    await page.close();
  }
}

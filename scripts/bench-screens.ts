// npm run bench:screens [-- --messages n] [--browser chromium|firefox]: how long our own pages take to show their first
// numbers, on a generated year in sixty groups. A million messages are written in some minutes.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { dayOf } from '../lib/tally/local-day.ts';
import { fillTally } from '../tests/e2e/harness/filled-tally.ts';
import {
  BROWSER_KINDS,
  type BrowserKind,
  launch,
  type Session,
} from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { makeYear } from '../tests/tally/year/year.ts';
import { quantile } from './bench/spread.ts';
import { run } from './command.ts';

/** A page, what stands on it once its first numbers do, and the budget in ms. */
const SCREENS = [
  ['popup.html', '.counts', 150],
  ['report.html#overview', '.figure', 500],
  ['report.html#groups', 'tbody tr', 500],
  ['sidepanel.html', '.section', 500],
] as const;

const OPENINGS = 9;

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '1000000' }, browser: { type: 'string' } },
});
const kinds = BROWSER_KINDS.filter((kind) => !values.browser || kind === values.browser);
const { code, output } = await run('node', ['scripts/build.ts']);
if (code !== 0) throw new Error(output);
const year = makeYear({
  seed: 7,
  groups: 60,
  days: 365,
  messages: Number(values.messages),
  lastDay: dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour),
});
console.log(
  `${year.messages.length} messages, ${year.notices.length} notices, ${year.days.length} day sums; load ${loadavg()[0]?.toFixed(1)}`,
);
for (const kind of kinds) await measure(kind);

async function measure(kind: BrowserKind): Promise<void> {
  const session = await launch(kind, { lang: 'zh-CN' });
  try {
    await changeSettings(session, { welcomed: true });
    const start = performance.now();
    await fillTally(session, year);
    console.log(`${kind}: written in ${Math.round((performance.now() - start) / 1000)} s`);
    for (const [path, sign, budget] of SCREENS) {
      const times: number[] = [];
      for (let opening = 0; opening < OPENINGS; opening++) {
        times.push(await firstNumbers(session, path, sign));
      }
      const at = (share: number) => Math.round(quantile(Float64Array.from(times), share));
      console.log(
        `${kind} ${path}: first numbers after ${at(0.5)} ms, slowest of ${OPENINGS} ${at(1)} ms (budget ${budget})`,
      );
    }
  } finally {
    await session.close();
  }
}

/** Milliseconds from the page's own beginning until the sign is there. */
async function firstNumbers(session: Session, path: string, sign: string): Promise<number> {
  const page = await session.extensionPage(path);
  try {
    return await page.evaluate(untilThere, sign);
  } finally {
    await closed(page);
  }
}

async function closed(page: Page): Promise<void> {
  await page.close();
}

/** Runs in the page. The moment is told by the page's own marks: what the observer sees is there before it is painted. */
function untilThere(sign: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(sign)) return false;
      resolve(performance.now());
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

// node scripts/bench-checkup.ts [groups]: how long the check-up of the groups takes in Chromium, with a year of day sums:
// until the first table stands, and for every sorting, every letter of a filter, every tick and every decision over all
// groups at once: processor time of the page's thread
// (script, style, layout, paint), so that what else runs on the machine is no matter.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { dayOf } from '../lib/tally/local-day.ts';
import { fillTally } from '../tests/e2e/harness/filled-tally.ts';
import { launch } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { makeYear } from '../tests/tally/year/year.ts';
import { quantile } from './bench/spread.ts';

const GROUPS = Number(process.argv[2] ?? 500);
const RESULTS = fileURLToPath(new URL('../.output/photographs', import.meta.url));

process.env.TZ = 'Asia/Shanghai';

let devtools: CDPSession;

const { days, notices } = makeYear({
  ...{
    seed: 3,
    groups: GROUPS,
    days: 365,
    messages: 300 * GROUPS,
    lastDay: dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour),
  },
});
const session = await launch('chromium', { lang: 'zh-CN' });
try {
  await changeSettings(session, { welcomed: true });
  await fillTally(session, { days, notices });
  const spread = notices.filter(({ spreadDay }) => spreadDay !== undefined).length;
  console.log(`${GROUPS} groups, ${days.length} day sums, ${spread} notices in several groups`);
  const page = await session.extensionPage('report.html#groups');
  await page.setViewport({ width: 1440, height: 900 });
  devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const began = Date.now();
  await page.reload();
  await page.waitForSelector('.groups[aria-busy=false] .line', { timeout: 60_000 });
  console.log(`first table: ${Date.now() - began} ms`);
  print('every sorting', await sortings(page));
  print('every letter of a filter', await letters(page));
  print('every tick', await ticks(page, '.line .tick input'));
  print('every tick of all', await ticks(page, '.several input'));
  await showAll(page);
  print('every sorting, all lines shown', await sortings(page));
  print('every tick, all lines shown', await ticks(page, '.line .tick input'));
  print('every tick of all, all lines shown', await ticks(page, '.several input'));
  print('every decision over all', await decisions(page));
  await page.click('.line .opener');
  mkdirSync(RESULTS, { recursive: true });
  await page.screenshot({ path: `${RESULTS}/checkup-${GROUPS}-groups.png` });
} finally {
  await session.close();
}

async function sortings(page: Page): Promise<number[]> {
  const heads = await page.$$('.groups thead button');
  const times: number[] = [];
  for (const head of heads) {
    for (let turn = 0; turn < 2; turn++) {
      times.push(await threadTime(page, () => head.evaluate((button) => button.click())));
    }
  }
  return times;
}

async function letters(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const words of ['街', '街道', '街道工', '街道工作', '街道工作群', '街道', '街', '']) {
    const type = () =>
      page.$eval(
        '.filters input',
        (field, typed) => {
          field.value = typed;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        words,
      );
    times.push(await threadTime(page, type));
  }
  return times;
}

/** Ticks the first such box and takes the tick away, ten times; ends without it. */
async function ticks(page: Page, box: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn++) {
    times.push(
      await threadTime(page, () => page.$eval(box, (each) => (each as HTMLElement).click())),
    );
  }
  return times;
}

/** Sets all groups to one thing after the other. What the reader waits for is counted, not the saving behind it. */
async function decisions(page: Page): Promise<number[]> {
  await page.$eval('.several input', (box) => (box as HTMLElement).click());
  const times: number[] = [];
  for (const act of await page.$$('.acts button.small')) {
    times.push(await threadTime(page, () => act.evaluate((button) => button.click())));
  }
  return times;
}

/** Processor time of the page's thread until what was done is painted, in ms. */
async function threadTime(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = await taskTime();
  await act();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  return (await taskTime()) - before;
}

async function taskTime(): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      const more = document.querySelector<HTMLElement>('.groups > .button');
      if (!more) return;
      more.click();
      await new Promise(requestAnimationFrame);
    }
  });
}

function print(what: string, times: readonly number[]): void {
  const at = (share: number) => quantile(Float64Array.from(times), share).toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, most ${at(1)} ms (${times.length})`);
}

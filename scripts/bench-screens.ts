// npm run bench:screens [-- --messages n] [--browser chromium|firefox]: how long our own pages take to show their first
// numbers, on a generated year in sixty groups. A million messages are written in some minutes.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { ALL_NUMBERS, FIRST_NUMBERS } from '../lib/screens/page-marks.ts';
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
import { filteringFrames, scrollingFrames } from './bench/page-frames.ts';
import { quantile } from './bench/spread.ts';
import { run } from './command.ts';

/** A page and its budget in ms. */
const SCREENS = [
  ['popup.html', 150],
  ['report.html#overview', 500],
  ['report.html#groups', 500],
  ['sidepanel.html', 500],
] as const;

const OPENINGS = 15;

/** Typed and taken back letter by letter. */
const TYPED = ['街', '街道', '街道工', '街道工作', '街道工作群', '街道', '街', ''];

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
    // In turn: after so many rows at once a browser tidies up its files for a while, and whoever is opened first waits.
    const openings = SCREENS.map((): Opening[] => []);
    for (let opening = 0; opening < OPENINGS; opening++) {
      for (const [at, [path]] of SCREENS.entries())
        openings[at]?.push(await openOnce(session, path));
    }
    for (const [at, [path, budget]] of SCREENS.entries()) {
      const of = openings[at] ?? [];
      const first = quickly(of.map(({ first }) => first));
      console.log(`${kind} ${path}: first numbers ${first} (budget ${budget})`);
      const all = of.flatMap(({ all }) => all ?? []);
      if (all.length > 0) console.log(`${kind} ${path}: everything ${quickly(all)}`);
    }
    for (const [path] of SCREENS) await measureFrames(session, path);
  } finally {
    await session.close();
  }
}

/**
 * How even a page stays under the reader's hands: scrolled as soon as its first figures stand, while it still reads, and
 * filtered once all of it is there. Budget: 50 ms a frame.
 */
async function measureFrames(session: Session, path: string): Promise<void> {
  const page = await session.extensionPage(path);
  try {
    await page.evaluate(untilMarked, FIRST_NUMBERS);
    const scrolled = await scrollingFrames(page);
    console.log(`${session.kind} ${path}: ${spreadOf(scrolled)} a frame of scrolling`);
    if (!(await page.$('input[type=search]'))) return;
    await page.evaluate(untilMarked, ALL_NUMBERS);
    const filtered = await filteringFrames(page, TYPED);
    console.log(`${session.kind} ${path}: ${spreadOf(filtered)} a letter of filtering`);
  } finally {
    await page.close();
  }
}

function spreadOf(times: readonly number[]): string {
  const at = (share: number) => quantile(Float64Array.from(times), share).toFixed(1);
  return `median ${at(0.5)} ms, 95 % below ${at(0.95)} ms, most ${at(1)} ms`;
}

function quickly(times: readonly number[]): string {
  const at = (share: number) => Math.round(quantile(Float64Array.from(times), share));
  return `after ${at(0.5)} ms, slowest of ${OPENINGS} ${at(1)} ms`;
}

/** Milliseconds from the page's own beginning, by its own marks. `all`: where a page has more to read after the first. */
type Opening = { first: number; all: number | null };

async function openOnce(session: Session, path: string): Promise<Opening> {
  const page = await session.extensionPage(path);
  try {
    const first = await page.evaluate(untilMarked, FIRST_NUMBERS);
    const all = path === 'popup.html' ? null : await page.evaluate(untilMarked, ALL_NUMBERS);
    return { first, all };
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
function untilMarked(name: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName(name);
      if (mark) resolve(mark.startTime);
    });
    observer.observe({ type: 'mark', buffered: true });
  });
}

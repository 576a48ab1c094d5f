// npm run photograph:store: the pictures for the stores in docs/store/images, in Chinese and in English. Real pages of the
// built extension with the demo's working day and a generated half year; every name in them is invented.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { dayOf } from '../lib/tally/local-day.ts';
import { ME } from '../tests/corpus/working-day/entry.ts';
import { DAY_GROUPS, recalledIds } from '../tests/corpus/working-day.ts';
import { fillTally } from '../tests/e2e/harness/filled-tally.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import { openSimulator } from '../tests/simulator/wechat/serve.ts';
import { makeYear } from '../tests/tally/year/year.ts';
import { run } from './command.ts';
import { latestWorkingDay } from './demo-day.ts';
import { playDay } from './demo-play.ts';
import { photographChat, photographPopup } from './demo-results.ts';
import { laidOver, photographChange } from './store-pictures.ts';

const RESULTS = fileURLToPath(new URL('../docs/store/images', import.meta.url));

/** What the stores ask for, in pixels. */
const VIEW = { width: 1280, height: 800 };

/** Each page with what says that its figures stand, and what of it is put into the view. */
const PARTS = {
  report: {
    path: 'report.html#overview',
    sign: '.overview:not(:has([aria-busy=true])) .weeks',
    shown: 'main',
  },
  export: { path: 'report.html#export', sign: '.part .sheet-table', shown: '.sheet-table' },
} as const;

process.env.TZ = 'Asia/Shanghai';

const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);
mkdirSync(RESULTS, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'fingerlight-pictures-'));
try {
  for (const lang of ['zh-CN', 'en']) {
    await withBrowser(lang, photographDay);
    await withBrowser(lang, photographReport);
  }
} finally {
  rmSync(work, { recursive: true });
}
console.log(`pictures in ${RESULTS}`);

async function withBrowser(
  lang: string,
  act: (session: Session, lang: string) => Promise<void>,
): Promise<void> {
  const session = await launch('chromium', { lang });
  try {
    await changeSettings(session, { welcomed: true, mode: 'fold' });
    await act(session, lang);
  } finally {
    await session.close();
  }
}

function fileFor(picture: string, lang: string) {
  return `${RESULTS}/${picture}-${lang}.png` as const;
}

/** A chat with folds, a changed notice, and the popup as it lies over the chat. */
async function photographDay(session: Session, lang: string): Promise<void> {
  const page = await session.newPage();
  await page.setViewport(VIEW);
  const chats = DAY_GROUPS.map((name) => ({ name }));
  const simulator = await openSimulator(page, { me: ME, chats, open: DAY_GROUPS[0] ?? '' });
  await page.bringToFront();
  await playDay(session, simulator, latestWorkingDay(new Date()), recalledIds());
  await photographChat(session, simulator, work, VIEW);
  await page.screenshot({ path: fileFor('1-folds', lang) });
  await photographPopup(session, page, work, { width: 376, height: 600 });
  await page.bringToFront();
  const popup = join(work, 'popup.png');
  await laidOver(session, { under: join(work, 'chat.png'), over: popup }, fileFor('3-popup', lang));
  await page.bringToFront();
  await photographChange(session, simulator, fileFor('2-change', lang));
}

async function photographReport(session: Session, lang: string): Promise<void> {
  const lastDay = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
  const size = { seed: 7, groups: 30, days: 180, messages: 20_000, lastDay };
  await fillTally(session, makeYear(size));
  for (const [number, [name, { path, sign, shown }]] of Object.entries(PARTS).entries()) {
    const page = await session.extensionPage(path);
    await page.setViewport(VIEW);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await waitUntil(`${sign} on ${path}`, () => page.$(sign));
    await page.$eval(shown, (part) => part.scrollIntoView());
    // With its heading.
    await page.evaluate(() => scrollBy(0, -60));
    await page.screenshot({ path: fileFor(`${number + 4}-${name}`, lang) });
    await page.close();
  }
}

// npm start: builds the extension and plays a working day in thirty groups on a simulated chat page.
// With a display the browser stays open; without one the results are written to .output/demo/.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ME } from '../tests/corpus/working-day/entry.ts';
import { DAY_GROUPS, recalledIds } from '../tests/corpus/working-day.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import { openSimulator } from '../tests/simulator/wechat/serve.ts';
import { run } from './command.ts';
import { latestWorkingDay } from './demo-day.ts';
import { playDay } from './demo-play.ts';
import { exportTally, photographChat, photographPopup, printTally } from './demo-results.ts';

const RESULTS = fileURLToPath(new URL('../.output/demo', import.meta.url));

const HAS_DISPLAY =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

// Chinese time, in which the messages' own words are meant. Set before any time is computed.
process.env.TZ = 'Asia/Shanghai';

await build();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const session = await launch('chromium', {
  lang: 'zh-CN',
  headless: !HAS_DISPLAY,
  ...(HAS_DISPLAY ? {} : { downloads: RESULTS }),
});
try {
  await play(session);
} finally {
  if (session.browser.connected) await session.close();
}

async function build(): Promise<void> {
  console.log('building …');
  const { code, output } = await run('wxt', ['build']);
  if (code === 0) return;
  console.log(output);
  process.exit(1);
}

async function play(session: Session): Promise<void> {
  // The answer to the first-run page, which the script gives in the user's place.
  await changeSettings(session, { welcomed: true, mode: 'fold' });
  await closeFirstRunPage(session);
  const page = await session.newPage();
  const messages = latestWorkingDay(new Date());
  const chats = DAY_GROUPS.map((name) => ({ name }));
  const simulator = await openSimulator(page, { me: ME, chats, open: DAY_GROUPS[0] ?? '' });
  // Only what a reader can see counts as shown.
  await page.bringToFront();
  console.log(`playing ${messages.length} messages in ${chats.length} groups …`);
  await playDay(session, simulator, messages, recalledIds());
  if (HAS_DISPLAY) {
    console.log('The browser stays open: try it, and close it when you are done.');
    await new Promise<void>((resolve) => session.browser.once('disconnected', resolve));
    return;
  }
  await photographChat(session, simulator, RESULTS);
  await photographPopup(session, page, RESULTS);
  await exportTally(session, RESULTS);
  await printTally(session);
  console.log(`screenshots and exported files: ${RESULTS}`);
}

async function closeFirstRunPage({ browser }: Session): Promise<void> {
  const page = await waitUntil('the first-run page', async () =>
    (await browser.pages()).find((open) => open.url().endsWith('/welcome.html')),
  );
  await page.close();
}

// npm run photograph [-- page …]: pictures of our own pages in .output/photographs, with a generated half year of
// thirty groups and with nothing, in light and dark, Chinese and English. A page is a name such as "report#overview".
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { dayOf } from '../lib/tally/local-day.ts';
import { fillTally } from '../tests/e2e/harness/filled-tally.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { makeYear } from '../tests/tally/year/year.ts';
import { run } from './command.ts';

const RESULTS = fileURLToPath(new URL('../.output/photographs', import.meta.url));
const PAGES =
  process.argv.length > 2 ? process.argv.slice(2) : ['popup', 'report#overview', 'options'];
const WIDTHS: Record<string, number> = { popup: 360, sidepanel: 420 };

process.env.TZ = 'Asia/Shanghai';

const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);
mkdirSync(RESULTS, { recursive: true });
for (const lang of ['zh-CN', 'en']) {
  const session = await launch('chromium', { lang });
  try {
    await changeSettings(session, { welcomed: true });
    await photographAll(session, `${lang}-empty`);
    const today = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
    await fillTally(
      session,
      makeYear({ seed: 7, groups: 30, days: 180, messages: 20_000, lastDay: today }),
    );
    await photographAll(session, `${lang}-full`);
  } finally {
    await session.close();
  }
}
console.log(`pictures in ${RESULTS}`);

async function photographAll(session: Session, name: string): Promise<void> {
  for (const path of PAGES) {
    const [page = '', part] = path.split('#');
    const opened = await session.extensionPage(`${page}.html${part ? `#${part}` : ''}`);
    await opened.setViewport({ width: WIDTHS[page] ?? 1280, height: 900 });
    for (const scheme of ['light', 'dark']) {
      await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await opened.waitForNetworkIdle({ idleTime: 600 });
      const file = `${RESULTS}/${path.replace('#', '-')}-${name}-${scheme}.png` as const;
      await opened.screenshot({ path: file, fullPage: page !== 'sidepanel' });
    }
    await opened.close();
  }
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { dayOf } from '../../lib/tally/local-day.ts';
import { makeYear } from '../tally/year/year.ts';
import { faultsOf } from './harness/accessibility.ts';
import { fillTally } from './harness/filled-tally.ts';
import { chooseFiles, writeHandedTallies } from './harness/handed-files.ts';
import { launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { changeSettings } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const LAST_DAY = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
const PEOPLE = 6;

/** Every page and part: how wide it is (the popup with a scrollbar beside it), and what says that it stands, with nothing counted and with a filled tally. */
const PAGES = [
  ['welcome.html', 400, '.way', '.way'],
  ['popup.html', 376, '.empty', '.counts'],
  ['options.html', 1000, '.part', '.part'],
  ['sidepanel.html', 340, '.digest', '.item'],
  [
    'report.html#overview',
    1280,
    '.empty',
    '.overview:not(:has([aria-busy=true])) .weeks ~ .compare table',
  ],
  ['report.html#groups', 800, '.part', '.groups[aria-busy=false] .line'],
  ['report.html#export', 800, '.part', '.sheet-table'],
  ['report.html#merge', 800, 'input[type=file]', 'input[type=file]'],
] as const;

async function openPage(
  session: Session,
  path: string,
  width: number,
  sign: string,
): Promise<Page> {
  const page = await session.extensionPage(path);
  await page.setViewport({ width, height: 800 });
  await waitUntil(`${sign} on ${path}`, () => page.$(sign));
  return page;
}

/** Everything in the light; in the dark the colours are what differs. */
async function faultsInBoth(session: Session, page: Page): Promise<string[]> {
  await session.setScheme(page, 'light');
  const inLight = [...(await faultsOf(page)), ...(await page.evaluate(layoutFaults))];
  await session.setScheme(page, 'dark');
  return [...inLight, ...(await faultsOf(page, ['color-contrast']))];
}

/** Runs in the page: what no reader should see. Cells that are none, and a page that must be pushed from side to side. */
function layoutFaults(): string[] {
  const cells = [...document.querySelectorAll('td, th')].filter((cell) => {
    const { display } = getComputedStyle(cell);
    return display !== 'table-cell' && display !== 'none';
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...cells.map(({ outerHTML }) => `is no cell of its table: ${outerHTML.slice(0, 80)}`),
    ...(scrollWidth > clientWidth ? [`${scrollWidth} px wide in ${clientWidth}`] : []),
  ];
}

// What is asked here is of the document and its colours, which are the same everywhere; the screens' own tests ask
// the most of it in every browser.
describe('accessibility in chromium', () => {
  let session: Session;
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-accessibility-'));

  beforeAll(async () => {
    session = await launch('chromium', { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(PAGES)('%s has no faults with nothing counted, light and dark', async (...row) => {
    const [path, width, sign] = row;
    const page = await openPage(session, path, width, sign);
    expect(await faultsInBoth(session, page)).toEqual([]);
    await page.close();
  });

  describe('with a filled tally', () => {
    beforeAll(async () => {
      const size = { seed: 7, groups: 12, days: 90, messages: 2_500, lastDay: LAST_DAY };
      await fillTally(session, makeYear(size));
    });

    test.each(PAGES)('%s has no faults, light and dark', async (path, width, _, sign) => {
      const page = await openPage(session, path, width, sign);
      expect(await faultsInBoth(session, page)).toEqual([]);
      await page.close();
    });

    test('the check-up has none with a group open, all ticked and decided on', async () => {
      const page = await openPage(
        session,
        'report.html#groups',
        1280,
        '.groups[aria-busy=false] .line',
      );
      await page.click('.line .opener');
      await waitUntil('the details', () => page.$('.group-details'));
      await page.click('.several input');
      await pressButton(page, 'checkup_disposal_merge');
      await waitUntil('the way back', () => page.$('.told .link'));
      expect(await page.$('.matrix')).not.toBeNull();
      expect(await faultsInBoth(session, page)).toEqual([]);
      await page.close();
    });

    test('the options have none with the question open', async () => {
      const page = await openPage(session, 'options.html', 1000, '.part');
      await pressButton(page, 'erase_button');
      await waitUntil('the question', () => page.$('dialog[open]'));
      expect(await faultsInBoth(session, page)).toEqual([]);
      await page.close();
    });

    test('the overview has none with every table of its charts open', async () => {
      const page = await openPage(
        session,
        'report.html#overview',
        1280,
        '.overview:not(:has([aria-busy=true])) .weeks ~ .compare table',
      );
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await faultsInBoth(session, page)).toEqual([]);
      await page.close();
    });

    test('the merge has none with a ledger of several people and files left out', async () => {
      const handed = await writeHandedTallies(folder, { people: PEOPLE, lastDay: LAST_DAY });
      const broken = ['{', '[]', '{"format":"something"}'].map((text, at) => {
        const path = join(folder, `broken-${at}.json`);
        writeFileSync(path, text);
        return path;
      });
      const page = await openPage(session, 'report.html#merge', 1280, 'input[type=file]');
      await chooseFiles(page, [...handed, ...broken]);
      await waitUntil('every broken file', async () => {
        return (await page.$$('.merge-broken tbody tr')).length === broken.length;
      });
      await waitUntil('the ledger', () => page.$('.merge-totals'));
      expect(await faultsInBoth(session, page)).toEqual([]);
      await page.close();
    });
  });
});

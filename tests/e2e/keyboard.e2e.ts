import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings.ts';
import { dayOf } from '../../lib/tally/local-day.ts';
import type { GroupRow, MessageRow } from '../../lib/tally/rows.ts';
import { makeYear } from '../tally/year/year.ts';
import { downloaded } from './harness/downloaded.ts';
import { fillTally } from './harness/filled-tally.ts';
import { chooseFiles, writeHandedTallies } from './harness/handed-files.ts';
import { tabTo, tabToWords, walkFaults } from './harness/keyboard-walk.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { insideExtension, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const GROUPS = 8;
const LAST_DAY = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);

/** Every page and part, what says that it stands, and how wide it is. */
const PAGES = [
  ['popup.html', '.report-links', 360],
  ['options.html', '.part', 1000],
  ['sidepanel.html', '.section .item', 380],
  ['report.html#overview', '.overview:not(:has([aria-busy=true])) .weeks ~ .compare table', 1280],
  ['report.html#groups', '.groups[aria-busy=false] .line', 1280],
  ['report.html#export', '.sheet-table', 1280],
  ['report.html#merge', 'input[type=file]', 1280],
] as const;

async function openPage(session: Session, path: string, sign: string, width = 1280): Promise<Page> {
  const page = await session.extensionPage(path);
  await page.setViewport({ width, height: 800 });
  await page.bringToFront();
  await waitUntil(`${sign} on ${path}`, () => page.$(sign));
  return page;
}

function focusMatches(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

/** Runs in the page. */
async function readSettings(): Promise<Settings | undefined> {
  type Storage = { get(key: string): Promise<{ settings?: Settings }> };
  const { storage } = (globalThis as unknown as { chrome: { storage: { local: Storage } } }).chrome;
  return (await storage.local.get('settings')).settings;
}

/** What is to become of every group that something is noted of. */
async function disposals(session: Session): Promise<string> {
  const rows = await tallyRows<GroupRow>(session, 'groups');
  return rows.map(({ disposal }) => disposal).join();
}

describe.each(BROWSER_KINDS)('by keyboard alone in %s', (kind) => {
  let session: Session;
  const root = mkdtempSync(join(tmpdir(), 'fingerlight-keyboard-'));
  const downloads = join(root, 'downloads');

  beforeAll(async () => {
    mkdirSync(downloads);
    session = await launch(kind, { lang: 'zh-CN', downloads });
    await fillTally(
      session,
      makeYear({ seed: 7, groups: GROUPS, days: 90, messages: 1_500, lastDay: LAST_DAY }),
    );
  });
  afterAll(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('the first-run page is gone through and answered', async () => {
    const page = await openPage(session, 'welcome.html', '.way');
    expect(await walkFaults(page)).toEqual([]);
    await page.reload({ waitUntil: [] });
    await waitUntil('the ways', () => page.$('.way'));
    await tabToWords(page, 'welcome_mark');
    await page.keyboard.press('Enter');
    await waitUntil('the answer to be kept', async () => {
      const settings = await insideExtension(session, readSettings, null);
      return settings?.welcomed === true && settings.mode === 'mark';
    });
    await page.close();
  });

  test.each(PAGES)(
    '%s: everything is reached both ways, in the order of reading, and seen to have the focus',
    async (path, sign, width) => {
      const page = await openPage(session, path, sign, width);
      expect(await walkFaults(page)).toEqual([]);
      await page.close();
    },
    60_000,
  );

  test('the popup: arrows change what is done with copies', async () => {
    const page = await openPage(session, 'popup.html', '.report-links', 360);
    await tabTo(page, 'input[name=mode]');
    await page.keyboard.press('ArrowLeft');
    await waitUntil('the mode to be kept', async () => {
      return (await insideExtension(session, readSettings, null))?.mode === 'fold';
    });
    await page.close();
  });

  test('the options: a question takes the focus, keeps it, and gives it back on Escape', async () => {
    const page = await openPage(session, 'options.html', '.part', 1000);
    await tabToWords(page, 'erase_button');
    await page.keyboard.press('Enter');
    await waitUntil('the question', () => page.$('dialog[open]'));
    await waitUntil('the focus within', () => focusMatches(page, 'dialog .button:not(.danger)'));
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('Tab');
      // Between its last and its first control the browser may have a turn.
      expect(await focusMatches(page, 'dialog *, body, dialog')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await waitUntil('the question to be gone', async () => !(await page.$('dialog')));
    expect(await focusMatches(page, '.button.danger')).toBe(true);
    expect((await tallyRows(session, 'days')).length).toBeGreaterThan(0);
    await page.close();
  });

  test('the digest: a task is ticked off by the space bar', async () => {
    const done = async () =>
      (await tallyRows<MessageRow>(session, 'messages')).filter((row) => row.done).length;
    const before = await done();
    const page = await openPage(session, 'sidepanel.html', '.section .item', 380);
    await tabTo(page, '.item > input:not(:checked)');
    await page.keyboard.press(' ' as 'Space');
    await waitUntil('the tick to be kept', async () => (await done()) > before);
    await page.close();
  });

  test('the overview: arrows change the period', async () => {
    const page = await openPage(
      session,
      'report.html#overview',
      '.overview:not(:has([aria-busy=true])) .weeks ~ .compare table',
    );
    await tabTo(page, 'main input[type=radio]');
    const before = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    await page.keyboard.press('ArrowRight');
    await waitUntil('another period', () =>
      page.evaluate((was) => {
        const { checked, value } = document.activeElement as HTMLInputElement;
        return checked && value !== was;
      }, before),
    );
    await page.close();
  });

  test('the check-up: one group is opened and decided on, then all at once, and that is undone', async () => {
    const page = await openPage(session, 'report.html#groups', '.groups[aria-busy=false] .line');
    await tabTo(page, '.line .opener');
    await page.keyboard.press('Enter');
    await waitUntil('the details', () => page.$('.group-details'));
    expect(await walkFaults(page)).toEqual([]);
    await tabTo(page, '.group-details input[type=radio]');
    await page.keyboard.press('ArrowRight');
    await waitUntil('one disposal', async () => (await disposals(session)) === 'keep');
    await tabTo(page, '.several input', 'backward');
    await page.keyboard.press(' ' as 'Space');
    await tabToWords(page, 'checkup_disposal_dissolve');
    await page.keyboard.press('Enter');
    const all = Array(GROUPS).fill('dissolve').join();
    await waitUntil('all disposals', async () => (await disposals(session)) === all);
    await tabToWords(page, 'bulk_undo');
    await page.keyboard.press('Enter');
    await waitUntil('the earlier one', async () => (await disposals(session)) === 'keep');
    expect(await focusMatches(page, '.told span')).toBe(true);
    await page.close();
  });

  test('the export: the sheets are saved as CSV', async () => {
    const page = await openPage(session, 'report.html#export', '.sheet-table');
    await tabToWords(page, 'export_page_csv');
    await page.keyboard.press('Enter');
    expect((await downloaded(downloads, '.csv')).subarray(0, 3).toString('hex')).toBe('efbbbf');
    await page.close();
  });

  test('the merge: a ledger of five people is gone through and saved', async () => {
    const handed = await writeHandedTallies(root, { people: 5, lastDay: LAST_DAY });
    const broken = join(root, '坏文件.json');
    writeFileSync(broken, '{');
    const page = await openPage(session, 'report.html#merge', 'input[type=file]');
    await chooseFiles(page, [...handed, broken]);
    await waitUntil('the ledger', () => page.$('.merge-broken'));
    await waitUntil('the ledger', () => page.$('.merge-totals'));
    expect(await walkFaults(page)).toEqual([]);
    rmSync(downloads, { recursive: true });
    mkdirSync(downloads);
    await tabToWords(page, 'merge_save_json');
    await page.keyboard.press('Enter');
    expect(JSON.parse((await downloaded(downloads, '.json')).toString('utf8')).contributors).toBe(
      5,
    );
    await page.close();
  });
});

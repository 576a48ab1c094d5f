import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { dayOf } from '../../lib/tally/local-day.ts';
import { cellsOf, partsOf } from '../export/workbook.ts';
import { makeYear } from '../tally/year/year.ts';
import { downloaded } from './harness/downloaded.ts';
import { fillTally } from './harness/filled-tally.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { A4_ACROSS, printed } from './harness/printed.ts';
import { changeSettings } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

/** What a package that zips in workers would hand to one. */
const WORKER_SIZE = 160_000;

describe.each(BROWSER_KINDS)('the export in %s', (kind) => {
  let session: Session;
  let page: Page;
  const downloads = mkdtempSync(join(tmpdir(), 'fingerlight-export-'));

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN', downloads });
    await changeSettings(session, { welcomed: true });
    const size = { seed: 7, groups: 120, days: 60, messages: 20_000 };
    await fillTally(
      session,
      makeYear({ ...size, lastDay: dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour) }),
    );
    page = await session.extensionPage('report.html#export');
    await waitUntil('the preview', () => page.$('.sheet-table'));
    // Twenty thousand messages are written: a busy machine took more than the usual minute.
  }, 180_000);
  afterAll(async () => {
    await session.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  test('a large workbook is written under the page policy, which forbids workers', async () => {
    await pressButton(page, 'export_page_xlsx');
    const book = new Blob([new Uint8Array(await downloaded(downloads, '.xlsx'))]);
    const parts = await partsOf(book);
    expect(parts['xl/worksheets/sheet2.xml']?.length).toBeGreaterThan(WORKER_SIZE);
    const sheets = await cellsOf(book);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['汇总', '问题线索清单', '工作群组台账']);
    expect(sheets[2]?.rows[1]?.[1]).toBe('群001');
  });

  test('the picture is one, and JSON is the same sheets', async () => {
    await pressButton(page, 'export_page_png');
    const picture = await downloaded(downloads, '.png');
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
    await pressButton(page, 'export_page_json');
    const json = JSON.parse((await downloaded(downloads, '.json')).toString('utf8'));
    expect(json.sheets[2].rows[0].群名称).toBe('群001');
  });

  // Firefox cannot be told to show a page as it would print it.
  test.skipIf(kind === 'firefox')(
    'on paper stand the sheets, all rows of them, and none of the controls',
    async () => {
      await page.emulateMediaType('print');
      const seen = await page.evaluate(() => {
        const isSeen = (element: Element) => element.getClientRects().length > 0;
        const rows = [...document.querySelectorAll('.sheet-table tbody tr')];
        return {
          rows: rows.length,
          hidden: rows.filter((row) => !isSeen(row)).length,
          controls: [...document.querySelectorAll('button, input, nav')].filter(isSeen).length,
        };
      });
      await page.emulateMediaType();
      expect(seen).toMatchObject({ hidden: 0, controls: 0 });
      expect(seen.rows).toBeGreaterThan(200);
    },
  );

  test.skipIf(kind === 'firefox')(
    'printed it is A4, black on white for who likes it dark, with every group and a head on each page',
    async () => {
      const { pages, texts, lightness } = await printed(page);
      const rows = await page.$$eval('.sheet-table tbody tr', (all) => all.length);
      // Three sheets on pages of their own; at most fifty lines a page, and no page for a few.
      expect(pages.length).toBeGreaterThanOrEqual(Math.max(3, rows / 50));
      expect(pages.length).toBeLessThan(3 + rows / 8);
      expect(pages.filter((size) => size.join() !== A4_ACROSS.join())).toEqual([]);
      expect(lightness?.filter((mean) => mean < 190) ?? []).toEqual([]);
      if (texts === null) return;
      expect(texts).toHaveLength(pages.length);
      const groups = await page.$$eval('.sheet-part:last-of-type tbody td:nth-child(2)', (cells) =>
        cells.map(({ textContent }) => textContent ?? ''),
      );
      expect(groups.length).toBeGreaterThan(100);
      const [ledger = ''] = texts.join('').split('工作群组台账').slice(-1);
      expect(groups.filter((group) => !ledger.includes(group))).toEqual([]);
      // The notes of a sheet may stand alone on its last page.
      const headless = texts.filter((text) => !/项目|问题类别|群名称/.test(text));
      expect(headless.length).toBeLessThanOrEqual(3);
    },
  );

  test('every cell of a sheet stands in its column', async () => {
    const displays = await page.$$eval('.sheet-table :is(th, td)', (cells) => [
      ...new Set(cells.map((cell) => getComputedStyle(cell).display)),
    ]);
    expect(displays.filter((display) => display !== 'none')).toEqual(['table-cell']);
  });
});

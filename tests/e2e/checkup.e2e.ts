import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { dayOf } from '../../lib/tally/local-day.ts';
import type { GroupRow } from '../../lib/tally/rows.ts';
import { makeYear } from '../tally/year/year.ts';
import { faultsOf } from './harness/accessibility.ts';
import { fillTally } from './harness/filled-tally.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const GROUPS = 24;

async function openCheckup(session: Session): Promise<Page> {
  const page = await session.extensionPage('report.html#groups');
  await page.setViewport({ width: 1280, height: 900 });
  await waitUntil('the table of groups', () => page.$('.groups[aria-busy=false] .line'));
  return page;
}

/** Opens the first line by keyboard and puts the cursor into its first field. Returns the group's name. */
async function openFirstLine(page: Page): Promise<string> {
  await page.focus('.line .opener');
  await page.keyboard.press('Enter');
  await waitUntil('the details', () => page.$('.group-details'));
  await page.focus('.note-field input');
  return page.$eval('.line.open .opener', ({ textContent }) => textContent ?? '');
}

/** Where the heads of the table begin, and where the cells of its first line do; CSS px. Both run in the page. */
function startsOfColumns(): number[] {
  return [...document.querySelectorAll('.groups thead th')].map(
    (cell) => cell.getBoundingClientRect().left,
  );
}

function startsOfCells(): number[] {
  return [...(document.querySelector('.line')?.children ?? [])].map(
    (cell) => cell.getBoundingClientRect().left,
  );
}

function purposes(session: Session, chat: string): Promise<string[]> {
  return tallyRows<GroupRow>(session, 'groups').then((rows) =>
    rows.filter((row) => row.chat === chat).map(({ purpose }) => purpose),
  );
}

describe.each(BROWSER_KINDS)('the check-up in %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await launch(kind, { lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
    const lastDay = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
    const size = { seed: 7, groups: GROUPS, days: 150, messages: 6_000, lastDay };
    const { days, notices } = makeYear(size);
    await fillTally(session, { days, notices });
  });
  afterAll(async () => {
    await session.close();
  });

  test('every group is listed, and the page has no accessibility faults with a line open', async () => {
    const page = await openCheckup(session);
    expect(await page.$$('.line')).toHaveLength(GROUPS);
    // Style sheets of other parts of the page are there too: each cell must stand under its head.
    expect(await page.evaluate(startsOfColumns)).toEqual(await page.evaluate(startsOfCells));
    await openFirstLine(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });

  test('what was being typed when the page was closed is kept, also with a stopped background', async () => {
    const page = await openCheckup(session);
    const chat = await openFirstLine(page);
    await page.keyboard.type('防汛值班');
    await session.stopBackground();
    await page.close({ runBeforeUnload: true });

    const again = await openCheckup(session);
    await waitUntil('the note', async () => (await purposes(session, chat)).includes('防汛值班'));
    expect(await openFirstLine(again)).toBe(chat);
    expect(await again.$eval('.note-field input', ({ value }) => value)).toBe('防汛值班');
    await again.close();
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayRow, GroupRow } from '../../lib/tally/rows.ts';
import { run } from '../../scripts/command.ts';
import { asSimulated } from '../corpus/as-simulated.ts';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream.ts';
import { cellsOf } from '../export/workbook.ts';
import { openSimulator } from '../simulator/wechat/serve.ts';
import { jsonOf, personOf } from '../tally/handed/people.ts';
import { downloaded } from './harness/downloaded.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { pressButton } from './harness/press.ts';
import { A4_ACROSS, printed } from './harness/printed.ts';
import { changeSettings, countMessages, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const MESSAGES = 300;
const PEOPLE = 10;
const WORD = '减负行动2026';
const DAY = 24 * 60 * 60 * 1000;

type Line = { section: string; item: string | null; minutes: number; suggested?: unknown };
type LedgerFile = { contributors: number; lines: Line[] };

/** Engines add floating-point numbers in orders of their own. */
function rounded({ lines, ...head }: LedgerFile) {
  return {
    ...head,
    lines: lines.map((line) => ({ ...line, minutes: Math.round(line.minutes * 1_000) })),
  };
}

async function choose(page: Page, paths: readonly string[]): Promise<void> {
  const input = await waitUntil('a place for files', () => page.$('input[type=file]'));
  await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(
    ...paths,
  );
}

/** Clicks a choice of a group of radio buttons by its words. Runs in the page. */
function chooseByWords(words: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  const label = labels.find((each) => each.textContent.trim() === words);
  label?.click();
  return label !== undefined;
}

function dayRange(days: readonly DayRow[]): [from: string, to: string] {
  const dates = days.map(({ day }) => day).sort();
  return [dates[0] ?? '', dates.at(-1) ?? ''];
}

/** Writes two days into the first two fields for days. Runs in the page. */
function fillDays(range: [string, string]): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[type=date]')];
  for (const [at, day] of range.entries()) {
    const field = fields[at];
    if (!field) continue;
    field.value = day;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** The ledger alone goes on paper, with every group. */
async function expectPrinted(page: Page, groups: readonly Line[]): Promise<void> {
  const { pages, texts, lightness } = await printed(page);
  expect(pages.length).toBeLessThanOrEqual(4);
  expect(pages.filter((size) => size.join() !== A4_ACROSS.join())).toEqual([]);
  expect(lightness?.filter((mean) => mean < 190) ?? []).toEqual([]);
  if (texts === null) return;
  const text = texts.join('');
  expect(text).toContain('各群情况');
  // A code may be broken over two lines.
  expect(groups.filter(({ item }) => !text.includes((item ?? '').slice(0, 12)))).toEqual([]);
  expect(text).not.toMatch(/选择文件|cut\.json|统一口令/);
}

/** From the chats of one person to the ledger of ten: what each page shows is what the next one is given. */
describe.each(BROWSER_KINDS)('a campaign in %s', (kind) => {
  let session: Session;
  let days: DayRow[];
  const root = mkdtempSync(join(tmpdir(), 'fingerlight-campaign-'));
  const downloads = join(root, 'downloads');
  const handed = join(root, 'handed');

  beforeAll(async () => {
    mkdirSync(downloads);
    mkdirSync(handed);
    session = await launch(kind, { lang: 'zh-CN', downloads });
    await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
  });
  afterAll(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('a week in the groups is counted, and the report shows just that', async () => {
    const start = new Date(new Date().setHours(0, 0, 0, 0) - 6 * DAY);
    const stream = plantedStream(71, { groups: 8, messages: MESSAGES, start, days: 5 });
    const page = await session.newPage();
    const chats = stream.chats.map(({ name }) => ({ name }));
    const chat = await openSimulator(page, { me: PLANTED_ME, chats, unreadLine: false });
    await page.bringToFront();
    await chat.receive(asSimulated(stream.messages));
    await waitUntil('every message', async () => (await countMessages(session)) === MESSAGES);
    days = await tallyRows<DayRow>(session, 'days');
    await page.close();

    const report = await session.extensionPage('report.html#overview');
    await waitUntil('the figures', () => report.$('.counts'));
    await report.evaluate(chooseByWords, '自选时段');
    await waitUntil('the fields of a range', () => report.$('input[type=date]'));
    await report.evaluate(fillDays, dayRange(days));
    const total = days.reduce((sum, { messages }) => sum + messages, 0);
    expect(total).toBe(MESSAGES);
    await waitUntil('all messages of the week', () =>
      report.evaluate(
        (wanted) => document.querySelector('.counts')?.textContent?.includes(wanted),
        String(total),
      ),
    );
    await report.close();
  });

  test('what is decided in the check-up stands in the exported ledger of groups', async () => {
    const page = await session.extensionPage('report.html#groups');
    await page.setViewport({ width: 1280, height: 900 });
    await waitUntil('the table of groups', () => page.$('.groups[aria-busy=false] .line .opener'));
    await page.click('.line .opener');
    await waitUntil('the details', () => page.$('.group-details'));
    const chat = await page.$eval('.line.open .opener', ({ textContent }) => textContent ?? '');
    expect(await page.evaluate(chooseByWords, '解散')).toBe(true);
    const decided = await waitUntil('the decision', async () =>
      (await tallyRows<GroupRow>(session, 'groups')).find(
        ({ disposal }) => disposal === 'dissolve',
      ),
    );
    expect(decided.chat).toBe(chat.trim());
    await page.close();

    const exporting = await session.extensionPage('report.html#export');
    await waitUntil('the preview', () => exporting.$('.sheet-table'));
    await pressButton(exporting, 'export_page_json');
    const { sheets } = JSON.parse((await downloaded(downloads, '.json')).toString('utf8'));
    const ledger = sheets[2].rows as Record<string, unknown>[];
    expect(ledger.filter(({ 拟处置 }) => 拟处置 === '解散')).toHaveLength(1);
    expect(ledger.reduce((sum, { 本期消息 }) => sum + Number(本期消息), 0)).toBe(MESSAGES);
    const text = JSON.stringify(sheets);
    expect(days.filter(({ chat: name }) => text.includes(name))).toEqual([]);
    await exporting.close();
  });

  test('ten tallies merge to one ledger, and the roll-up comes to the same', async () => {
    const page = await session.extensionPage('report.html#merge');
    const word = await waitUntil('the campaign word', () => page.$('.merge-hand input[type=text]'));
    await word.type(WORD);
    await pressButton(page, 'merge_preview');
    await pressButton(page, 'merge_save');
    const own = await downloaded(downloads, /tally.*\.json$/);
    expect(days.filter(({ chat }) => own.includes(Buffer.from(chat)))).toEqual([]);
    writeFileSync(join(handed, 'own.json'), own);
    const [from, to] = dayRange(days);
    const town = { rows: days, from, to };
    for (let person = 1; person < PEOPLE; person++) {
      const dayStart = person === 1 ? 0 : 4;
      const tally = await personOf(town, person, { word: WORD, groups: 6, dayStart });
      const restored = person === 2 ? tally.rows.slice(0, 1).map(({ day }) => day) : [];
      writeFileSync(join(handed, `${person}.json`), jsonOf({ ...tally, restored }));
    }
    writeFileSync(join(handed, 'cut.json'), own.subarray(0, own.length / 2));

    await choose(
      page,
      readdirSync(handed).map((name) => join(handed, name)),
    );
    await waitUntil('the ledger', () => page.$('.merge-ledger table'));
    const words = await page.evaluate(() => document.body.textContent ?? '');
    expect(words).toContain('cut.json');
    expect(words).toContain('有 1 人的一天与多数人不在同一钟点开始');
    expect(words).toContain('有 1 人共 1 天的数字来自快照或备份恢复');
    await pressButton(page, 'merge_save_json');
    const merged = JSON.parse(
      (await downloaded(downloads, /ledger.*\.json$/)).toString('utf8'),
    ) as LedgerFile;
    expect(merged.contributors).toBe(PEOPLE);
    const groups = merged.lines.filter(({ section }) => section === 'group');
    expect(groups.length).toBeGreaterThan(4);
    await pressButton(page, 'workbook_save_xlsx');
    const book = new Blob([new Uint8Array(await downloaded(downloads, /ledger.*\.xlsx$/))]);
    const sheets = await cellsOf(book);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '汇总结果',
      '要求分类',
      '各群情况',
      '时段分布',
    ]);
    const codes = sheets[2]?.rows.map(([code]) => code);
    expect(codes).toEqual(expect.arrayContaining(groups.map(({ item }) => item)));
    if (kind === 'chromium') await expectPrinted(page, groups);

    const out = join(root, 'rolled.json');
    const { code, output } = await run('node', ['scripts/rollup.ts', handed, '--out', out]);
    expect([code, output]).toEqual([0, expect.stringContaining('cut.json')]);
    expect(output).toContain('1 contributors start their days at another hour');
    expect(output).toContain('1 days of 1 contributors came back from a copy');
    expect(rounded(JSON.parse(readFileSync(out, 'utf8')) as LedgerFile)).toEqual(rounded(merged));
    await page.close();
  }, 60_000);
});

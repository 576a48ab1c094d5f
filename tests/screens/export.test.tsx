// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ExportScreen } from '../../components/export/ExportScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { readSheetSource } from '../../lib/screens/export-source';
import { useExport } from '../../lib/screens/use-export';
import { addDays, dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';
import { dayRow } from '../export/hand-over';
import { cellsOf } from '../export/workbook';
import { makeYear } from '../tally/year/year';

const TODAY = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
const LOADED = { ...DEFAULT_SETTINGS, welcomed: true };
const saved: { name: string; content: Blob }[] = [];

vi.mock('../../lib/screens/save-file', () => ({
  saveFile: (name: string, content: Blob) => saved.push({ name, content }),
}));

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
  saved.length = 0;
  const db = readingDb();
  await Promise.all(
    [db.days, db.messages, db.notices, db.groups, db.closedDays].map((table) => table.clear()),
  );
  // This DOM has no canvas; what is painted is asked of the painter itself.
  const brush = { fillRect() {}, fillText() {}, measureText: () => ({ width: 1 }) };
  const canvas = HTMLCanvasElement.prototype;
  vi.spyOn(canvas, 'getContext').mockReturnValue(brush as never);
  vi.spyOn(canvas, 'toDataURL').mockReturnValue('data:image/png;base64,');
  vi.spyOn(canvas, 'toBlob').mockImplementation((give) => give(new Blob(['png'])));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function Export() {
  return <ExportScreen {...useExport(LOADED)} />;
}

async function opened(): Promise<HTMLElement> {
  const root = show(<Export />);
  await vi.waitFor(() => expect(root.querySelector('.sheet-table')).not.toBeNull());
  await vi.waitFor(() => expect(root.querySelector('[aria-busy=true]')).toBeNull());
  return root;
}

async function savedBy(root: HTMLElement, button: string): Promise<typeof saved> {
  saved.length = 0;
  control(root, button).click();
  await vi.waitFor(() => expect(saved.length).toBeGreaterThan(0));
  return [...saved];
}

test('what is read of a period agrees with the day sums, and a tally begun too late is not compared', async () => {
  const tally = makeYear({ seed: 2, groups: 12, days: 50, messages: 1_500, lastDay: '2026-10-15' });
  const db = readingDb();
  await db.days.bulkPut(tally.days);
  await db.messages.bulkPut(tally.messages);
  await db.notices.bulkPut(tally.notices);
  const source = await readSheetSource('2026-10-01', '2026-10-15', DEFAULT_SETTINGS);
  const counted = source.days.flatMap(({ demands }) => Object.values(demands));
  expect(source.asked).toHaveLength(counted.reduce((sum, count) => sum + count, 0));
  expect(source.isBeforeWhole).toBe(true);
  expect(source.before.every(({ day }) => day >= '2026-09-16' && day <= '2026-09-30')).toBe(true);
  expect((await readSheetSource('2026-09-10', '2026-10-15', DEFAULT_SETTINGS)).isBeforeWhole).toBe(
    false,
  );
});

test('days that came back from a copy, and the first day counted, are in every format', async () => {
  const days = [addDays(TODAY, -2), addDays(TODAY, -1), TODAY];
  const db = readingDb();
  await db.days.bulkPut(days.map((day) => dayRow(day, '群', { messages: 3 })));
  await db.closedDays.bulkPut([addDays(TODAY, -400), ...days].map((day) => ({ day, since: 1 })));
  const { coverage } = await readSheetSource(addDays(TODAY, -29), TODAY, DEFAULT_SETTINGS);
  expect(coverage).toMatchObject({ firstDay: days[0], restored: 3, restoredBefore: 0, silent: 0 });
  const later = await readSheetSource(TODAY, addDays(TODAY, 1), DEFAULT_SETTINGS);
  expect(later.coverage).toMatchObject({ today: TODAY, restored: 1, restoredBefore: 2 });
  const root = await opened();
  const sentence = '本期有 3 天的数字来自快照或备份恢复';
  expect(root.textContent).toContain(sentence);
  const [json] = await savedBy(root, '保存 JSON');
  expect(await json?.content.text()).toContain(sentence);
  const csv = await savedBy(root, '保存 CSV（三个文件）');
  expect(csv).toHaveLength(3);
  for (const { content } of csv) expect(await content.text()).toContain(sentence);
  const [book] = await savedBy(root, '保存 Excel 工作簿');
  expect(JSON.stringify(await cellsOf(book?.content as Blob))).toContain(sentence);
});

test('a period that ends in days to come makes no group silent in them', async () => {
  const rows = Array.from({ length: 32 }, (_, ago) =>
    dayRow(addDays(TODAY, -ago), '日常群', { messages: 3 }),
  );
  const ended = (chat: string, ago: number) =>
    Array.from({ length: 6 }, (_, at) => dayRow(addDays(TODAY, -ago - at), chat, { messages: 6 }));
  await readingDb().days.bulkPut([...rows, ...ended('阶段群', 24), ...ended('已停群', 62)]);
  const suspected = async (from: number, to: number) => {
    const settings = { ...DEFAULT_SETTINGS, dormantDays: 60 };
    const source = await readSheetSource(addDays(TODAY, from), addDays(TODAY, to), settings);
    const isOfSilence = (kind: string) => kind === 'finished' || kind === 'dormant';
    return Object.fromEntries(
      source.groups.map(({ chat, suspicions }) => [chat, suspicions.filter(isOfSilence)]),
    );
  };
  const silent = { 日常群: [], 阶段群: [], 已停群: ['finished', 'dormant'] };
  expect(await suspected(-29, 0)).toEqual(silent);
  for (const ahead of [1, 9, 30]) expect(await suspected(-29, ahead)).toEqual(silent);
  expect(await suspected(3, 30)).toEqual(silent);
});

test('an empty tally says so and writes nothing', async () => {
  const root = show(<Export />);
  await vi.waitFor(() => expect(root.textContent).toContain('到这个时段为止还没有记录'));
  expect(control<HTMLButtonElement>(root, '保存 Excel 工作簿').disabled).toBe(true);
});

test('every format is written from what the preview shows, without a name', async () => {
  await readingDb().days.bulkPut([
    dayRow(TODAY, '绝密标记群', { messages: 5, demands: { photo: 2 } }),
    dayRow(addDays(TODAY, -200), '旧群', { messages: 1 }),
  ]);
  const root = await opened();
  const period = `${addDays(TODAY, -29)}_${TODAY}`;

  const [book] = await savedBy(root, '保存 Excel 工作簿');
  expect(book?.name).toBe(`fingerlight-${period}.xlsx`);
  const sheets = await cellsOf(book?.content ?? new Blob());
  expect(sheets[2]?.rows[1]?.slice(0, 3)).toEqual([1, '群01', '微信']);

  const tables = await savedBy(root, '保存 CSV（三个文件）');
  expect(tables.map(({ name }) => name)).toEqual(
    ['汇总', '问题线索清单', '工作群组台账'].map((name) => `fingerlight-${name}-${period}.csv`),
  );
  const [json] = await savedBy(root, '保存 JSON');
  const [png] = await savedBy(root, '保存图片卡');
  expect(png?.name).toBe(`fingerlight-${period}.png`);
  const texts = await Promise.all([...tables, json].map((file) => file?.content.text()));
  expect(texts.join('')).toContain('群01');
  expect(texts.join('')).not.toContain('绝密标记');
  expect(root.querySelector('.preview-part')?.textContent).not.toContain('绝密标记');

  const [one] = await savedBy(root, '单存“问题线索清单”为 CSV');
  expect(one?.name).toBe(`fingerlight-问题线索清单-${period}.csv`);
});

test('a choice changes the preview and takes back what was said of a file', async () => {
  await readingDb().days.bulkPut([
    dayRow(TODAY, '甲群', { messages: 5, demands: { photo: 2 } }),
    dayRow(TODAY, '乙群', { messages: 3, demands: { form: 1 } }),
  ]);
  const root = await opened();
  const [json] = await savedBy(root, '保存 JSON');
  const result = () => root.querySelector('.result')?.textContent;
  await vi.waitFor(() => expect(result()).toContain(json?.name));
  control(root, '写全称').click();
  await vi.waitFor(() => expect(result()).toBe(''));
  expect(root.querySelector('.preview-part')?.textContent).toContain('甲群');
  control(root, '甲群本期 5 条').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.preview-part')?.textContent).not.toContain('甲群'),
  );
  expect(root.querySelector('.preview-part')?.textContent).toContain('所选 1 个群');
  control(root, '多头填报').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.preview-part')?.textContent).not.toContain('多头填报'),
  );
});

test('days that are no period are refused in words, and nothing of the last period can be written', async () => {
  await readingDb().days.put(dayRow(TODAY, '甲群', { messages: 5 }));
  const root = await opened();
  const [from] = root.querySelectorAll<HTMLInputElement>('input[type=date]');
  if (!from) throw new Error('no field');
  from.value = addDays(TODAY, 1);
  from.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(root.textContent).toContain('开始日期不晚于结束日期'));
  expect(root.querySelector('.sheet-table')).toBeNull();
  expect(control<HTMLButtonElement>(root, '保存 JSON').disabled).toBe(true);
  control(root, '近 7 天').click();
  await vi.waitFor(() => expect(root.querySelector('.sheet-table')).not.toBeNull());
});

test('a file that cannot be made is told in words', async () => {
  await readingDb().days.put(dayRow(TODAY, '甲群', { messages: 5 }));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((give) => give(null));
  const root = await opened();
  control(root, '保存图片卡').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.result.failed')?.textContent).toContain('没有成功'),
  );
  expect(saved).toEqual([]);
});

test('the reading of an earlier period ends when another is chosen, and is no failure', async () => {
  const days = Array.from({ length: 30 }, (_, back) => addDays(TODAY, -back));
  await readingDb().days.bulkPut(days.map((day) => dayRow(day, '甲群', { messages: 5 })));
  const problem = vi.spyOn(console, 'error');
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const read = vi.spyOn(readingDb().messages, 'where').mockImplementation(
    () =>
      ({
        equals: () => ({
          async toArray() {
            // The third day of the first period takes as long as the reader takes to choose.
            if (read.mock.calls.length === 3) await waiting;
            return [];
          },
        }),
      }) as never,
  );
  const root = show(<Export />);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(3));
  control(root, '近 7 天').click();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(10));
  goOn();
  await vi.waitFor(() => expect(root.querySelector('.sheet-table')).not.toBeNull());
  await vi.waitFor(() => expect(root.querySelector('[aria-busy=true]')).toBeNull());
  control(root, '重新读取').click();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(17));
  await vi.waitFor(() => expect(root.querySelector('[aria-busy=true]')).toBeNull());
  expect(read).toHaveBeenCalledTimes(17);
  expect(problem).not.toHaveBeenCalled();
});

test('the last 30 days go on to the next day when it starts', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.setSystemTime(new Date(2026, 9, 16, 3, 59, 50));
  await readingDb().days.put(dayRow('2026-10-15', '甲群', { messages: 5 }));
  const root = await opened();
  const last = () => root.querySelectorAll<HTMLInputElement>('input[type=date]')[1]?.value;
  expect(last()).toBe('2026-10-15');
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.waitFor(() => expect(last()).toBe('2026-10-16'));
  await vi.waitFor(() =>
    expect(root.querySelector('.print-only')?.textContent).toContain('2026-10-16'),
  );
});

test('after “none” a group that is met later does not go out', async () => {
  await readingDb().days.put(dayRow(TODAY, '甲群', { messages: 5 }));
  const root = await opened();
  control(root, '全不选').click();
  await readingDb().days.put(dayRow(TODAY, '乙群', { messages: 5 }));
  control(root, '重新读取').click();
  await vi.waitFor(() => control(root, '乙群本期 5 条'));
  expect(control<HTMLInputElement>(root, '乙群本期 5 条').checked).toBe(false);
  control(root, '甲群本期 5 条').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.preview-part')?.textContent).toContain('所选 1 个群'),
  );
  expect(control<HTMLInputElement>(root, '甲群本期 5 条').checked).toBe(true);
  control(root, '全选').click();
  await vi.waitFor(() =>
    expect(control<HTMLInputElement>(root, '乙群本期 5 条').checked).toBe(true),
  );
});

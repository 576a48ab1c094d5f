// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ExportProps, ExportScreen } from '../../components/export/ExportScreen';
import { CATEGORIES } from '../../lib/export/categories';
import { DEFAULT_REDACTION } from '../../lib/export/redaction';
import type { Sheet } from '../../lib/export/sheet';
import { accessibilityFaults, control, show } from './screen';
import { LANGUAGES, speak } from './words';

const HOSTILE = '<img src=x onerror=alert(1)>';

const SUMMARY: Sheet = {
  name: '汇总',
  columns: [
    { head: '项目', type: 'text', width: 20 },
    { head: '本期', type: 'decimal', width: 10 },
    { head: '增减率', type: 'percent', width: 10 },
    { head: '日期', type: 'date', width: 10 },
  ],
  rows: Array.from({ length: 12 }, (_, at) => [
    at === 0 ? HOSTILE : `第 ${at} 行`,
    at,
    at === 1 ? null : -0.125,
    '2026-10-15',
  ]),
  notes: ['为下限'],
};

const PROPS: ExportProps = {
  period: {
    ...{ preset: 'month', from: '2026-10-01', to: '2026-10-30', refused: false },
    onPreset: () => {},
    onDays: () => {},
  },
  groups: [
    { id: 'wechat|甲', site: 'wechat', chat: HOSTILE, messages: 1_200, chosen: true },
    { id: 'wechat|', site: 'wechat', chat: '', messages: 0, chosen: false },
  ],
  categories: CATEGORIES.map((category) => ({ category, chosen: category !== 'forms' })),
  redaction: DEFAULT_REDACTION,
  formats: ['xlsx', 'csv', 'json', 'png'],
  sheets: [SUMMARY, { ...SUMMARY, name: '问题线索清单', rows: [] }],
  card: { url: 'data:image/png;base64,', text: '我的指尖负担' },
  ...{ reading: false, empty: false, failure: null, readAt: 1_700_000_000_000 },
  readDays: { from: '2026-10-01', to: '2026-10-30' },
  ...{ busy: false, result: null },
  onGroup: () => {},
  onAllGroups: () => {},
  onCategory: () => {},
  onRedaction: () => {},
  onReload: () => {},
  onSave: () => {},
  onSaveSheet: () => {},
  onPrint: () => {},
};

beforeEach(() => speak('zh_CN'));

function open(props: Partial<ExportProps> = {}): HTMLElement {
  return show(
    <main>
      <h1>指轻</h1>
      <ExportScreen {...PROPS} {...props} />
    </main>,
  );
}

describe.each(LANGUAGES)('the export in %s', (language) => {
  beforeEach(() => speak(language));

  test.each<[string, Partial<ExportProps>]>([
    ['full', {}],
    ['empty', { empty: true, sheets: undefined, card: null, groups: [] }],
    ['of days that are none', { period: { ...PROPS.period, refused: true }, sheets: undefined }],
    ['unreadable', { failure: 'x', sheets: undefined, card: null, readAt: null }],
    ['letting text out', { redaction: { names: 'keep', text: 'whole', ownWords: true } }],
    ['after saving', { result: { ok: true, words: 'x' } }],
  ])('has no accessibility faults and no missing word when %s', async (_, props) => {
    const warn = vi.spyOn(console, 'warn');
    expect(await accessibilityFaults(open(props))).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});

test('every row is in the page, for printing, and hostile text is text', () => {
  const root = open();
  const [table] = root.querySelectorAll('.sheet-table');
  expect(table?.querySelectorAll('tbody tr')).toHaveLength(12);
  expect(table?.querySelector('td')?.textContent).toBe(HOSTILE);
  expect(root.querySelectorAll('.export img[src="x"]')).toHaveLength(0);
  expect(root.textContent).toContain('共 12 行，这里显示前 8 行');
});

test('a share is shown in per cent, what is not known is left empty', () => {
  const [table] = open().querySelectorAll('.sheet-table');
  const cells = [...(table?.querySelectorAll('tbody tr:nth-child(-n+2) td') ?? [])];
  expect(cells.map(({ textContent }) => textContent).slice(1, 8)).toEqual([
    ...['0', '-12.5%', '2026-10-15', '第 1 行', '1', '', '2026-10-15'],
  ]);
});

test('all rows are shown when asked for', async () => {
  const root = open();
  const button = control(root, '显示全部');
  button.click();
  await vi.waitFor(() => expect(root.querySelector('.sheet-part.whole')).not.toBeNull());
  expect(control(root, '只看前几行').getAttribute('aria-expanded')).toBe('true');
});

test('each button writes its format, each sheet itself', () => {
  const [onSave, onSaveSheet, onPrint] = [vi.fn(), vi.fn(), vi.fn()];
  const root = open({ onSave, onSaveSheet, onPrint });
  control(root, '保存 Excel 工作簿').click();
  control(root, '保存 CSV（三个文件）').click();
  control(root, '保存 JSON').click();
  control(root, '保存图片卡').click();
  control(root, '打印').click();
  control(root, '单存“问题线索清单”为 CSV').click();
  expect(onSave.mock.calls).toEqual([['xlsx'], ['csv'], ['json'], ['png']]);
  expect(onPrint).toHaveBeenCalledOnce();
  expect(onSaveSheet.mock.calls).toEqual([[1]]);
});

test('nothing can be written while there is nothing', () => {
  const root = open({ sheets: undefined, card: null });
  expect(control<HTMLButtonElement>(root, '保存 JSON').disabled).toBe(true);
  expect(control<HTMLButtonElement>(root, '打印').disabled).toBe(true);
});

test('nothing is written of an earlier choice while the next is read', () => {
  const root = open({ reading: true });
  expect(root.querySelectorAll('.sheet-table')).toHaveLength(2);
  for (const name of ['保存 JSON', '打印', '单存“汇总”为 CSV', '重新读取']) {
    expect(control<HTMLButtonElement>(root, name).disabled).toBe(true);
  }
  expect(root.textContent).toContain('正在读取台账');
});

test('the print names the days of the figures, not those that are still being read', () => {
  const period = { ...PROPS.period, from: '2026-07-01', to: '2026-07-31' };
  const printed = open({ period, reading: true }).querySelector('.print-only')?.textContent;
  expect(printed).toContain('2026-10-01');
  expect(printed).not.toContain('2026-07');
  expect(open({ readDays: null, sheets: undefined }).querySelector('.print-only')).toBeNull();
});

test('groups, heads and redaction are told as chosen', () => {
  const [onGroup, onCategory, onRedaction] = [vi.fn(), vi.fn(), vi.fn()];
  const root = open({ onGroup, onCategory, onRedaction });
  control<HTMLInputElement>(root, '多头填报').click();
  control<HTMLInputElement>(root, '未命名的会话本期 0 条').click();
  control<HTMLInputElement>(root, '写全称').click();
  control<HTMLInputElement>(root, '前 20 个字').click();
  control<HTMLInputElement>(root, '写出自填的用途、单位和备注').click();
  expect(onCategory.mock.calls).toEqual([['forms', true]]);
  expect(onGroup.mock.calls).toEqual([['wechat|', true]]);
  expect(onRedaction.mock.calls).toEqual([
    [{ names: 'keep' }],
    [{ text: 'start' }],
    [{ ownWords: false }],
  ]);
});

test('letting text out is warned of', () => {
  expect(open().querySelector('.warning')?.textContent).toBe('');
  const root = open({ redaction: { ...DEFAULT_REDACTION, text: 'start' } });
  expect(root.querySelector('.warning')?.textContent).toContain('未必可以外传');
});

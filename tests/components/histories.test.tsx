// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { HistoriesScreen } from '../../components/histories/HistoriesScreen';
import type { HistoriesProps } from '../../components/histories/histories-props';
import { problemWord } from '../../components/histories/history-words';
import type { TableLook } from '../../lib/import/histories/table';
import { accessibilityFaults, control, show } from './screen';
import { LANGUAGES, speak } from './words';

const NOTHING = () => {};
const SKIPPED = { system: 3, recalled: 1, empty: 0, time: 2 };

const EMPTY: HistoriesProps = {
  ...{ reading: null, importing: null, found: null, tables: [], broken: [], outcome: null },
  ...{ onFiles: NOTHING, onStop: NOTHING, onImport: NOTHING, onClear: NOTHING },
  ...{ onFormat: NOTHING, onTable: NOTHING, onChat: NOTHING, onOwnNames: NOTHING },
};

const LOOK: TableLook = {
  ...{ format: 'csv', delimiter: ',', hasHead: true },
  columns: { time: 0, text: 2 },
  rows: [
    ['time', 'who', 'what'],
    ['2026-11-05 09:02', '周敏', '<b>请报送</b>'],
  ],
};

const chat = (name: string) => ({
  ...{ name, site: 'wechat', messages: 5, first: '2026-11-05', last: '2026-11-06' },
});

const FOUND: HistoriesProps = {
  ...EMPTY,
  found: {
    files: [{ path: 'a.csv', format: 'csv', messages: 10 }],
    chats: [chat('东河网格群'), chat('')],
    ...{ messages: 5, first: '2026-11-05', last: '2026-11-06', skipped: SKIPPED },
    ...{ writers: ['周敏', '韩冰'], ownNames: ['韩冰'], knownChats: ['东河网格群'] },
  },
  tables: [{ path: 'a.csv', look: LOOK, choice: { ...LOOK, site: 'other' } }],
};

const COUNTS = { added: 1200, known: 3, onPage: 4, closed: 5 };

const STATES: [string, HistoriesProps][] = [
  ['empty', EMPTY],
  ['reading', { ...EMPTY, reading: { done: 30, total: 90 } }],
  ['counting', { ...FOUND, importing: { done: 3000, total: 9000 } }],
  ['full', FOUND],
  ['done', { ...EMPTY, outcome: { kind: 'done', counts: COUNTS, skipped: SKIPPED } }],
  ['stopped', { ...FOUND, outcome: { kind: 'stopped', counts: COUNTS, skipped: SKIPPED } }],
  ['stopped while reading', { ...EMPTY, outcome: { kind: 'reading-stopped' } }],
  ['failed', { ...FOUND, outcome: { kind: 'failed', reason: 'disk' } }],
  ['broken', { ...EMPTY, broken: [{ name: 'a.json', problem: 'not-json', line: 7 }] }],
];

describe.each(LANGUAGES)('the import of chats in %s', (language) => {
  beforeEach(() => speak(language));

  test.each(STATES)('has no accessibility faults and every word when %s', async (_, props) => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(<HistoriesScreen {...props} />);
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    expect(root.innerHTML).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });

  test('every reason to leave a file out has its own words', () => {
    const problems = [
      ...(['empty', 'unknown', 'not-json', 'damaged', 'too-large'] as const),
      ...(['encoding', 'open-quote', 'no-columns', 'packed'] as const),
    ];
    expect(new Set(problems.map(problemWord)).size).toBe(problems.length);
  });
});

describe('what it says and does', () => {
  beforeEach(() => speak('zh_CN'));

  test('what an import came to, and what was not counted twice', () => {
    const [, props] = STATES[4] ?? [];
    const text = show(<HistoriesScreen {...(props ?? EMPTY)} />).textContent ?? '';
    expect(text).toContain('计入 1,200 条消息');
    expect(text).toContain('3 条以前导入过');
    expect(text).toContain('4 条网页上读到过');
    expect(text).toContain('5 条所在的日子');
    expect(text).toContain('已撤回 1 条');
  });

  test('the line of a broken file is told', () => {
    const [, props] = STATES[8] ?? [];
    const text = show(<HistoriesScreen {...(props ?? EMPTY)} />).textContent ?? '';
    expect(text).toContain('第 7 行');
  });

  test('names of chats, columns and formats can be corrected', () => {
    const told = { onChat: vi.fn(), onTable: vi.fn(), onFormat: vi.fn(), onImport: vi.fn() };
    const root = show(<HistoriesScreen {...FOUND} {...told} />);
    const [name] = root.querySelectorAll<HTMLInputElement>('input[list]');
    if (!name) throw new Error('no name');
    name.value = '东河';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    expect(told.onChat).toHaveBeenCalledWith(0, { name: '东河' });
    const selects = [...root.querySelectorAll('select')];
    const sender = selects[1];
    if (!sender) throw new Error('no column');
    sender.value = '1';
    sender.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told.onTable).toHaveBeenCalledWith(
      'a.csv',
      expect.objectContaining({ columns: { time: 0, text: 2, sender: 1 } }),
    );
    control(root, '计入 5 条消息')?.click();
    expect(told.onImport).toHaveBeenCalled();
  });

  test('what a file says is text, never markup', () => {
    const root = show(<HistoriesScreen {...FOUND} />);
    expect(root.querySelector('b')).toBeNull();
    expect(root.textContent).toContain('<b>请报送</b>');
  });
});

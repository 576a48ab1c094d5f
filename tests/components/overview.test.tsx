// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { OverviewPart } from '../../components/report/OverviewPart';
import type { OverviewProps } from '../../components/report/overview-props';
import { EMPTY_OVERVIEW, HOSTILE, OVERVIEW, OVERVIEW_VIEW } from './overview-sample';
import { accessibilityFaults, control, openAll, show } from './screen';
import { LANGUAGES, speak } from './words';

beforeEach(() => speak('zh_CN'));

function textOf(root: Element | null | undefined): string {
  return root?.textContent?.replace(/\s+/g, ' ') ?? '';
}

/** The overview with all that comes after the first painting, and every table open. */
async function showAll(props: OverviewProps): Promise<HTMLElement> {
  const root = show(<OverviewPart {...props} />);
  const isFull = props.view !== undefined && props.view.figures.counts.messages > 0;
  if (isFull) await vi.waitFor(() => expect(root.querySelectorAll('.part').length).toBe(10));
  openAll(root);
  const closed = () => [...root.querySelectorAll('.figures-table:not(:has(table))')];
  await vi.waitFor(() => expect(closed()).toEqual([]));
  return root;
}

/** The part of the page with this heading. */
function part(root: HTMLElement, heading: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('.part')].find(
    (each) => each.querySelector('h2')?.textContent === heading,
  );
  expect(found, heading).toBeDefined();
  return found as HTMLElement;
}

function rowsOf(root: HTMLElement): string[][] {
  return [...root.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => textOf(cell)),
  );
}

/** Lengths of the bars of each series, by series and then row. */
function barsOf(root: HTMLElement, side: 'width' | 'height'): number[][] {
  return [...root.querySelectorAll('svg[role=img] > g[fill]')].map((series) =>
    [...series.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute(side))),
  );
}

describe.each(LANGUAGES)('the overview in %s', (language) => {
  beforeEach(() => speak(language));

  test.each<[string, OverviewProps]>([
    ['full', OVERVIEW],
    ['empty', EMPTY_OVERVIEW],
    ['not yet read', { ...OVERVIEW, view: undefined, travelled: undefined }],
    ['unreadable', { ...OVERVIEW, view: undefined, failure: 'disk' }],
    [
      'still reading what takes longer',
      {
        ...OVERVIEW,
        travelled: undefined,
        compare: { ...OVERVIEW.compare, comparison: undefined, isReading: true },
      },
    ],
  ])('has no accessibility faults when %s, and finds every word', async (_, props) => {
    const warn = vi.spyOn(console, 'warn');
    const root = await showAll(props);
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    expect(textOf(root)).not.toMatch(/\{\w+\}|undefined|NaN|Infinity|\[object/);
    expect(root.innerHTML).not.toMatch(/="[^"]*(NaN|undefined|Infinity)/);
  });
});

test('figures never come without the version of the formula and the coverage note', async () => {
  const text = textOf((await showAll(OVERVIEW)).querySelector('.summary'));
  for (const words of ['3 小时 7 分钟', '23 / 100', '公式版本 1', '为下限']) {
    expect(text).toContain(words);
  }
});

describe('the table under a chart says what the chart shows', () => {
  test('the course: as many rows as bars, and the tallest bar is the largest figure', async () => {
    const root = part(await showAll(OVERVIEW), '负担走势');
    expect(rowsOf(root)).toHaveLength(OVERVIEW_VIEW.course.length);
    expect(rowsOf(root)[0]).toEqual([
      '2026年9月28日',
      '10 分钟',
      '0 分钟',
      '3 分钟',
      '13 分钟',
      '1',
      '8.1',
    ]);
    const [reading = [], demands = [], replies = []] = barsOf(root, 'height');
    // Days without a part have no bar of it: no line of no height.
    expect([reading.length, demands.length, replies.length]).toEqual([1, 2, 1]);
    expect((reading[0] ?? 0) / (replies[0] ?? 1)).toBeCloseTo(10 / 3);
    expect((demands[1] ?? 0) / (demands[0] ?? 1)).toBeCloseTo(30 / 3);
  });

  test('groups: bars are as long as their figures, and the table has all', async () => {
    const root = part(await showAll(OVERVIEW), '耗时最多的会话');
    expect(rowsOf(root).map(([, minutes]) => minutes)).toEqual(
      OVERVIEW_VIEW.groups.map(({ minutes }) => `${minutes.total} 分钟`),
    );
    const [reading = [], demands = []] = barsOf(root, 'width');
    expect((reading[0] ?? 0) / (demands[0] ?? 1)).toBeCloseTo(0.5);
    const many = Array.from({ length: 60 }, (_, at) => ({
      ...OVERVIEW_VIEW.groups[0],
      chat: `第${at}群`,
    })) as typeof OVERVIEW_VIEW.groups;
    const full = part(
      await showAll({ ...OVERVIEW, view: { ...OVERVIEW_VIEW, groups: many } }),
      '耗时最多的会话',
    );
    expect(rowsOf(full)).toHaveLength(60);
    expect(barsOf(full, 'width')[0]).toHaveLength(12);
    expect(textOf(full.querySelector('figcaption'))).toContain('全部 60 个');
  });

  test('hours: each figure stands in a cell and in the table, by sort of day', async () => {
    const root = part(await showAll(OVERVIEW), '消息到达时段');
    const rows = rowsOf(root);
    expect(rows.map(([sort, days]) => [sort, days])).toEqual([
      ['周一', '1'],
      ['周二', '1'],
      ['周三', '1'],
      ['周四', '1'],
      ['周五', '1'],
      ['周六', '0'],
      ['周日', '1'],
      ['法定节假日', '7'],
      ['调休上班', '1'],
    ]);
    const cells = [...root.querySelectorAll('.cell')];
    expect(cells.map((cell) => textOf(cell.querySelector('text')))).toEqual(
      rows.flatMap(([, , ...hours]) => hours.map((hour) => (hour === '0' ? '' : hour))),
    );
    // Nine messages on one of seven days.
    expect(rows[7]?.[2 + 7]).toBe('1.3');
    // Weekdays and make-up days have office hours, weekends and holidays none.
    expect(root.querySelectorAll('.office')).toHaveLength(6);
  });

  test('days: holidays and make-up days are marked in the calendar and named in the table', async () => {
    const root = part(await showAll(OVERVIEW), '每日负担');
    const marks = [...root.querySelectorAll('.marked text')].map((mark) => textOf(mark));
    expect(marks.filter((mark) => mark.includes('休'))).toHaveLength(7);
    expect(marks.filter((mark) => mark.includes('班'))).toEqual(['10 班']);
    const kinds = rowsOf(root).map(([day, , kind]) => [day, kind]);
    expect(kinds).toHaveLength(14);
    expect(kinds).toContainEqual(['2026年10月10日', '调休上班']);
    expect(kinds).toContainEqual(['2026年10月3日', '法定节假日']);
  });

  test('demands: as many bars as kinds that occurred, the most frequent first', async () => {
    const root = part(await showAll(OVERVIEW), '要求分类');
    expect(rowsOf(root).map(([kind, count]) => [kind, count])).toEqual([
      ['要求回复', '41'],
      ['要求打卡', '7'],
      ['要求填表报数', '5'],
      ['要求拍照或录像', '3'],
    ]);
    const [bars = []] = barsOf(root, 'width');
    expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(41 / 7);
  });
});

test('series are told apart without colour: each has a pattern of its own, and ids are not shared', async () => {
  const root = await showAll(OVERVIEW);
  const ids = [...root.querySelectorAll('pattern')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const used = [...root.querySelectorAll('[fill^="url("]')].map((each) =>
    each.getAttribute('fill')?.slice(5, -1),
  );
  expect(used.length).toBeGreaterThan(8);
  expect(used.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
});

describe('names from chats', () => {
  test('are text, never markup, and are cut in pictures but whole in the table', async () => {
    const root = await showAll(OVERVIEW);
    expect(root.querySelector('img, a, script')).toBeNull();
    const groups = part(root, '耗时最多的会话');
    const drawn = [...groups.querySelectorAll('svg .name')].map((name) => name.textContent ?? '');
    expect(Math.max(...drawn.map((name) => name.length))).toBeLessThan(40);
    expect(drawn.join('')).not.toMatch(/[\u202a-\u202e]/);
    expect(rowsOf(groups).map(([name]) => name)).toEqual([
      '防汛值守群',
      ...HOSTILE,
      '未命名的会话',
    ]);
  });

  test('a notice names its groups on opening, and a title that is gone is told', async () => {
    const root = part(await showAll(OVERVIEW), '转发最广的通知');
    const [first, second] = root.querySelectorAll('details');
    expect(textOf(first?.querySelector('summary'))).toContain('4 个群，12 次');
    expect(first?.querySelectorAll('.names li')).toHaveLength(4);
    expect(textOf(second)).toContain('标题未保留');
  });
});

describe('before and after', () => {
  test('says that working days differ, and gives the figures of a working day', async () => {
    const root = part(await showAll(OVERVIEW), '整改前后对比');
    expect(textOf(root)).toContain('整改前 10 个工作日，整改后 6 个');
    const messages = rowsOf(root).find(([figure]) => figure === '消息');
    expect(messages).toEqual(['消息', '90', '54', '−36', '−40%', '9', '9', '0%']);
  });

  test('from nothing there is no per cent', async () => {
    const root = part(await showAll(OVERVIEW), '整改前后对比');
    const forms = rowsOf(root).find(([figure]) => figure?.includes('填表'));
    expect(forms?.slice(1, 5)).toEqual(['0', '1', '+1', '此前为零']);
  });

  test('with as many working days there are no further columns, and overlap and lack of data are told', async () => {
    const { comparison } = OVERVIEW.compare;
    const even = comparison && { ...comparison, workingDays: { before: 5, after: 5 } };
    const compare = { ...OVERVIEW.compare, comparison: even, overlap: true };
    const view = { ...OVERVIEW_VIEW, firstDay: '2026-09-20' };
    const root = part(await showAll({ ...OVERVIEW, compare, view }), '整改前后对比');
    expect(rowsOf(root)[0]).toHaveLength(5);
    expect(textOf(root)).toContain('前后各 5 个工作日');
    expect(textOf(root)).toContain('有重叠的日子');
    expect(textOf(root)).toContain('记录始于 2026年9月20日');
  });

  test('a range that makes no sense is refused in words and told to nobody', async () => {
    const onRanges = vi.fn();
    const compare = { ...OVERVIEW.compare, onRanges };
    const root = part(await showAll({ ...OVERVIEW, compare }), '整改前后对比');
    const from = root.querySelector<HTMLInputElement>('input[type=date]');
    const fill = (day: string) => {
      if (!from) return;
      from.value = day;
      from.dispatchEvent(new Event('change', { bubbles: true }));
    };
    for (const day of ['2026-09-30', '', '1026-01-01']) {
      fill(day);
      await vi.waitFor(() =>
        expect(textOf(root.querySelector('.refused'))).toContain('不晚于今天'),
      );
    }
    expect(onRanges).not.toHaveBeenCalled();
    fill('2026-09-21');
    expect(onRanges).toHaveBeenCalledWith({
      before: { from: '2026-09-21', to: '2026-09-25' },
      after: OVERVIEW.compare.after,
    });
    await vi.waitFor(() => expect(textOf(root.querySelector('.refused'))).toBe(''));
  });
});

test('a table is copied as it stands, and what came of it is said', async () => {
  const onCopy = vi.fn(async () => false);
  const root = part(await showAll({ ...OVERVIEW, onCopy }), '要求分类');
  control(root, '复制表格').click();
  await vi.waitFor(() => expect(textOf(root.querySelector('.copy'))).toContain('没有复制成功'));
  expect(onCopy).toHaveBeenCalledWith([
    ['要求', '次数', '耗时'].map((word, at) => (at === 2 ? '估计耗时' : word)),
    ...rowsOf(root),
  ]);
});

test('“copied” is not said of figures that came after', async () => {
  const root = await showAll(OVERVIEW);
  const compared = part(root, '整改前后对比');
  control(compared, '复制表格').click();
  await vi.waitFor(() => expect(textOf(compared.querySelector('.copy'))).toContain('已复制'));
  render(<OverviewPart {...OVERVIEW} />, root);
  expect(textOf(compared.querySelector('.copy'))).toContain('已复制');
  const { comparison } = OVERVIEW.compare;
  const even = comparison && { ...comparison, workingDays: { before: 5, after: 5 } };
  render(<OverviewPart {...OVERVIEW} compare={{ ...OVERVIEW.compare, comparison: even }} />, root);
  await vi.waitFor(() => expect(textOf(compared.querySelector('.copy'))).not.toContain('已复制'));
});

test('while another comparison is read the last one stays, marked, and is not copied', async () => {
  const root = part(
    await showAll({ ...OVERVIEW, compare: { ...OVERVIEW.compare, isReading: true } }),
    '整改前后对比',
  );
  expect(root.getAttribute('aria-busy')).toBe('true');
  expect(root.querySelector('table')).not.toBeNull();
  expect(textOf(root)).toContain('正在读取');
  expect(control<HTMLButtonElement>(root, '复制表格').disabled).toBe(true);
});

test('the empty overview says what will appear and how; an empty period says so', async () => {
  expect(textOf(await showAll(EMPTY_OVERVIEW))).toContain('还没有记录');
  const period = await showAll({ ...EMPTY_OVERVIEW, everCounted: true });
  expect(textOf(period)).toContain('本时段没有记录');
  expect(part(period, '整改前后对比')).toBeDefined();
});

test('a year that the calendar does not know, and days before the records begin, are told', async () => {
  const view = { ...OVERVIEW_VIEW, unknownYears: [2034, 2035], firstDay: '2026-10-01' };
  const text = textOf((await showAll({ ...OVERVIEW, view })).querySelector('.summary'));
  expect(text).toContain('2034、2035 年的放假和调休安排');
  expect(text).toContain('记录始于 2026年10月1日');
});

test('days that came back from a copy are told, in the summary and where two periods are compared', async () => {
  expect(textOf(await showAll(OVERVIEW))).not.toContain('恢复');
  const figures = { ...OVERVIEW_VIEW.figures, restoredDays: 3 };
  const old = OVERVIEW.compare.comparison;
  const comparison = old && {
    ...old,
    ...{ restoredDays: { before: 0, after: 3 }, unknownYears: [2035] },
  };
  const compare = { ...OVERVIEW.compare, comparison };
  const root = await showAll({ ...OVERVIEW, view: { ...OVERVIEW_VIEW, figures }, compare });
  expect(textOf(root.querySelector('.summary'))).toContain('其中 3 天的数字来自快照或备份恢复');
  const compared = textOf(part(root, '整改前后对比'));
  expect(compared).toContain('之前 0 天，之后 3 天');
  expect(compared).toContain('2035 年的放假和调休安排');
});

test('nobody is ranked: the page names groups and notices only', async () => {
  const text = textOf(await showAll(OVERVIEW));
  expect(text).not.toMatch(/发送人|排行榜|先进|落后/);
});

test('meetings and inspections stand by week, and a half week says how much of it is counted', async () => {
  const weeks = part(await showAll(OVERVIEW), '参会与迎检（按周）');
  expect(rowsOf(weeks)).toEqual([
    ['2026-W40（只计 4 天）', '9月28日', '2', '0'],
    ['2026-W41', '10月5日', '1', '3'],
  ]);
  const none = { ...OVERVIEW, view: { ...OVERVIEW_VIEW, weeks: [] } };
  expect(part(await showAll(none), '参会与迎检（按周）').querySelector('svg')).toBeNull();
});

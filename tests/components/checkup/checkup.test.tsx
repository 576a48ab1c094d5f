// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CheckupProps, CheckupScreen } from '../../../components/report/checkup/CheckupScreen';
import type { GroupRow } from '../../../lib/tally/rows';
import { accessibilityFaults, control, show, type } from '../screen';
import { LANGUAGES, speak } from '../words';
import { CHECKUP, FACTS, group, lines } from './checkup-samples';

beforeEach(async () => {
  await speak('zh_CN');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

function open(props: Partial<CheckupProps> = {}) {
  const onNotes = vi.fn();
  const onRetry = vi.fn();
  const all = { ...CHECKUP, onNotes, onRetry, ...props };
  const root = show(<CheckupScreen {...all} />);
  const again = (more: Partial<CheckupProps>) => render(<CheckupScreen {...all} {...more} />, root);
  return { root, onNotes, onRetry, again };
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(50);
}

function shownNames(root: HTMLElement): string[] {
  return [...root.querySelectorAll('.line .opener')].map(({ textContent }) => textContent ?? '');
}

async function opened(chat: string, props: Partial<CheckupProps> = {}) {
  const screen = open(props);
  control(screen.root, chat).click();
  await settle();
  return screen;
}

describe.each(LANGUAGES)('the check-up in %s', (language) => {
  beforeEach(() => speak(language));

  test('has no accessibility faults and no missing word, also with a line open', async () => {
    vi.useRealTimers();
    const warn = vi.spyOn(console, 'warn');
    for (const { chat } of FACTS) {
      const { root } = open({ notesStates: new Map([['wechat|防汛群', { kind: 'saved' }]]) });
      control(root, chat).click();
      await vi.waitFor(() => expect(root.querySelector('.group-details')).not.toBeNull());
      expect(await accessibilityFaults(root)).toEqual([]);
    }
    expect(warn).not.toHaveBeenCalled();
  }, 60_000);

  test('has no accessibility faults while it is read, and claims nothing of what is not known yet', async () => {
    vi.useRealTimers();
    const early = lines().map((line) => ({
      ...line,
      ...{ isWhole: false, overlap: null, facts: { ...line.facts, suspicions: [], overlaps: [] } },
    }));
    const nothing = { clusters: [], matrix: { groups: [], shares: [] } };
    const { root } = open({ lines: early, isWhole: false, ...nothing });
    expect(await accessibilityFaults(root)).toEqual([]);
    const unknown = [...root.querySelectorAll('.line .suspicions, .line .overlap-cell')];
    expect(unknown).toHaveLength(2 * FACTS.length);
    expect(unknown.every(({ textContent }) => textContent === '…')).toBe(true);
    expect(root.querySelectorAll('section.overlap p')).toHaveLength(2);
    expect(root.querySelector('.groups')?.getAttribute('aria-busy')).toBe('true');
  });

  test('every suspicion says that it is one', () => {
    const { root } = open();
    const words = [...root.querySelectorAll('.suspicion')].map(({ textContent }) => textContent);
    expect(words).toHaveLength(8);
    const begins = language === 'zh_CN' ? /^疑似/ : /^Suspected: /;
    for (const word of words) expect(word).toMatch(begins);
  });
});

test('a head sorts, a second click turns round, and both are told', async () => {
  const { root } = open();
  const head = control(root, '消息').closest('th');
  control(root, '消息').click();
  await settle();
  expect(head?.getAttribute('aria-sort')).toBe('descending');
  expect(shownNames(root)[0]).toBe('网格群');
  head?.querySelector('button')?.click();
  await settle();
  expect(head?.getAttribute('aria-sort')).toBe('ascending');
  expect(shownNames(root)[0]).toBe('防汛群');
  expect(root.querySelectorAll('[aria-sort]')).toHaveLength(1);
});

test('words, suspicion and site narrow the table down, and how many are left is told', async () => {
  const { root } = open();
  type(control<HTMLInputElement>(root, '查找'), '社区');
  await settle();
  expect(shownNames(root)).toEqual(['社区甲群', '社区乙群']);
  expect(root.querySelector('[role=status]')?.textContent).toBe('显示 2 个，共 6 个');
  type(control<HTMLInputElement>(root, '查找'), '');
  const selects = [...root.querySelectorAll<HTMLSelectElement>('.filters select')];
  const [suspicion] = selects;
  if (suspicion) suspicion.value = 'show';
  suspicion?.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(shownNames(root)).toEqual(['打卡群']);
});

test('one line at a time opens, by a button that says so', async () => {
  const { root } = await opened('防汛群');
  const button = control(root, '防汛群');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  const details = document.getElementById(button.getAttribute('aria-controls') ?? '');
  expect(details?.textContent).toContain('疑似阶段性任务已结束');
  control(root, '打卡群').click();
  await settle();
  expect(root.querySelectorAll('.group-details')).toHaveLength(1);
  expect(control(root, '防汛群').getAttribute('aria-expanded')).toBe('false');
  control(root, '打卡群').click();
  await settle();
  expect(root.querySelector('.group-details')).toBeNull();
});

test('evidence is figures, and a group that may have been renamed is named', async () => {
  const { root } = await opened('防汛群');
  const text = root.querySelector('.evidence')?.textContent ?? '';
  for (const figure of ['2026-07-01', '2026-07-31', '21', '90', '120', '39', '35', '2026-08-04']) {
    expect(text).toContain(figure);
  }
  expect(text).toContain('防汛防台群');
});

test('notes are saved on leaving the field, with the group that they are of', async () => {
  const { root, onNotes } = await opened('打卡群');
  const field = control<HTMLInputElement>(root, '用途');
  type(field, '每日健康打卡');
  expect(onNotes).not.toHaveBeenCalled();
  field.dispatchEvent(new FocusEvent('blur'));
  expect(onNotes.mock.calls).toMatchObject([[{ chat: '打卡群' }, { purpose: '每日健康打卡' }]]);
});

test('nothing typed is lost by closing the line, sorting, or hiding the page', async () => {
  const { root, onNotes } = await opened('打卡群');
  type(control<HTMLInputElement>(root, '所属单位'), '甲');
  control(root, '打卡群').click();
  await settle();
  expect(onNotes).toHaveBeenLastCalledWith(expect.anything(), { unit: '甲' });
  control(root, '打卡群').click();
  await settle();
  type(control<HTMLTextAreaElement>(root, '备注'), '乙');
  control(root, '工作群').click();
  await settle();
  expect(shownNames(root)[0]).toBe('打卡群');
  expect(onNotes.mock.calls.at(-1)).toMatchObject([{ chat: '打卡群' }, { note: '乙' }]);
  type(control<HTMLInputElement>(root, '用途'), '丙');
  window.dispatchEvent(new Event('pagehide'));
  expect(onNotes).toHaveBeenLastCalledWith(expect.anything(), { purpose: '丙' });
});

test('what is to become of a group is chosen by arrow keys and can be taken back', async () => {
  const { root, onNotes } = await opened('打卡群');
  const choices = [...root.querySelectorAll<HTMLInputElement>('.group-notes input[type=radio]')];
  expect(choices.map(({ value }) => value)).toEqual([
    'none',
    'keep',
    'merge',
    'dissolve',
    'regulate',
  ]);
  expect(new Set(choices.map(({ name }) => name)).size).toBe(1);
  choices[3]?.click();
  expect(onNotes.mock.calls.at(-1)?.[1]).toEqual({ disposal: 'dissolve' });
});

test('a note that could not be saved is told in words and can be tried again', async () => {
  const failed = { kind: 'failed', reason: '后台没有应答，请再试一次。' } as const;
  const notesStates = new Map([['wechat|打卡群', failed]]);
  const { root, onRetry } = await opened('打卡群', { notesStates });
  expect(root.querySelector('.saving')?.textContent).toContain('后台没有应答');
  control(root, '再试一次').click();
  expect(onRetry.mock.calls).toMatchObject([[[{ chat: '打卡群' }]]]);
});

test('a line stays where it is while its notes or figures change', async () => {
  const { root, again } = await opened('打卡群');
  const before = shownNames(root);
  const field = control<HTMLInputElement>(root, '用途');
  field.focus();
  const note: GroupRow = {
    ...{ id: 'wechat|打卡群', site: 'wechat', chat: '打卡群', purpose: '', owner: '', unit: '' },
    ...{ note: '', disposal: 'merge' as const },
  };
  const grown = FACTS.map((facts) => ({
    ...facts,
    ...(facts.chat === '打卡群' && {
      suspicions: [],
      counts: { ...facts.counts, messages: 9_999 },
    }),
  }));
  again({ lines: lines(grown, [note]) });
  await settle();
  expect(shownNames(root)).toEqual(before);
  expect(root.querySelector('.line.open')?.textContent).toContain('9,999');
  expect(root.querySelector('.line.open')?.textContent).toContain('整合');
  expect(document.activeElement).toBe(field);
  again({ lines: lines(grown, [note]), linesOf: 'another period' });
  await settle();
  expect(shownNames(root)).not.toEqual(before);
});

test('the line in which one writes keeps its place and the caret when a new chat comes in', async () => {
  const { root, again } = await opened('打卡群');
  const before = shownNames(root);
  const field = control<HTMLInputElement>(root, '用途');
  field.focus();
  // Nothing is suspected any more: sorted anew, the line would stand elsewhere.
  const calmed = FACTS.map((facts) => ({ ...facts, suspicions: [] }));
  again({ lines: lines([group('新群'), ...calmed]) });
  await settle();
  expect(shownNames(root)).toEqual([...before, '新群']);
  expect(document.activeElement).toBe(field);
  again({ lines: lines([group('新群'), ...calmed.filter(({ chat }) => chat !== before[0])]) });
  await settle();
  expect(shownNames(root)).toEqual([...before.slice(1), '新群']);
});

test('a line that no longer passes the filter stays when a new chat comes in', async () => {
  const { root, again } = open();
  const suspicion = [...root.querySelectorAll<HTMLSelectElement>('.filters select')][0];
  if (suspicion) suspicion.value = 'show';
  suspicion?.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  const calmed = FACTS.map((facts) => ({ ...facts, suspicions: [] }));
  again({ lines: lines([...calmed, group('新群')]) });
  await settle();
  expect(shownNames(root)).toEqual(['打卡群']);
});

test('five hundred groups are shown by and by, and another order begins at its top again', async () => {
  const many = Array.from({ length: 500 }, (_, at) => group(`群${at}`));
  const { root } = open({ lines: lines(many) });
  const drawn = (lines: number) => vi.waitFor(() => expect(shownNames(root)).toHaveLength(lines));
  await drawn(60);
  control(root, '再显示 60 个').click();
  await drawn(120);
  const last = shownNames(root).at(-1);
  control(root, '消息').click();
  await drawn(60);
  expect(shownNames(root)).not.toContain(last);
});

test('hostile names stay text, within their cells and sentences', async () => {
  const names = [
    '<img src=x onerror=alert(1)>',
    '\u202E群名倒写',
    '=1+1',
    `长${'名'.repeat(2_000)}`,
  ];
  const facts = names.map((chat) =>
    group(chat, {
      overlaps: [
        { site: 'wechat', chat: names[3] ?? '', shared: 6, share: 0.5, shareOfOther: 0.5 },
      ],
    }),
  );
  const clusters = [facts.map(({ site, chat }) => ({ site, chat }))];
  const { root } = open({ lines: lines(facts), clusters });
  expect(root.querySelector('img')).toBeNull();
  expect(shownNames(root)).toContain('<img src=x onerror=alert(1)>');
  expect([...root.querySelectorAll('.opener')].every((each) => each.querySelector('bdi'))).toBe(
    true,
  );
  const told = root.querySelector('.clusters')?.textContent ?? '';
  expect(told.length).toBeLessThan(400);
  expect(told).toContain('\u2068\u202E群名倒写\u2069');
});

test('the matrix reads as a table: names at its heads, clusters marked', () => {
  const { root } = open();
  const matrix = root.querySelector('.matrix');
  const heads = [...(matrix?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent);
  expect(heads.slice(2)).toEqual(['1\u2068社区甲群\u2069', '2\u2068社区乙群\u2069']);
  const rows = [...(matrix?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['1 社区甲群', 'A', '–', '92'],
    ['2 社区乙群', 'A', '88', '–'],
  ]);
  expect(matrix?.querySelectorAll('.most.one')).toHaveLength(2);
});

test('an empty tally and one that cannot be read say so', () => {
  expect(open({ lines: [] }).root.textContent).toContain('还没有记录');
  const { root } = open({ lines: undefined, failure: '磁盘坏了' });
  expect(root.querySelector('[role=alert]')?.textContent).toContain('磁盘坏了');
  expect(root.querySelector('table')).toBeNull();
});

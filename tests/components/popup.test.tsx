// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PopupScreen } from '../../components/PopupScreen';
import type { LostReason } from '../../lib/messages/protocol';
import { EMPTY_VIEW, HEALTH, POPUP, SHEET, VIEW } from './samples';
import { accessibilityFaults, control, openAll, show } from './screen';
import { LANGUAGES, speak } from './words';

beforeEach(() => speak('zh_CN'));

function textOf(root: HTMLElement): string {
  return root.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe.each(LANGUAGES)('the popup in %s', (language) => {
  beforeEach(() => speak(language));

  test.each([
    ['full', POPUP],
    ['empty', { ...POPUP, view: EMPTY_VIEW, everCounted: false, health: null }],
    ['not yet read', { ...POPUP, view: undefined, health: undefined, storageBytes: null }],
    ['paused', { ...POPUP, pausedUntil: POPUP.now + 60_000 }],
    ['showing what would be exported', { ...POPUP, tally: { ...POPUP.tally, preview: SHEET } }],
    ['not started', { ...POPUP, welcomed: false }],
    [
      'lost',
      { ...POPUP, health: { ...HEALTH, status: 'stopped' as const, reason: 'chat' as const } },
    ],
  ])('has no accessibility faults when %s', async (_, props) => {
    const root = show(<PopupScreen {...props} />);
    act(() => openAll(root));
    expect(await accessibilityFaults(root)).toEqual([]);
  });

  test('finds every word that it asks for', () => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(<PopupScreen {...POPUP} />);
    act(() => openAll(root));
    const words = root.innerHTML;
    show(<PopupScreen {...POPUP} view={EMPTY_VIEW} everCounted={false} health={null} />);
    expect(warn).not.toHaveBeenCalled();
    expect(words).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });
});

test('the figures never come without the formula, its version, the raw counts and the coverage note', () => {
  const text = textOf(show(<PopupScreen {...POPUP} />));
  expect(text).toContain('3 小时 7 分钟');
  expect(text).toContain('23 / 100');
  for (const words of ['怎么算的', '公式版本 1', '1,432', '164', '611', '402', '为下限']) {
    expect(text).toContain(words);
  }
});

test('days that came back from a copy are told beside the figures, and only then', () => {
  expect(textOf(show(<PopupScreen {...POPUP} />))).not.toContain('恢复');
  const said = textOf(show(<PopupScreen {...POPUP} view={{ ...VIEW, restoredDays: 2 }} />));
  expect(said).toContain('其中 2 天的数字来自快照或备份恢复，可能偏低');
});

test('every part of the minutes names its source or says that it is assumed', () => {
  const formula = show(<PopupScreen {...POPUP} />).querySelector<HTMLDetailsElement>('.formula');
  expect(formula?.querySelector('table')).toBeNull();
  act(() => formula?.querySelector('summary')?.click());
  const rows = [...(formula?.querySelectorAll('tbody tr') ?? [])];
  expect(rows).toHaveLength(VIEW.formula.parts.length);
  expect(rows.map((row) => row.querySelector('.note')?.textContent)).toEqual([
    '中文默读速度均值：IReST，Trauzettel-Klosinski 和 Dietz，2012',
    '假定值',
    '按您的设置',
  ]);
});

test('values of one’s own and years without an official calendar are said in the formula, and only then', () => {
  const formula = { ...VIEW.formula, ownValues: true, unknownYears: [2031, 2032] };
  const said = textOf(show(<PopupScreen {...POPUP} view={{ ...VIEW, formula }} />));
  expect(said).toContain('不宜与他人的结果直接比较');
  expect(said).toContain('2031、2032 年的放假和调休安排尚未收录，按周一至周五');
  const printed = { ...VIEW.formula, ownValues: false };
  const unsaid = textOf(show(<PopupScreen {...POPUP} view={{ ...VIEW, formula: printed }} />));
  expect(unsaid).not.toContain('不宜与他人');
  expect(unsaid).not.toContain('尚未收录');
});

test('what folding saved is told apart and not subtracted', () => {
  const saved = show(<PopupScreen {...POPUP} />).querySelector(
    '.figures li:last-child',
  )?.textContent;
  expect(saved).toContain('31 分钟');
  expect(saved).toContain('不从耗时中扣减');
});

test('the trend has the same days and minutes as a table', () => {
  const rows = [...show(<PopupScreen {...POPUP} />).querySelectorAll('.trend tbody tr')];
  expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((minutes) => `${minutes} 分钟`),
  );
});

test.each([
  [0, '0 / 100'],
  [0.2, '<1 / 100'],
  [99.7, '99 / 100'],
  [100, '100 / 100'],
])('a score of %d shows as %s: never rounded to nothing or to the most', (score, shown) => {
  const root = show(<PopupScreen {...POPUP} view={{ ...VIEW, score }} />);
  expect(textOf(root)).toContain(shown);
});

test('the empty popup says what will appear and how', () => {
  const text = textOf(
    show(<PopupScreen {...POPUP} view={EMPTY_VIEW} everCounted={false} health={null} />),
  );
  expect(text).toContain('还没有记录');
  expect(text).toContain('打开工作群');
  expect(text).not.toContain('/ 100');
});

test('a tally that cannot be read is told, with the reason, and not taken for an empty one', async () => {
  const root = show(<PopupScreen {...POPUP} view={undefined} failure="磁盘已满" />);
  expect(root.querySelector('[role=alert]')?.textContent).toContain('磁盘已满');
  expect(textOf(root)).not.toContain('还没有记录');
  expect(await accessibilityFaults(root)).toEqual([]);
});

test('a tally that cannot be read leaves the ways to the settings, the report and a backup', () => {
  const onOpenOptions = vi.fn();
  const broken = { ...POPUP, view: undefined, failure: '磁盘已满', onOpenOptions };
  const root = show(<PopupScreen {...broken} />);
  control(root, '设置').click();
  expect(onOpenOptions).toHaveBeenCalledOnce();
  for (const name of ['总览', '导出备份', '导入备份']) control(root, name);
  const reading = show(<PopupScreen {...broken} failure={null} />);
  expect(() => control(reading, '设置')).toThrow();
});

test('an empty period of a filled tally is not taken for a fresh start', () => {
  const text = textOf(show(<PopupScreen {...POPUP} view={EMPTY_VIEW} />));
  expect(text).toContain('本时段没有记录');
  expect(text).not.toContain('还没有记录');
});

test('period, mode and pause report what was chosen', () => {
  const onPeriod = vi.fn();
  const onMode = vi.fn();
  const onPause = vi.fn();
  const root = show(<PopupScreen {...POPUP} {...{ onPeriod, onMode, onPause }} />);
  control(root, '近 30 天').click();
  control(root, '只标记').click();
  control(root, '15 分钟').click();
  control(root, '本会话').click();
  expect(onPeriod.mock.calls).toEqual([['month']]);
  expect(onMode.mock.calls).toEqual([['mark']]);
  expect(onPause.mock.calls).toEqual([['quarter'], ['chat']]);
});

test('the list of notices opens from here, where the browser has a place for it', () => {
  const onOpenDigest = vi.fn();
  control(show(<PopupScreen {...POPUP} onOpenDigest={onOpenDigest} />), '打开通知一览').click();
  expect(onOpenDigest).toHaveBeenCalledOnce();
});

test('a chat cannot be paused where there is none', () => {
  const root = show(<PopupScreen {...POPUP} health={null} />);
  expect(control<HTMLButtonElement>(root, '本会话').disabled).toBe(true);
});

test.each([
  ['for a time', { pausedUntil: new Date(2026, 10, 22, 10, 15).getTime() }, '已暂停到 10:15'],
  ['in this chat', { chatPaused: true }, '本会话已暂停'],
])('paused %s: it says so and offers to resume', (_, props, words) => {
  const onResume = vi.fn();
  const root = show(<PopupScreen {...POPUP} {...props} onResume={onResume} />);
  expect(textOf(root)).toContain(words);
  control(root, '恢复').click();
  expect(onResume).toHaveBeenCalledOnce();
});

test.each([
  [null, '不是支持的聊天页面'],
  [{ ...HEALTH, status: 'stopped' as const }, '已停止读取，折叠已全部还原'],
  [{ ...HEALTH, status: 'waiting' as const }, '等待打开一个会话'],
  [{ ...HEALTH, errors: 2 }, '2 条未能读取'],
  [{ ...HEALTH, feed: false }, '只统计打开过的会话'],
  [{ ...HEALTH, feed: false, marksOnly: true }, '只能标记不折叠'],
])('health %#: %s', (health, words) => {
  expect(textOf(show(<PopupScreen {...POPUP} health={health} />))).toContain(words);
});

describe('a page that is not understood', () => {
  const lost = (reason: LostReason, siteReport = POPUP.siteReport) =>
    show(
      <PopupScreen
        {...POPUP}
        health={{ ...HEALTH, status: 'stopped', reason }}
        siteReport={siteReport}
      />,
    );

  test.each<[LostReason, string]>([
    ['rows', '格式变了'],
    ['transcript', '找不到消息区'],
    ['chat', '认不出打开的是哪个会话'],
    ['messages', '找不到一条条消息'],
    ['texts', '文字大多是空的'],
    ['senders', '读不出发送人'],
    ['ids', '编号相同'],
    ['page', '套着别的消息'],
  ])('says why: %s', (reason, words) => {
    const root = lost(reason);
    expect(root.querySelector('.health [role=status]')?.textContent).toContain(words);
    expect(textOf(root)).toContain('恢复正常后自动继续');
  });

  test('offers a report, and says what became of it in a region that was there before', () => {
    const onCopy = vi.fn();
    const root = lost('rows', { state: 'none', onCopy });
    control(root, '复制报告').click();
    expect(onCopy).toHaveBeenCalledOnce();
    const status = root.querySelector('.site-report [role=status]');
    expect(status?.textContent).toContain('不含文字');
    const health = { ...HEALTH, status: 'stopped' as const, reason: 'rows' as const };
    const copied = { state: 'copied' as const, onCopy };
    render(<PopupScreen {...POPUP} health={health} siteReport={copied} />, root);
    expect(root.querySelector('.site-report [role=status]')).toBe(status);
    expect(status?.textContent).toContain('已复制');
  });

  test('lets the user point, only where that can be done', () => {
    const onShowWhere = vi.fn();
    const report = { state: 'none' as const, onCopy: () => {} };
    expect(textOf(lost('rows', report))).not.toContain('自己指给它看');
    control(lost('rows', { ...report, onShowWhere }), '自己指给它看').click();
    expect(onShowWhere).toHaveBeenCalledOnce();
  });

  test('a page that is read offers none of it', () => {
    expect(textOf(show(<PopupScreen {...POPUP} />))).not.toContain('复制报告');
  });
});

test('a chosen backup is handed on, and the same file can be chosen again', () => {
  const onImportBackup = vi.fn();
  const root = show(<PopupScreen {...POPUP} onImportBackup={onImportBackup} />);
  const input = control<HTMLInputElement>(root, '导入备份');
  const file = new File(['{}'], 'backup.json');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onImportBackup.mock.calls).toEqual([[file]]);
  expect(input.value).toBe('');
});

test('names from chats are shown as text, whatever they hold', () => {
  const chat = '<img src=x onerror=alert(1)>';
  const view = {
    ...VIEW,
    chats: [{ site: 'wechat', chat, minutes: 1, copies: 1, demands: 0, replies: 0 }],
  };
  const root = show(<PopupScreen {...POPUP} view={view} />);
  expect(root.querySelectorAll('.chats img')).toHaveLength(0);
  expect(textOf(root)).toContain(chat);
});

test('the popup leads to every part of the report', () => {
  const onOpenReport = vi.fn();
  const root = show(<PopupScreen {...POPUP} onOpenReport={onOpenReport} />);
  for (const name of ['总览', '工作群体检', '导出', '导入记录', '多人汇总'])
    control(root, name).click();
  const parts = onOpenReport.mock.calls.map(([part]) => part);
  expect(parts).toEqual(['overview', 'groups', 'export', 'histories', 'merge']);
  expect(root.querySelector('nav')?.getAttribute('aria-label')).toBe('报告');
});

test('who has a tally and no settings is told that the tally is whole', () => {
  const root = show(<PopupScreen {...POPUP} welcomed={false} />);
  expect(root.textContent).toContain('可能是浏览器清掉了设置；已有的计数都还在');
  const fresh = show(<PopupScreen {...POPUP} welcomed={false} everCounted={false} />);
  expect(fresh.textContent).toContain('尚未开始');
});

test('where another installation is at work this one says so, and blames no page for it', () => {
  const health = { ...HEALTH, status: 'stopped' as const, reason: 'other-copy' as const };
  const root = show(<PopupScreen {...POPUP} health={health} />);
  const words = root.querySelector('.health')?.textContent;
  expect(words).toContain('由浏览器里的另一份指轻处理');
  expect(words).not.toContain('读不懂');
  expect(root.querySelector('.site-report')).toBeNull();
});

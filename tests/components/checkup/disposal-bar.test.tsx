// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CheckupProps, CheckupScreen } from '../../../components/report/checkup/CheckupScreen';
import { reductionOf } from '../../../lib/tally/reduction';
import { accessibilityFaults, control, show, type } from '../screen';
import { LANGUAGES, speak } from '../words';
import { CHECKUP, FACTS, group, lines, TWINS } from './checkup-samples';

beforeEach(() => speak('zh_CN'));

function open(props: Partial<CheckupProps> = {}) {
  const onSet = vi.fn();
  const onUndo = vi.fn();
  const onRetry = vi.fn();
  const disposals = { ...CHECKUP.disposals, ...props.disposals, onSet, onUndo, onRetry };
  const all = { ...CHECKUP, ...props, disposals };
  const root = show(<CheckupScreen {...all} />);
  const again = (more: Partial<CheckupProps>) => render(<CheckupScreen {...all} {...more} />, root);
  return { root, onSet, onUndo, onRetry, again, disposals };
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function box(root: HTMLElement, name: string): HTMLInputElement {
  return control<HTMLInputElement>(root, name);
}

/** The control that bears this name for the ear alone. */
function spoken(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelectorAll<HTMLElement>(`[aria-label="${name}"]`);
  expect(found).toHaveLength(1);
  return found[0] as HTMLElement;
}

async function tick(root: HTMLElement, chat: string): Promise<void> {
  spoken(root, `选择 \u2068${chat}\u2069`).click();
  await settle();
}

function acts(root: HTMLElement): HTMLElement | null {
  return root.querySelector('.several .acts:not(.none)');
}

function chats(call: unknown): string[] {
  return (call as { chat: string }[]).map(({ chat }) => chat).sort();
}

describe.each(LANGUAGES)('the bar for several groups in %s', (language) => {
  beforeEach(() => speak(language));

  test('has no accessibility faults in any of its states', async () => {
    const warn = vi.spyOn(console, 'warn');
    const last = { count: 3, disposal: 'merge', isUndone: false } as const;
    for (const state of [
      {},
      { last },
      { last: { ...last, isUndone: true } },
      { last: { ...last, disposal: null } },
      { last, unsaved: { count: 2, reason: 'disk' } },
    ]) {
      const { root } = open({ disposals: { ...CHECKUP.disposals, ...state } });
      root.querySelector<HTMLInputElement>('.several input')?.click();
      await settle();
      expect(await accessibilityFaults(root)).toEqual([]);
    }
    expect(warn).not.toHaveBeenCalled();
  }, 60_000);
});

test('ticked lines are set together, in one call, and stay ticked where they are', async () => {
  const { root, onSet } = open();
  expect(acts(root)).toBeNull();
  const before = [...root.querySelectorAll('.opener')].map(({ textContent }) => textContent);
  await tick(root, '打卡群');
  await tick(root, '网格群');
  expect(acts(root)?.textContent).toContain('已选 2 个群');
  control(root, '解散').click();
  await settle();
  expect(onSet).toHaveBeenCalledTimes(1);
  expect(chats(onSet.mock.calls[0]?.[0])).toEqual(['打卡群', '网格群']);
  expect(onSet.mock.calls[0]?.[1]).toBe('dissolve');
  control(root, '未定').click();
  expect(onSet.mock.calls[1]?.[1]).toBeNull();
  expect([...root.querySelectorAll('.opener')].map(({ textContent }) => textContent)).toEqual(
    before,
  );
  expect(root.querySelectorAll('.line.ticked')).toHaveLength(2);
});

test('all that the filter lets through can be ticked at once, and what it hides is not set', async () => {
  const { root, onSet } = open();
  await tick(root, '网格群');
  type(control<HTMLInputElement>(root, '查找'), '社区');
  await settle();
  expect(acts(root)).toBeNull();
  const all = box(root, '全选筛出的 2 个群');
  all.click();
  await settle();
  expect(acts(root)?.textContent).toContain('已选 2 个群');
  control(root, '整合').click();
  expect(chats(onSet.mock.calls[0]?.[0])).toEqual(['社区乙群', '社区甲群']);
  type(control<HTMLInputElement>(root, '查找'), '');
  await settle();
  // The tick that was hidden is there again, before the reader's eyes.
  expect(acts(root)?.textContent).toContain('已选 3 个群');
  expect(box(root, '全选筛出的 6 个群').indeterminate).toBe(true);
});

test('all of five hundred means also those that are not listed yet', async () => {
  const many = Array.from({ length: 500 }, (_, at) => group(`群${at}`));
  const { root, onSet } = open({ lines: lines(many) });
  box(root, '全选筛出的 500 个群').click();
  await settle();
  control(root, '保留').click();
  expect(onSet.mock.calls[0]?.[0]).toHaveLength(500);
});

test('unselecting takes every tick away and keeps the keyboard near', async () => {
  const { root } = open();
  await tick(root, '打卡群');
  control(root, '取消选择').focus();
  control(root, '取消选择').click();
  await settle();
  expect(root.querySelectorAll('.line.ticked')).toHaveLength(0);
  expect(document.activeElement).toBe(box(root, '全选筛出的 6 个群'));
});

test('a cluster is ticked as a whole, stands alone in the table, and the keyboard goes to it', async () => {
  const { root, onSet } = open();
  await tick(root, '打卡群');
  type(control<HTMLInputElement>(root, '查找'), '打卡');
  await settle();
  const brought: [part: string | undefined, lines: number][] = [];
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    brought.push([this.querySelector('h2')?.textContent, root.querySelectorAll('.line').length]);
  });
  spoken(root, '选中这些群：A 组').click();
  await settle();
  // The table comes before the reader's eyes, and not while it is still the long one.
  expect(brought).toEqual([['各群情况', 2]]);
  const shown = [...root.querySelectorAll('.line .opener')].map(({ textContent }) => textContent);
  expect(shown.sort()).toEqual(TWINS.map(({ chat }) => chat).sort());
  expect(root.querySelectorAll('.line.ticked')).toHaveLength(2);
  expect(document.activeElement).toBe(root.querySelector('.several'));
  control(root, '整合').click();
  expect(chats(onSet.mock.calls[0]?.[0])).toEqual(TWINS.map(({ chat }) => chat).sort());
  control(root, '列出全部群').click();
  await settle();
  expect(root.querySelectorAll('.line')).toHaveLength(FACTS.length);
  expect(document.activeElement).toBe(control(root, '查找'));
});

test('what was set is told with a way back, which goes when it was used', async () => {
  const last = { count: 5, disposal: 'merge', isUndone: false } as const;
  const { root, onUndo, again, disposals } = open({ disposals: { ...CHECKUP.disposals, last } });
  const told = () => root.querySelector('.several .told')?.textContent;
  expect(told()).toContain('已将 5 个群的拟处置改为“整合”');
  control(root, '撤销').focus();
  control(root, '撤销').click();
  expect(onUndo).toHaveBeenCalledOnce();
  again({ disposals: { ...disposals, last: { ...last, isUndone: true } } });
  await settle();
  expect(told()).toBe('已撤销；之后另行改过的群不变。');
  expect(document.activeElement?.textContent).toBe('已撤销；之后另行改过的群不变。');
});

test('what is not saved is told before anything else, and can be saved again', () => {
  const unsaved = { count: 7, reason: '磁盘已满' };
  const last = { count: 7, disposal: 'keep', isUndone: false } as const;
  const { root, onRetry } = open({ disposals: { ...CHECKUP.disposals, last, unsaved } });
  expect(root.querySelector('.told.failed')?.textContent).toContain('7 个群没有保存成功：磁盘已满');
  expect(() => control(root, '撤销')).toThrow();
  control(root, '重新保存').click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test('how many would go is told with how it is counted; nothing decided has no rate', () => {
  const none = open().root.querySelector('.reduction')?.textContent;
  expect(none).toContain('共 6 个群，尚无拟解散、拟整合的群');
  const reduction = reductionOf(['dissolve', 'merge', 'merge', 'keep', null, null]);
  const some = open({ reduction }).root.querySelector('.reduction')?.textContent;
  expect(some).toContain('拟解散 1 个，拟整合 2 个。如全部落实，预计减少 3 个，压减率 50%');
  expect(some).toContain('应少计 1 个');
});

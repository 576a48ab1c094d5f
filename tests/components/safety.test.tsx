// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { EraseData } from '../../components/EraseData';
import { SafetyNotice, type SafetyNoticeProps } from '../../components/SafetyNotice';
import { StorageSafety, type StorageSafetyProps } from '../../components/StorageSafety';
import { SAFE } from '../../lib/safety/state';
import { SAFETY } from './samples';
import { accessibilityFaults, control, show } from './screen';
import { LANGUAGES, speak } from './words';

const FOUND = new Date(2026, 9, 16, 9).getTime();
const RESTORED = { from: '2025-10-15', to: '2026-10-12', days: 240, messages: 81_000 };

beforeEach(() => speak('zh_CN'));

function open(props: Partial<SafetyNoticeProps>) {
  return show(<SafetyNotice {...SAFETY} {...props} />);
}

const EVERYTHING: SafetyNoticeProps['state'] = {
  ...SAFE,
  loss: { found: FOUND, restored: RESTORED, problem: 'damaged' },
  trouble: { kind: 'cannot-open', since: FOUND },
  freed: { before: '2026-08-01', at: FOUND },
};

describe.each(LANGUAGES)('in %s', (language) => {
  beforeEach(() => speak(language));

  test('what happened to the data is told without faults and missing words', async () => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(
      <main>
        <h1>x</h1>
        <SafetyNotice {...SAFETY} state={EVERYTHING} trouble="x" result="x" />
      </main>,
    );
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });

  test.each<StorageSafetyProps['persistence']>(['persistent', 'best-effort', 'refused', 'unknown'])(
    'the storage that is %s is told without a missing word',
    (persistence) => {
      const warn = vi.spyOn(console, 'warn');
      const kinds = (['messages', 'notices', 'days', 'texts'] as const).map((kind) => ({
        ...{ kind, rows: 7, bytes: 7_000 },
      }));
      const root = show(
        <StorageSafety
          {...{ persistence, kinds, snapshot: null, snapshotFailed: FOUND, onPersist: vi.fn() }}
        />,
      );
      expect(root.querySelectorAll('tbody tr')).toHaveLength(4);
      expect(warn).not.toHaveBeenCalled();
    },
  );
});

test('while all is well nothing is said', () => {
  expect(open({}).textContent).toBe('');
});

test('a restored loss says what came back, from when to when, and what did not', () => {
  const onDismiss = vi.fn();
  const root = open({
    state: { ...SAFE, loss: { found: FOUND, restored: RESTORED, problem: null } },
    onDismiss,
  });
  for (const words of [
    '2026-10-16',
    '2025-10-15',
    '2026-10-12',
    '240 天',
    '81,000 条',
    '逐条明细',
    '不计数',
  ]) {
    expect(root.textContent).toContain(words);
  }
  expect(root.textContent).not.toContain('前一份');
  control(root, '知道了').click();
  expect(onDismiss).toHaveBeenCalledWith('loss');
});

test('a loss that waits for a later version keeps its way back', () => {
  const onRestore = vi.fn();
  const loss = { found: FOUND, restored: null, problem: 'newer-version' as const };
  const root = open({ state: { ...SAFE, loss }, onRestore });
  expect(root.textContent).toContain('请先更新指轻');
  expect(root.textContent).not.toContain('知道了');
  control(root, '恢复合计').click();
  expect(onRestore).toHaveBeenCalledOnce();
});

test('rebuilding is asked about, names what is lost, and is offered for nothing but a tally that does not open', async () => {
  const onRebuild = vi.fn();
  const root = open({ state: EVERYTHING, trouble: '打不开', onRebuild });
  control(root, '重建台账…').click();
  await vi.waitFor(() => expect(root.querySelector('dialog')?.textContent).toContain('从零开始'));
  control(root, '取消').click();
  await vi.waitFor(() => expect(root.querySelector('dialog')).toBeNull());
  expect(onRebuild).not.toHaveBeenCalled();
  control(root, '重建台账…').click();
  await vi.waitFor(() => control(root, '重建').click());
  expect(onRebuild).toHaveBeenCalledOnce();
  for (const kind of ['upgrade-failed', 'newer-tally', 'disk-full'] as const) {
    const other = open({ state: { ...SAFE, trouble: { kind, since: FOUND } }, trouble: 'x' });
    expect(other.querySelector('button')).toBeNull();
  }
});

test('one chat can be erased: it is chosen by name, and named before it goes', async () => {
  const onErase = vi.fn();
  const chats = [
    { site: 'wechat', chat: '' },
    { site: 'feishu', chat: '防汛值守群' },
  ];
  const root = show(
    <EraseData today="2026-10-15" chats={chats} result="" busy={false} onErase={onErase} />,
  );
  root.querySelector<HTMLInputElement>('input[value="chat"]')?.click();
  await vi.waitFor(() => expect(root.querySelectorAll('option')).toHaveLength(2));
  const select = root.querySelector('select');
  if (!select) throw new Error('no list of chats');
  select.value = 'feishu|防汛值守群';
  await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  control(root, '清除…').click();
  await vi.waitFor(() => expect(root.querySelector('dialog')?.textContent).toContain('防汛值守群'));
  control(root, '清除').click();
  expect(onErase).toHaveBeenCalledWith({ what: 'chat', site: 'feishu', chat: '防汛值守群' });
});

test('what is asked about is what is erased, whatever comes in while the question stands', async () => {
  const onErase = vi.fn();
  const night = [{ site: 'feishu', chat: '防汛值守群' }];
  const props = { today: '2026-10-15', chats: night, result: '', busy: false, onErase };
  const root = show(<EraseData {...props} />);
  root.querySelector<HTMLInputElement>('input[value="chat"]')?.click();
  await vi.waitFor(() => expect(root.querySelector('select')).not.toBeNull());
  // A new chat comes before it in the list.
  const chats = [{ site: 'wechat', chat: '安全生产群' }, ...night];
  render(<EraseData {...props} chats={chats} />, root);
  expect(root.querySelector('select')?.value).toBe('feishu|防汛值守群');
  control(root, '清除…').click();
  await vi.waitFor(() => expect(root.querySelector('dialog')?.textContent).toContain('防汛值守群'));
  render(<EraseData {...props} chats={[]} />, root);
  expect(root.querySelector('dialog')?.textContent).toContain('防汛值守群');
  control(root, '清除').click();
  expect(onErase.mock.calls).toEqual([[{ what: 'chat', site: 'feishu', chat: '防汛值守群' }]]);
});

test('a chat that is gone from the list is not replaced by another unasked', async () => {
  const chats = [
    { site: 'feishu', chat: '防汛值守群' },
    { site: 'wechat', chat: '安全生产群' },
  ];
  const props = { today: '2026-10-15', result: '', busy: false, onErase: vi.fn() };
  const root = show(<EraseData {...props} chats={chats} />);
  root.querySelector<HTMLInputElement>('input[value="chat"]')?.click();
  await vi.waitFor(() => expect(root.querySelector('select')).not.toBeNull());
  control(root, '清除…').focus();
  render(<EraseData {...props} chats={chats.slice(1)} />, root);
  expect(root.querySelector('select')?.selectedOptions[0]?.textContent).toBe('请选择会话');
  // The reader stays where they are, and nothing is asked about.
  expect(control(root, '清除…').getAttribute('aria-disabled')).toBe('true');
  expect(control<HTMLButtonElement>(root, '清除…').disabled).toBe(false);
  expect(document.activeElement).toBe(control(root, '清除…'));
  control(root, '清除…').click();
  await act(() => {});
  expect(root.querySelector('dialog')).toBeNull();
});

test('“today” is the day of the click, with its year, also when the day ends meanwhile', async () => {
  const onErase = vi.fn();
  const props = { chats: [], result: '', busy: false, onErase };
  const root = show(<EraseData {...props} today="2026-10-15" />);
  control(root, '清除…').click();
  await vi.waitFor(() => expect(root.querySelector('dialog')).not.toBeNull());
  render(<EraseData {...props} today="2026-10-16" />, root);
  expect(root.querySelector('dialog')?.textContent).toContain('2026年10月15日');
  control(root, '清除').click();
  expect(onErase.mock.calls).toEqual([[{ what: 'days', from: '2026-10-15', to: '2026-10-15' }]]);
});

test('without a chat there is none to erase', async () => {
  const root = show(
    <EraseData today="2026-10-15" chats={[]} result="" busy={false} onErase={vi.fn()} />,
  );
  root.querySelector<HTMLInputElement>('input[value="chat"]')?.click();
  await vi.waitFor(() => expect(control(root, '清除…').getAttribute('aria-disabled')).toBe('true'));
  expect(root.textContent).toContain('还没有会话的记录');
});

test('while something is erased nothing else is asked about, and the button keeps the focus', async () => {
  const props = { chats: [], today: '2026-10-15', result: '', onErase: vi.fn() };
  const root = show(<EraseData {...props} busy />);
  const button = control<HTMLButtonElement>(root, '清除…');
  button.focus();
  await act(() => button.click());
  expect(root.querySelector('dialog')).toBeNull();
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
});

test('a tally that was lost before there was a snapshot is told so, and can be read away', () => {
  const loss = { found: FOUND, restored: null, problem: null };
  const root = open({ state: { ...SAFE, loss } });
  expect(root.textContent).toContain('本机还没有快照');
  expect(root.textContent).not.toContain('快照也不能用');
  control(root, '知道了');
});

// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsScreen } from '../../components/OptionsScreen';
import { SafetyNotice } from '../../components/SafetyNotice';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { EraseRequest } from '../../lib/messages/protocol';
import { changeSafety, loadSafety, SAFE, watchSafety } from '../../lib/safety/state';
import { failureWords } from '../../lib/screens/failure-words';
import { keepUnsaved, unsavedNotes } from '../../lib/screens/unsaved-notes';
import { useOptions } from '../../lib/screens/use-options';
import { useSafety } from '../../lib/screens/use-safety';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';
import { message } from '../tally/tally-bench';

const FOUND = new Date(2026, 9, 16, 9).getTime();

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
});
afterEach(() => vi.restoreAllMocks());

function Notice() {
  return <SafetyNotice {...useSafety()} />;
}

function answer(value: unknown) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(value as never);
}

test('a page has the tally looked after, and tells what happened while it is open', async () => {
  const sent = answer({ ok: true, value: null });
  const root = show(<Notice />);
  await vi.waitFor(() => expect(sent.mock.calls[0]?.[0]).toMatchObject({ name: 'lookAfter' }));
  expect(root.textContent).toBe('');
  await changeSafety(() => ({ freed: { before: '2026-08-01', at: FOUND } }));
  await vi.waitFor(() => expect(root.textContent).toContain('2026-08-01 之前的明细'));
  control(root, '知道了').click();
  await vi.waitFor(() => expect(root.textContent).toBe(''));
  expect((await loadSafety()).freed).toBeNull();
});

test('what was loaded late does not take back a change told meanwhile', async () => {
  answer({ ok: true, value: null });
  let loaded = (_: Record<string, unknown>) => {};
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        loaded = resolve;
      }) as never,
  );
  const root = show(<Notice />);
  await vi.waitFor(() => expect(fakeBrowser.storage.local.get).toHaveBeenCalled());
  await changeSafety(() => ({ freed: { before: '2026-08-01', at: FOUND } }));
  await vi.waitFor(() => expect(root.textContent).toContain('2026-08-01'));
  loaded({});
  await new Promise((resolve) => setTimeout(resolve));
  await act(() => {});
  expect(root.textContent).toContain('2026-08-01');
});

test('a restoring that fails is told in words, and so is one that finds nothing', async () => {
  await changeSafety(() => ({
    loss: { found: FOUND, restored: null, problem: 'newer-version' as const },
  }));
  answer({ ok: false, error: { kind: 'failed', message: 'x', code: 'disk-full' } });
  const root = show(<Notice />);
  await vi.waitFor(() => control(root, '恢复合计').click());
  await vi.waitFor(() => expect(root.textContent).toContain('没有成功：磁盘空间不足'));
  answer({ ok: true, value: false });
  control(root, '恢复合计').click();
  await vi.waitFor(() => expect(root.textContent).toContain('没有可用的快照'));
});

test('changes made at once do not take each other back, and what is damaged is no state', async () => {
  await Promise.all([
    changeSafety(() => ({ trouble: { kind: 'disk-full', since: FOUND } })),
    changeSafety(() => ({ freed: { before: '2026-08-01', at: FOUND } })),
    changeSafety(() => ({ snapshotFailed: FOUND })),
  ]);
  expect(await loadSafety()).toMatchObject({
    trouble: { kind: 'disk-full' },
    freed: { before: '2026-08-01' },
    snapshotFailed: FOUND,
  });
  const seen = vi.fn();
  const end = watchSafety(seen);
  await fakeBrowser.storage.local.set({ safety: null });
  expect(seen).toHaveBeenCalledWith(SAFE);
  expect(await loadSafety()).toEqual(SAFE);
  end();
});

test('the settings ask the browser to keep the tally, and say what it answered', async () => {
  answer({ ok: true, value: null });
  const persist = vi.fn(async () => false);
  vi.stubGlobal('navigator', {
    language: 'zh-CN',
    storage: { persisted: async () => false, persist, estimate: async () => ({ usage: 7 }) },
  });
  function Options() {
    return <OptionsScreen {...useOptions(DEFAULT_SETTINGS)} />;
  }
  const root = show(<Options />);
  await vi.waitFor(() => control(root, '申请长期保存').click());
  await vi.waitFor(() => expect(root.textContent).toContain('浏览器没有登记'));
  expect(persist).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('with a chat goes what could not be saved of its notes, and of no other', async () => {
  const sent = vi
    .spyOn(fakeBrowser.runtime, 'sendMessage')
    .mockResolvedValue({ ok: true, value: null } as never);
  const notes = (chat: string) => ({
    ...{ id: `wechat|${chat}`, site: 'wechat', chat, purpose: '', owner: '李主任', unit: '' },
    ...{ note: '', disposal: null },
  });
  keepUnsaved(['防汛群', '网格群'].map(notes));
  let onErase: ((request: EraseRequest) => void) | undefined;
  function Probe() {
    ({ onErase } = useOptions(DEFAULT_SETTINGS));
    return null;
  }
  show(<Probe />);
  onErase?.({ what: 'days', from: '2026-10-01', to: '2026-10-15' });
  expect(unsavedNotes()).toHaveLength(2);
  onErase?.({ what: 'chat', site: 'wechat', chat: '防汛群' });
  expect(unsavedNotes()).toEqual([notes('网格群')]);
  onErase?.({ what: 'everything' });
  expect(unsavedNotes()).toEqual([]);
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(3));
  sent.mockRestore();
});

test('an erasing says that it goes on, and no earlier one is told in its place', async () => {
  let finish: (answer: unknown) => void = () => {};
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((asked) => {
    if ((asked as unknown as { name: string }).name !== 'erase')
      return Promise.resolve({ ok: true, value: null });
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  let options: ReturnType<typeof useOptions> | undefined;
  const state = () => [options?.eraseResult, options?.erasing];
  function Options() {
    options = useOptions(DEFAULT_SETTINGS);
    return null;
  }
  show(<Options />);
  for (const _ of ['first', 'second']) {
    options?.onErase({ what: 'everything' });
    await vi.waitFor(() => expect(state()).toEqual(['正在清除…', true]));
    finish({ ok: true, value: null });
    await vi.waitFor(() => expect(state()).toEqual([expect.stringMatching(/^已清除。/), false]));
  }
  options?.onErase({ what: 'everything' });
  await vi.waitFor(() => expect(state()).toEqual(['正在清除…', true]));
  finish({ ok: false, error: { kind: 'failed', message: 'x', code: 'disk-full' } });
  await vi.waitFor(() => expect(state()).toEqual([expect.stringContaining('磁盘空间不足'), false]));
});

test('what takes the space is counted on opening and after erasing, not for every message', async () => {
  answer({ ok: true, value: null });
  const { messages } = readingDb();
  const count = vi.spyOn(messages, 'count');
  let options: ReturnType<typeof useOptions> | undefined;
  function Options() {
    options = useOptions(DEFAULT_SETTINGS);
    return null;
  }
  show(<Options />);
  await vi.waitFor(() => expect(options?.storageSafety.kinds).toHaveLength(4));
  const opened = count.mock.calls.length;
  await messages.put(message('a', 'plan') as never);
  const again = vi.waitFor(() => expect(count.mock.calls.length).toBeGreaterThan(opened), {
    timeout: 300,
  });
  await expect(again).rejects.toThrow();
  options?.onErase({ what: 'everything' });
  await vi.waitFor(() => expect(count.mock.calls.length).toBeGreaterThan(opened));
  await messages.clear();
});

test.each([
  [{ code: 'closed-days', message: '2026-10-01 – 2026-10-09' }, '2026-10-01 – 2026-10-09'],
  [{ code: 'disk-full', message: 'x' }, '磁盘空间不足'],
  [{ kind: 'failed', code: 'transfer-broken', message: 'x' }, '没有应答'],
  [{ code: 'cannot-open', message: 'x' }, '打不开台账'],
  [{ name: 'DatabaseClosedError', inner: { name: 'UpgradeFailed' } }, '已原样保留'],
  [{ name: 'NewerTally' }, '请更新指轻'],
  [new DOMException('x', 'QuotaExceededError'), '磁盘空间不足'],
  [new DOMException('x', 'AbortError'), 'x'],
])('the failure %j is told in words', (thrown, words) => {
  expect(failureWords(thrown)).toContain(words);
});

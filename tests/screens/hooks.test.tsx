// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PopupScreen } from '../../components/PopupScreen';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import { failureWords } from '../../lib/screens/failure-words';
import type { PeriodSums } from '../../lib/screens/period-view';
import { firstSums, usePopup } from '../../lib/screens/use-popup';
import { useSettings } from '../../lib/screens/use-settings';
import { useTallyExport } from '../../lib/screens/use-tally-export';
import { loadSettings } from '../../lib/settings';
import { emptyDay } from '../../lib/tally/counts';
import { dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
  await readingDb().days.clear();
});

function Popup(props: { loaded: Settings; known?: PeriodSums }) {
  return <PopupScreen {...usePopup(props.loaded, props.known)} />;
}

async function seed(messages: number): Promise<void> {
  const day = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
  const row = { ...emptyDay(`${day}|wechat|防汛值守群`), messages, replies: 90, copyChars: 2_550 };
  await readingDb().days.put(row);
}

test('a popup whose figures were read before it was drawn shows them at once, and what comes in afterwards', async () => {
  await seed(321);
  const known = await firstSums(Promise.resolve(DEFAULT_SETTINGS));
  const root = show(<Popup loaded={DEFAULT_SETTINGS} known={known} />);
  expect(root.querySelector('.counts')?.textContent).toContain('321');
  await seed(322);
  await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain('322'));
});

test('changes made at once do not take each other back', async () => {
  let change: ((fields: Partial<Settings>) => void) | undefined;
  function Probe() {
    ({ change } = useSettings(DEFAULT_SETTINGS));
    return null;
  }
  show(<Probe />);
  change?.({ windowDays: 7 });
  change?.({ badge: false });
  change?.({ myNames: ['老王'] });
  await vi.waitFor(async () => {
    expect(await loadSettings()).toMatchObject({ windowDays: 7, badge: false, myNames: ['老王'] });
  });
});

test('a setting that could not be saved is told, not swallowed', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let state: ReturnType<typeof useSettings> | undefined;
  function Probe() {
    state = useSettings(DEFAULT_SETTINGS);
    return null;
  }
  show(<Probe />);
  state?.change({ windowDays: 7 });
  await vi.waitFor(() => expect(state?.saved).toBe('failed'));
  vi.restoreAllMocks();
});

test('the popup shows the tally and follows it while it is open', async () => {
  await seed(250);
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain('250'));
  expect(root.querySelector('.figures')?.textContent).toContain('13 分钟');
  await seed(251);
  await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain('251'));
});

test('a tally that cannot be read is told in words', async () => {
  const error = new Error('disk is broken');
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(readingDb().days, 'where').mockImplementation(() => {
    throw error;
  });
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk is broken'),
  );
  vi.restoreAllMocks();
});

test('the popup does not count all messages for what the browser tells it', async () => {
  const count = vi.spyOn(readingDb().messages, 'count');
  vi.stubGlobal('navigator', {
    language: 'zh-CN',
    storage: { estimate: async () => ({ usage: 7 }) },
  });
  await seed(250);
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() => expect(root.querySelector('.foot')?.textContent).toContain('7 B'));
  expect(count).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('saved from the preview, the keyboard is back at the button that opened it', async () => {
  await seed(250);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() => control(root, '导出计数表（CSV）'));
  const opener = control(root, '导出计数表（CSV）');
  opener.focus();
  opener.click();
  await vi.waitFor(() => expect(document.activeElement?.closest('.preview')).toBeTruthy());
  control(root, '保存文件').focus();
  control(root, '保存文件').click();
  await vi.waitFor(() => expect(root.querySelector('.result')?.textContent).toContain('.csv'));
  await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  vi.restoreAllMocks();
});

test('a tab without a chat page is told as such', async () => {
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() =>
    expect(root.querySelector('.health')?.textContent).toContain('不是支持的聊天页面'),
  );
});

test('a pause of 15 minutes is kept, shown and taken back', async () => {
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  const before = Date.now();
  control(root, '15 分钟').click();
  await vi.waitFor(() => expect(root.textContent).toContain('已暂停到'));
  await vi.waitFor(async () => {
    const { pausedUntil } = await loadSettings();
    expect(pausedUntil - before).toBeGreaterThanOrEqual(15 * 60_000);
    expect(pausedUntil - before).toBeLessThan(16 * 60_000);
  });
  control(root, '恢复').click();
  await vi.waitFor(async () => expect((await loadSettings()).pausedUntil).toBe(0));
});

test('nothing is written before the preview was seen', async () => {
  await seed(250);
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
  await vi.waitFor(() => control(root, '导出计数表（CSV）').click());
  await vi.waitFor(() => expect(root.querySelector('.preview')).not.toBeNull());
  expect(root.querySelector('.preview')?.textContent).not.toContain('防汛值守群');
  expect(click).not.toHaveBeenCalled();
  control(root, '写出会话名称').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.preview')?.textContent).toContain('防汛值守群'),
  );
  control(root, '保存文件').click();
  expect(click).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(root.querySelector('.result')?.textContent).toContain('.csv'));
  expect(root.querySelector('.preview')).toBeNull();
  vi.restoreAllMocks();
});

test('a file that is saved while another period is read has the name of the days that it holds', async () => {
  await seed(250);
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  let tally: ReturnType<typeof useTallyExport> | undefined;
  function Probe(days: { from: string; to: string }) {
    const own = { demandMinutes: {}, pace: {} };
    tally = useTallyExport({ ...days, own }, () => {});
    return null;
  }
  const root = show(<div />);
  const open = (from: string) => act(() => render(<Probe from={from} to="2026-10-15" />, root));
  await open('2026-10-15');
  tally?.open();
  await vi.waitFor(() => expect(tally?.preview).not.toBeNull());
  // The tally does not answer before the reader saves.
  let answer: () => void = () => {};
  const slow = new Promise<never>((_, reject) => {
    answer = () => reject(new Error('late'));
  });
  const asked = vi.fn(() => slow);
  vi.spyOn(readingDb().days, 'where').mockReturnValue({
    between: () => ({ toArray: asked }),
  } as never);
  await open('2026-10-01');
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  expect(tally?.save()).toBe('fingerlight-2026-10-15.csv');
  expect(names).toEqual(['fingerlight-2026-10-15.csv']);
  answer();
  vi.restoreAllMocks();
});

test.each([
  [{ code: 'newer-version' }, '更新'],
  [{ code: 'not-ours' }, '不是指轻的备份'],
  [{ code: 'not-json' }, '可能没有拷完'],
  [{ code: 'tally' }, '这是交给汇总人的台账，不是备份'],
  [{ code: 'damaged' }, '已损坏'],
  [{ kind: 'no-answer', message: 'x' }, '没有应答'],
  [new Error('quota'), 'quota'],
  ['odd', 'odd'],
])('the failure %j is told in words', (thrown, words) => {
  expect(failureWords(thrown)).toContain(words);
});

test('a change that could not be saved is taken back in the popup, and said once in words', async () => {
  const refuse = vi
    .spyOn(fakeBrowser.storage.local, 'set')
    .mockRejectedValue(new Error('quota exceeded'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const root = show(<Popup loaded={DEFAULT_SETTINGS} />);
  const chosen = () => root.querySelector<HTMLInputElement>('header input:checked')?.value;
  expect(chosen()).toBe('fold');
  root.querySelector<HTMLInputElement>('header input[value=off]')?.click();
  await vi.waitFor(() => expect(root.textContent).toContain('没有保存：'));
  expect(chosen()).toBe('fold');
  expect(root.querySelectorAll('[role=alert]')).toHaveLength(1);
  refuse.mockRestore();
  root.querySelector<HTMLInputElement>('header input[value=mark]')?.click();
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')).toBeNull());
  expect(chosen()).toBe('mark');
  expect((await loadSettings()).mode).toBe('mark');
});

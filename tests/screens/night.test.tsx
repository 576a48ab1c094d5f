// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsScreen } from '../../components/OptionsScreen';
import { PopupScreen } from '../../components/PopupScreen';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import { useOptions } from '../../lib/screens/use-options';
import { usePopup } from '../../lib/screens/use-popup';
import { loadSettings } from '../../lib/settings';
import { emptyDay } from '../../lib/tally/counts';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';

const at = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 9, day, hour, minute, second).getTime();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  fakeBrowser.reset();
  await speak('zh_CN');
  await readingDb().days.clear();
});
afterEach(() => void vi.useRealTimers());

function Popup(props: { loaded: Settings }) {
  return <PopupScreen {...usePopup(props.loaded)} />;
}

function Options(props: { loaded: Settings }) {
  return <OptionsScreen {...useOptions(props.loaded)} />;
}

describe('the popup at night', () => {
  async function seedEvening(): Promise<void> {
    await readingDb().days.put({ ...emptyDay('2026-10-15|wechat|防汛值守群'), messages: 250 });
    await readingDb().days.put({ ...emptyDay('2026-10-16|wechat|防汛值守群'), messages: 17 });
  }

  test.each([
    [2, 30, 4, '250'],
    [3, 59, 4, '250'],
    [4, 0, 4, '17'],
    [2, 30, 0, '17'],
  ])('shows the day that it still is: at %i:%i with a start at %i', async (...row) => {
    const [hour, minute, dayStartHour, messages] = row;
    vi.setSystemTime(at(16, hour, minute));
    await seedEvening();
    const loaded = { ...DEFAULT_SETTINGS, welcomed: true, dayStartHour };
    const root = show(<Popup loaded={loaded} />);
    await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain(messages));
  });

  test('goes on to the new day when it starts while the page is open', async () => {
    vi.setSystemTime(at(16, 3, 59, 50));
    await seedEvening();
    const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
    await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain('250'));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(root.querySelector('.counts')?.textContent).toContain('17'));
  });

  test('pauses until the day ends', async () => {
    vi.setSystemTime(at(16, 2, 30));
    const root = show(<Popup loaded={{ ...DEFAULT_SETTINGS, welcomed: true }} />);
    const pauses = root.querySelector<HTMLElement>('.switches') ?? root;
    control(pauses, '今天').click();
    await vi.waitFor(async () => expect((await loadSettings()).pausedUntil).toBe(at(16, 4)));
  });
});

test('“today” in the settings is the day that it still is at night: no more is erased than the popup shows', async () => {
  vi.setSystemTime(at(16, 2, 30));
  const sent = vi
    .spyOn(fakeBrowser.runtime, 'sendMessage')
    .mockResolvedValue({ ok: true, value: null } as never);
  const root = show(<Options loaded={DEFAULT_SETTINGS} />);
  await vi.advanceTimersByTimeAsync(50);
  control(root, '清除…').click();
  await vi.advanceTimersByTimeAsync(50);
  expect(root.querySelector('dialog')?.textContent).toContain('10月15日');
  control(root, '清除').click();
  type Told = { name: string; request: unknown };
  const erased = () =>
    sent.mock.calls.map(([told]) => told as unknown as Told).find(({ name }) => name === 'erase');
  await vi.waitFor(() => expect(erased()).toBeDefined());
  expect(erased()).toMatchObject({
    request: { what: 'days', from: '2026-10-15', to: '2026-10-15' },
  });
});

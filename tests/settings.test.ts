import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, NUMBER_BOUNDS, type Settings } from '../lib/default-settings';
import { loadSettings, saveSettings, watchSettings } from '../lib/settings';
import { LATEST_DAY_START } from '../lib/tally/hand-over';

beforeEach(() => fakeBrowser.reset());

function store(settings: unknown): Promise<void> {
  return fakeBrowser.storage.local.set({ settings });
}

test.each([[undefined], [null], [7], ['damaged'], [[]], [{}]])(
  'settings stored as %j are the defaults',
  async (stored) => {
    await store(stored);
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  },
);

test('settings from before a setting was there keep what they say', async () => {
  const { dayStartHour: _, pace: __, ...older } = DEFAULT_SETTINGS;
  await store({ ...older, windowDays: 7 });
  expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, windowDays: 7 });
});

test.each([[0], [1], [4], [6]])('a day may start at %i', async (dayStartHour) => {
  await saveSettings({ dayStartHour });
  expect((await loadSettings()).dayStartHour).toBe(dayStartHour);
});

test.each([[-1], [7], [24], [2.5], ['4'], [null], [true], [{}]])(
  'a start of the day stored as %j is the default',
  async (dayStartHour) => {
    await store({ ...DEFAULT_SETTINGS, windowDays: 7, dayStartHour });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, windowDays: 7 });
  },
);

test('a day starts no later than what a tally file may say of it', () => {
  expect(NUMBER_BOUNDS.dayStartHour.max).toBe(LATEST_DAY_START);
});

test('every number has its default within its bounds, and is replaced by it outside of them', async () => {
  const names = Object.keys(NUMBER_BOUNDS) as (keyof typeof NUMBER_BOUNDS)[];
  for (const name of names) {
    const { min, max } = NUMBER_BOUNDS[name];
    const read = async (value: number): Promise<Settings> => {
      await store({ ...DEFAULT_SETTINGS, [name]: value });
      return loadSettings();
    };
    expect(await read(min)).toMatchObject({ [name]: min });
    expect(await read(max)).toMatchObject({ [name]: max });
    expect(await read(min - 1)).toEqual(DEFAULT_SETTINGS);
    expect(await read(max + 1)).toEqual(DEFAULT_SETTINGS);
  }
});

test('who watches gets checked settings, too', async () => {
  const heard = vi.fn();
  watchSettings(heard);
  await store({ ...DEFAULT_SETTINGS, dayStartHour: 99, pace: 'quick' });
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(DEFAULT_SETTINGS));
});

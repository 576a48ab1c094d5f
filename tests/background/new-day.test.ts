import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { everyNewDay } from '../../lib/background/new-day';
import { saveSettings } from '../../lib/settings';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('the work of a new day', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  const at = (day: number, hour: number, minute = 0) =>
    new Date(2026, 9, day, hour, minute).getTime();
  const alarm = { name: 'new-day', scheduledTime: 0, persistAcrossSessions: true };

  test.each([
    [at(16, 3, 59), at(16, 4)],
    [at(16, 4), at(17, 4)],
    [at(16, 23, 59), at(17, 4)],
  ])('is set for when the day starts: at %d for %d', async (now, when) => {
    vi.setSystemTime(now);
    const create = vi.spyOn(browser.alarms, 'create');
    everyNewDay(() => {});
    await vi.waitFor(() => expect(create).toHaveBeenCalledWith('new-day', { when }));
  });

  test('is done then, and the next one is set', async () => {
    vi.setSystemTime(at(16, 3, 59));
    const create = vi.spyOn(browser.alarms, 'create');
    const work = vi.fn();
    everyNewDay(work);
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(work).not.toHaveBeenCalled();
    vi.setSystemTime(at(16, 4));
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    expect(work).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(create).toHaveBeenLastCalledWith('new-day', { when: at(17, 4) }));
  });

  test.each([
    ['on waking after the day began, a chat speaks before the alarm rings', at(16, 9), 1],
    ['the day begins just now', at(16, 4), 1],
    ['the worker starts again before that', at(16, 3, 59), 0],
  ])('is done once where %s', async (_, now, times) => {
    await browser.alarms.create('new-day', { when: at(16, 4) });
    vi.setSystemTime(now);
    const create = vi.spyOn(browser.alarms, 'create');
    const work = vi.fn();
    everyNewDay(work);
    await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
    expect(work).toHaveBeenCalledTimes(times);
  });

  test('is set anew when the user lets the day start at another hour', async () => {
    vi.setSystemTime(at(16, 3));
    const create = vi.spyOn(browser.alarms, 'create');
    everyNewDay(() => {});
    await vi.waitFor(() => expect(create).toHaveBeenLastCalledWith('new-day', { when: at(16, 4) }));
    await saveSettings({ dayStartHour: 0 });
    await vi.waitFor(() => expect(create).toHaveBeenLastCalledWith('new-day', { when: at(17, 0) }));
  });
});

test('on a computer that is off at night, the work of a new day is done when the browser starts', async () => {
  const work = vi.fn();
  everyNewDay(work);
  await fakeBrowser.runtime.onStartup.trigger();
  expect(work).toHaveBeenCalledOnce();
});

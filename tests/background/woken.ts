import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background';

/** What the browser calls with every message. */
export type Listener = (
  call: unknown,
  sender: unknown,
  respond: (result: unknown) => void,
) => unknown;

/** Every event that may wake the background. */
export const EVENTS = () => [
  browser.runtime.onMessage,
  browser.runtime.onInstalled,
  browser.contextMenus.onClicked,
  browser.commands.onCommand,
  browser.alarms.onAlarm,
  browser.permissions.onAdded,
  browser.permissions.onRemoved,
];

/** Gives the fake browser what the background asks of a real one. Call before each test. */
export function prepareBrowser(): void {
  fakeBrowser.reset();
  fakeBrowser.i18n.getMessage = vi.fn((name: string) => name);
  fakeBrowser.runtime.getManifest = vi.fn(() => ({ version: '1.0.0' }) as never);
  const nothing = vi.fn(async () => {});
  Object.assign(fakeBrowser.action, {
    setBadgeText: nothing,
    setTitle: nothing,
    setBadgeBackgroundColor: nothing,
  });
  Object.assign(fakeBrowser.contextMenus, { onClicked: { addListener: vi.fn() } });
  for (const event of ['onAdded', 'onRemoved']) {
    Object.assign(fakeBrowser.permissions, { [event]: { addListener: vi.fn() } });
  }
  Object.assign(fakeBrowser.commands, { onCommand: { addListener: vi.fn() } });
}

/** Wakes the real background and returns what listens to messages. */
export function wake(): Listener {
  const add = vi.spyOn(browser.runtime.onMessage, 'addListener').mockClear();
  background.main();
  return add.mock.calls.at(-1)?.[0] as unknown as Listener;
}

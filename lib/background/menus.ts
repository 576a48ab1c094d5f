import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { loadSettings, saveSettings } from '../settings';
import { nextDayStart } from '../tally/local-day';
import { activeHealth, toggleFolds } from './toggle-folds';

type Tab = { id?: number | undefined };
type Item = {
  title: () => string;
  inPage: boolean;
  run: (tab: Tab | undefined) => Promise<unknown>;
};

const QUARTER_MS = 15 * 60 * 1000;

/** Everything in the menus. Six fit in the toolbar button's menu. */
const ITEMS: Record<string, Item> = {
  toggle: { title: () => i18n.t('menu_toggle_folds'), inPage: true, run: toggleFolds },
  pauseQuarter: {
    title: () => i18n.t('menu_pause_quarter'),
    inPage: true,
    run: () => saveSettings({ pausedUntil: Date.now() + QUARTER_MS }),
  },
  pauseToday: {
    title: () => i18n.t('menu_pause_today'),
    inPage: true,
    run: pauseToday,
  },
  pauseChat: { title: () => i18n.t('menu_pause_chat'), inPage: true, run: pauseChat },
  resume: { title: () => i18n.t('menu_resume'), inPage: true, run: resume },
  options: {
    title: () => i18n.t('menu_options'),
    inPage: false,
    run: () => browser.runtime.openOptionsPage(),
  },
};

/** Builds the menus: all items on the toolbar button, most of them on chat pages too. `chatPages`: match patterns. */
export async function buildMenus(chatPages: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [name, { title, inPage }] of Object.entries(ITEMS)) {
    browser.contextMenus.create({ id: `action:${name}`, title: title(), contexts: ['action'] });
    if (!inPage) continue;
    browser.contextMenus.create({
      id: `page:${name}`,
      title: title(),
      contexts: ['page', 'selection'],
      documentUrlPatterns: [...chatPages],
    });
  }
}

/** Does what is chosen. Registers at once; `onDone` is told of each piece of work. */
export function followMenus(onDone: (work: Promise<unknown>) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) =>
    onDone(runMenuItem(menuItemId, tab)),
  );
}

/** Does what the chosen item says. */
export async function runMenuItem(id: string | number, tab: Tab | undefined): Promise<void> {
  await ITEMS[String(id).replace(/^(action|page):/, '')]?.run(tab);
}

/** Until the day of the tally ends, as in the popup. */
async function pauseToday(): Promise<void> {
  const { dayStartHour } = await loadSettings();
  await saveSettings({ pausedUntil: nextDayStart(Date.now(), dayStartHour) });
}

async function pauseChat(tab: Tab | undefined): Promise<void> {
  const chat = await shownChat(tab);
  if (chat === null) return;
  const { pausedChats } = await loadSettings();
  await saveSettings({ pausedChats: [...new Set([...pausedChats, chat])] });
}

async function resume(tab: Tab | undefined): Promise<void> {
  const chat = await shownChat(tab);
  const { pausedChats } = await loadSettings();
  await saveSettings({ pausedUntil: 0, pausedChats: pausedChats.filter((each) => each !== chat) });
}

async function shownChat(tab: Tab | undefined): Promise<string | null> {
  const health = await activeHealth(tab);
  return health?.chat ? `${health.site}:${health.chat}` : null;
}

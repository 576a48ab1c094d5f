import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { loadSafety, watchSafety } from '../safety/state';
import { loadSettings, watchSettings } from '../settings';
import type { TallyDb } from '../tally/db';
import { dayOf } from '../tally/local-day';
import { foldedOn } from '../tally/query';

/** The deep teal of the icon. */
const COLOUR = '#0f5c63';

/** The brown of a bar that warns; white on it is read well. */
const WARNING = '#9a4b00';

/** Shows the badge, and anew whenever what it depends on beside the tally has changed. */
export function keepBadge(show: () => void): void {
  watchSettings(show);
  watchSafety(show);
  show();
}

/**
 * Shows how many messages were folded today; nothing when none was, or when the user wants no badge. While nothing is
 * recorded it says that instead: who does not open the popup would not learn of it.
 */
export async function showBadge(db: TallyDb): Promise<void> {
  const { badge, dayStartHour } = await loadSettings();
  const { trouble } = await loadSafety();
  if (trouble !== null) {
    await browser.action.setBadgeBackgroundColor({ color: WARNING });
    await browser.action.setBadgeText({ text: badge ? '!' : '' });
    await browser.action.setTitle({ title: i18n.t('badge_trouble') });
    return;
  }
  const folded = badge ? await foldedOn(dayOf(Date.now(), dayStartHour), db) : 0;
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeText({ text: folded > 0 ? badgeText(folded) : '' });
  const title = folded > 0 ? i18n.t('badge_title', folded) : i18n.t('extension_name');
  await browser.action.setTitle({ title });
}

/**
 * Marks a tab whose page is not understood, or takes the mark away; the browser does so itself when the tab goes elsewhere.
 * Who wants no badge has the words alone.
 */
export async function showLost(tabId: number | undefined, isLost: boolean): Promise<null> {
  if (tabId === undefined) return null;
  const { badge } = await loadSettings();
  const isMarked = isLost && badge;
  await browser.action.setBadgeBackgroundColor({ tabId, color: isMarked ? WARNING : COLOUR });
  // Null: what holds for all tabs. The types know of a text only.
  await browser.action.setBadgeText({ tabId, text: (isMarked ? '!' : null) as string });
  await browser.action.setTitle({ tabId, title: isLost ? i18n.t('badge_lost') : '' });
  return null;
}

/** Four characters fit. */
export function badgeText(count: number): string {
  return count > 9999 ? `${Math.floor(count / 1000)}k` : String(count);
}

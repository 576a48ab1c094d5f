import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { loadSettings } from '../settings';
import type { TallyDb } from '../tally/db';
import { dayOf } from '../tally/local-day';
import { foldedOn } from '../tally/query';

/** The deep teal of the icon. */
const COLOUR = '#0f5c63';

/** Shows how many messages were folded today; nothing when none was, or when the user wants no badge. */
export async function showBadge(db: TallyDb): Promise<void> {
  const { badge, dayStartHour } = await loadSettings();
  const folded = badge ? await foldedOn(dayOf(Date.now(), dayStartHour), db) : 0;
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeText({ text: folded > 0 ? badgeText(folded) : '' });
  const title = folded > 0 ? i18n.t('badge_title', folded) : i18n.t('extension_name');
  await browser.action.setTitle({ title });
}

/** Four characters fit. */
export function badgeText(count: number): string {
  return count > 9999 ? `${Math.floor(count / 1000)}k` : String(count);
}

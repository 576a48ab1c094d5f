import { i18n } from '#i18n';
import { icsOf } from '../export/ics';
import type { DigestEntry } from '../tally/digest';
import { dayOf } from '../tally/local-day';

/** Chats that are named in a calendar entry; it only has to say where to look. */
const NAMED_CHATS = 5;

/** A calendar file for the deadline of an entry, and its name; null where there is no deadline. `now`: Unix ms. */
export function calendarFile(
  { id, newest, earlier, deadline }: DigestEntry,
  now: number,
): { name: string; content: Blob } | null {
  if (deadline === null) return null;
  const chats = new Set(newest.sightings.map(({ chat }) => chat).filter(Boolean));
  const text = icsOf(
    {
      id,
      sequence: earlier.length,
      deadline,
      title: i18n.t('digest_calendar_title', {
        title: newest.title || newest.excerpt || i18n.t('digest_untitled'),
      }),
      details: [newest.excerpt, [...chats].slice(0, NAMED_CHATS).join(i18n.t('list_separator'))]
        .filter(Boolean)
        .join('\n'),
    },
    now,
  );
  const content = new Blob([text], { type: 'text/calendar;charset=utf-8' });
  // A deadline is on a day of the calendar, whenever the tally's days begin.
  return { name: `fingerlight-${dayOf(deadline, 0)}.ics`, content };
}

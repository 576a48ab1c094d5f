import { list, object, oneOf, orNull, plainObject, type Shape, text } from '../import/shape';
import type { EraseRequest, GroupNotes } from '../messages/protocol';
import type { Disposal } from '../tally/rows';

/** Far more groups than anybody is in. */
const MOST_GROUPS = 100_000;
/** Longest note as it is typed, in UTF-16 units; the tally keeps less. */
const LONGEST = 100_000;

const site = text(40, /^[a-z0-9-]+$/);
const chat = text(500);
const day = text(10, /^\d{4}-\d{2}-\d{2}$/);
const typed = text(LONGEST);

const notes: Shape<GroupNotes> = object<GroupNotes>({
  ...{ site, chat, purpose: typed, owner: typed, unit: typed, note: typed },
  disposal: orNull(oneOf<Disposal>('keep', 'merge', 'dissolve', 'regulate')),
});

const erased: { [K in EraseRequest['what']]: Shape<Extract<EraseRequest, { what: K }>> } = {
  everything: object<{ what: 'everything' }>({ what: oneOf('everything') }),
  days: object<{ what: 'days'; from: string; to: string }>({
    what: oneOf('days'),
    ...{ from: day, to: day },
  }),
  chat: object<{ what: 'chat'; site: string; chat: string }>({ what: oneOf('chat'), site, chat }),
};

/** What is noted of groups, every field checked: what is stored in another shape could not be told from damage. Throws `WrongShape`. */
export function readGroupNotes(request: unknown): GroupNotes[] {
  return list(notes, MOST_GROUPS)(request, 'notes');
}

/** What is to be erased; nothing is taken for something else. Throws `WrongShape`. */
export function readErase(request: unknown): EraseRequest {
  const what = oneOf<EraseRequest['what']>('everything', 'days', 'chat');
  return erased[what(plainObject(request, 'erase').what, 'what')](request, 'erase');
}

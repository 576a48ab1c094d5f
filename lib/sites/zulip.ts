import { findBeside } from './beside';
import { displayedText } from './displayed-text';
import { outerRowOf, outerRows } from './outer-row';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { contentOf, pictureOf } from './zulip-content';
import { shownTime } from './zulip-time';

/** Selectors of Zulip's web client: its templates of 2021 to 2026 (single_message, message_body, recipient_row). */
const LISTS = '.message-list, .message_table, .focused-message-list';
const FOCUSED = '.focused-message-list, .focused_table';
const ROW = '.message_row[data-message-id], .message_row[zid]';
const GROUP = '.recipient_row';
const STREAM = '.message_header_stream';
const STREAM_NAME = '.message-header-stream-name, .stream_label';
const TOPIC = '.stream-topic-inner, .narrows_by_topic';
const PRIVATE = '.private_message_header_name, .message_header_private_message .stream_label';
const NAME = '.sender_name_text';
const AVATAR =
  '.inline_profile_picture img, .inline-profile-picture img, img.inline_profile_picture';
const OWN_AVATAR = '#personal-menu img, img.header-button-avatar';
/** The user's own line in the list of people, which may be closed. */
const OWN_LINE = '.user_sidebar_entry_me[data-user-id]';
const EDITED = '.message_edit_form form, .message_edit_form textarea';
/** A message of somebody whom the user has muted shows none of its words. */
const MUTED = '.muted-message-sender, .message_hidden_dialog, .reveal_hidden_message';

/** Rows that are looked through for the head of a run. */
const LONGEST_RUN = 60;

export const zulip: Site = {
  id: 'zulip',
  // It is installed on any host; the user names the address.
  matches: [],
  isHere: (document) =>
    document.querySelector('#message_feed_container, #message-lists-container') !== null,
  // Rows lie in normal flow and are measured by the browser.
  rememberedHeights: false,
  // A narrowed view is another list beside the first.
  stage: (document) => document.body,
  watchedAttributes: ['class', 'data-message-id', 'data-stream-id', 'zid'],
  openChat,
  scroller: (document) => {
    const list = listOf(document);
    return (
      list?.closest<HTMLElement>(
        '.simplebar-content-wrapper, .message-feed, #message_feed_container',
      ) ?? list
    );
  },
  rows: (document) => outerRows(listOf(document), ROW),
  rowOf,
  read,
  picture: pictureOf,
  // A message that is taken back leaves the page.
  isRecalled: () => false,
  parts,
  ownNames: () => [],
};

/** Lists of views that were left stay in the page. */
function listOf(document: Document): HTMLElement | null {
  const focused = document.querySelector<HTMLElement>(FOCUSED);
  if (focused) return focused;
  const lists = [...document.querySelectorAll<HTMLElement>(LISTS)].filter((list) =>
    list.querySelector(ROW),
  );
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** One conversation: a topic of a channel, or the same people. A view that mixes several has no open chat. */
function openChat(document: Document): OpenChat | null {
  const groups = [...(listOf(document)?.querySelectorAll(GROUP) ?? [])];
  const [first, ...others] = groups.map(conversationOf);
  if (!first || others.some((other) => other?.sessionId !== first.sessionId)) return null;
  return first;
}

function conversationOf(group: Element): OpenChat | null {
  const stream = group.querySelector(STREAM);
  if (stream) {
    const [channel, topic] = [STREAM_NAME, TOPIC].map((part) =>
      wordsOf(stream.querySelector(part)),
    );
    if (!channel || !topic) return null;
    const sessionId = `${stream.getAttribute('data-stream-id') ?? channel} ${topic}`;
    return { sessionId, name: `${channel} > ${topic}`, isGroup: true };
  }
  const people = wordsOf(group.querySelector(PRIVATE));
  if (people === '') return null;
  const ids = peopleIn(group.querySelector('.message_header_private_message a[href]'));
  const isGroup = ids === null ? /[,，、]/.test(people) : ids.includes(',');
  return { sessionId: ids === null ? people : `dm ${ids}`, name: people, isGroup };
}

/** "#narrow/dm/9,12-group" names the others by number: two people may have one name, and a name may hold a comma. */
function peopleIn(link: Element | null): string | null {
  const found = /#narrow\/(?:dm|pm-with)\/([\d,]+)(?:-|\/|$)/.exec(
    link?.getAttribute('href') ?? '',
  );
  return found?.[1] ?? null;
}

function wordsOf(element: Element | null): string {
  return element ? displayedText(element).replace(/\s+/g, ' ') : '';
}

function rowOf(node: Node): HTMLElement | null {
  const row = outerRowOf(node, ROW);
  return row && listOf(row.ownerDocument)?.contains(row) ? row : null;
}

function read(row: HTMLElement): ReadMessage | null {
  if (row.matches(MUTED) || row.querySelector(MUTED)) return null;
  const id = row.getAttribute('data-message-id') ?? row.getAttribute('zid') ?? '';
  // While it is being sent it has a number with a fraction, which stands for its place.
  const isSending = row.matches('.local, .locally-echoed') || /^\d+\.\d+$/.test(id);
  if (!isSending && !/^\d{1,19}$/.test(id)) throw new Error('unknown id');
  const content = contentOf(row);
  if (content === null) return null;
  const head = headOf(row);
  return {
    id: isSending ? null : id,
    own: isSending || (head !== null && isOwn(head)),
    sender: wordsOf(head?.querySelector(NAME) ?? null),
    ...shownTime(row, row.closest(GROUP)),
    ...content,
    ...(row.matches('.direct_mention, .group_mention') ? { mentionsMe: true } : {}),
  };
}

/** The row that begins the run names its sender; runs end with their group. */
function headOf(row: HTMLElement): HTMLElement | null {
  if (row.querySelector(NAME)) return row;
  const group = row.closest(GROUP);
  if (!group) return null;
  return findBeside<HTMLElement>(row, group, 'previousElementSibling', LONGEST_RUN, (place) =>
    place.matches(ROW) && place.querySelector(NAME) ? (place as HTMLElement) : null,
  );
}

/**
 * The user's own picture stands in the bar above, in another size. Where people have no pictures all show the same one:
 * then the list of people tells the user's number.
 */
function isOwn(head: Element): boolean {
  const page = head.ownerDocument;
  const mine = pictureName(page.querySelector(OWN_AVATAR));
  if (mine !== '') return pictureName(head.querySelector(AVATAR)) === mine;
  const me = page
    .getElementById('right-sidebar')
    ?.querySelector(OWN_LINE)
    ?.getAttribute('data-user-id');
  return /^\d+$/.test(me ?? '') && head.querySelector(`.u-${me}`) !== null;
}

/** A picture that one person alone has: uploaded, or by a hash of the address. "" for any other. */
function pictureName(image: Element | null): string {
  const path = (image?.getAttribute('src') ?? '').split('?')[0] ?? '';
  const isPersonal = /\/user_avatars\/|[0-9a-f]{32}/.test(path);
  return isPersonal ? path.replace(/^https?:\/\/[^/]+/, '').replace(/-medium(?=\.png$)/, '') : '';
}

/** Day lines and marks of unread messages lie beside the box, and stay visible. */
function parts(row: HTMLElement): RowParts | null {
  const box = row.querySelector<HTMLElement>(':scope > .messagebox');
  return box && !row.querySelector(EDITED) ? { host: row, hide: [box], aside: box } : null;
}

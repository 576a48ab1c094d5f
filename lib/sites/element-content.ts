import { blockText } from './block-text';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { isMedia } from './element-state';
import { linksIn, onlyLink, textWithLinks } from './links';
import { shownSize } from './shown-size';

/** Selectors of a message's content: Element Web's source of 2024-09 and of 2026 (the bodies of its shared components). */
const QUOTES =
  '.mx_ReplyChain, .mx_ReplyChain_wrapper, .mx_ReplyTile, .mx_ThreadSummary, [data-testid="event-tile-slot-replyChain"], [data-testid="event-tile-slot-threadInfo"]';
const BODY = '.mx_EventTile_body';
const MEDIA: readonly [selector: string, kind: 'image' | 'voice' | 'video'][] = [
  ['.mx_MVideoBody', 'video'],
  ['.mx_MVoiceMessageBody, .mx_MAudioBody, .mx_AudioPlayer_container', 'voice'],
  ['.mx_MImageBody, .mx_ImageBody, .mx_MStickerBody_wrapper', 'image'],
];
const FILE = '.mx_MFileBody';
/** The name and, in brackets, the size: of 2026 and of 2021-2025. */
const FILE_LABEL = '.mx_MFileBody_info_filename, [data-type="info"] button > span';
const PLACE = '.mx_MLocationBody, .mx_MBeaconBody';
const POLL = '.mx_MPollBody';
const POLL_WORDS =
  'h2, [data-testid="pollQuestion"], .mx_PollOption_optionText, .mx_MPollBody_optionText';
const STAND_IN = '.mx_DecryptionFailureBody, .mx_UnknownBody, .mx_HiddenBody, .mx_MjolnirBody';
/** Lines of the room, calls, and a box in which a message is being edited. */
const NO_MESSAGE =
  '.mx_EventTileBubble, .mx_TextualEvent, .mx_LegacyCallEvent, .mx_CallEvent, .mx_RoomAvatarEvent, .mx_ViewSourceEvent, .mx_MJitsiWidgetEvent, .mx_EditMessageComposer, .mx_EditWysiwygComposer';
const SKIP =
  'mx-reply, .mx_BaseAvatar, .mx_EventTile_lineNumbers, .mx_EventTile_edited, [data-textual-body-edited-marker], .mx_EventTile_pendingModeration, .mx_MPollBody_edited';

/** The first element of a row that matches and is the message's own: not of a quote, not of a thread's last reply. */
export function ownPart(row: Element, selector: string): HTMLElement | null {
  for (const found of row.querySelectorAll<HTMLElement>(selector)) {
    if (!found.closest(QUOTES)) return found;
  }
  return null;
}

/** What the event's line says; null where it is no message, or its words are not drawn yet. Throws on an unknown body. */
export function contentOf(line: Element): Content | null {
  if (isMedia(line)) return mediaContent(line);
  const body = ownPart(line, BODY);
  if (body) return wordsContent(body);
  if (ownPart(line, PLACE)) return bare('location');
  const poll = ownPart(line, POLL);
  if (poll) return pollContent(poll);
  const other = ownPart(line, STAND_IN);
  if (other) return standIn(blockText(other, SKIP));
  if (ownPart(line, NO_MESSAGE)) return null;
  throw new Error('unknown body');
}

/** The picture of a message that is one. */
export function pictureOf(line: Element): HTMLImageElement | null {
  const media = mediaOf(line);
  return media?.kind === 'image' ? media.element.querySelector('img') : null;
}

/** The page marks in the text that the user is named. "@room" names everybody, and nobody. */
export function isNamed(line: Element): boolean {
  return ownPart(line, `${BODY} .mx_UserPill_me`) !== null;
}

function wordsContent(body: Element): Content | null {
  const text = blockText(body, SKIP);
  const links = linksIn(body, (link) => blockText(link, SKIP), `${SKIP}, .mx_Pill`);
  const only = onlyLink(text, links);
  if (only) return linkContent(text, only.written, '');
  return text === '' ? null : textWithLinks(text, links);
}

function mediaOf(line: Element) {
  if (!isMedia(line)) return null;
  for (const [selector, kind] of MEDIA) {
    const element = ownPart(line, selector);
    if (element) return { kind, element };
  }
  return null;
}

/** A picture or a file may have words of its own below it. */
function mediaContent(line: Element): Content {
  const caption = ownPart(line, BODY);
  const { text, oversize } = textContent(caption ? blockText(caption, SKIP) : '');
  const rest = { text, ...(oversize ? { oversize } : {}) };
  const media = mediaOf(line);
  if (media) return { ...bare(media.kind), ...rest };
  const file = ownPart(line, FILE);
  if (file) return { ...shownFile(file), ...rest };
  // The file tile of late 2026 has no names of its own: its words are shown, but nothing is taken for a copy by them.
  const content = ownPart(line, '.mx_EventTile_content');
  if (content) return standIn(blockText(content, SKIP));
  throw new Error('unknown media');
}

/** "防汛物资台账（一…xlsx (1.12 KB)": a long name is shortened by the page. */
function shownFile(file: Element): Content {
  const label = file.querySelector(FILE_LABEL);
  if (!label) throw new Error('no file name');
  const shown = blockText(label, SKIP);
  const size = /\s*\(([^()]*)\)$/.exec(shown);
  const name = size ? shown.slice(0, size.index) : shown;
  return fileContent(name, shownSize(size?.[1] ?? ''), false);
}

/** The question and what may be chosen, without the votes. */
function pollContent(poll: Element): Content | null {
  const words = [...poll.querySelectorAll(POLL_WORDS)].map((part) => blockText(part, SKIP));
  const text = words.filter((line) => line !== '').join('\n');
  return text === '' ? null : textContent(text);
}

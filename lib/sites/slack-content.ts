import { blockText } from './block-text';
import { type Content, fileContent, linkContent, standIn } from './content';
import { linksIn, onlyLink, type TextLink, textWithLinks } from './links';
import { outerRows } from './outer-row';
import { shownSize } from './shown-size';

/** Selectors of a message's content: saved pages of 2021, 2024 and 2025; extensions of 2026 that read it name them, too. */
const BODY = '[data-qa="message_content"], .c-message_kit__gutter__right';
/** "Also sent to the channel", "Saved": over the message, in a column of the same name. */
const LABELS = '.c-message_kit__labels';
const TEXT =
  '.c-message_kit__blocks, [data-qa="message-text"], .c-message_kit__text, .c-message__body';
/** A preview, a message that is shared, or what an app says. */
export const CARD =
  '.c-message_attachment, .c-message_attachment_v2, [data-qa="forwarded_message_card"]';
const SHARED = '[data-qa="forwarded_message_card"], [data-qa="message_attachment_slack_msg_text"]';
const SHARED_TEXT = '[data-qa="message_attachment_slack_msg_text"]';
const FILES = '.c-files_container, [data-qa="message_kit_files"]';
const FILE = '.c-pillow_file_container, .c-pillow_file, .c-file_entity';
const FILE_NAME = '[data-qa="file_name"], .c-pillow_file__title, .c-file_name';
/** The page seldom shows a file's size, and the words of a short one. */
const FILE_ABOUT =
  '[data-qa="file-entity-metadata-description"], .c-pillow_file__description, .c-pillow_file__size__action';
const IMAGE_BLOCK = '.p-image_block, .c-image_block';
const PICTURE = `[data-qa="message_file_image_thumbnail"], .p-file_image_thumbnail__wrapper, ${IMAGE_BLOCK}`;
const VIDEO = '.p-video_message_file, video';
/** The class is a guess; the element is none. */
const VOICE = '.p-audio_message_file, audio';
const ATTACHED = `${FILE}, ${PICTURE}, ${VIDEO}, ${VOICE}`;
const CARD_MEDIA = `${ATTACHED}, .c-message_attachment__image, .c-message_attachment__media, [data-qa="unfurl_image"]`;
/** Of a long text the page holds the beginning alone until this is pressed. */
const CUT =
  '[data-qa="block_kit_text_truncation"], .c-rich_text_expand_button, .c-message_attachment__text_expander';
const MENTION =
  '[data-member-id], [data-stringify-type="mention"], [data-stringify-type="channel"], [data-channel-id], .c-member_slug, .c-mrkdwn__user_group, .c-channel_name';
/** The page marks a name of the user, and of a group that he is in; what is said to everybody is marked otherwise. */
const NAMED = '.c-member_slug--mention, .c-mrkdwn__user_group--mention';
const NOT_SAID = [
  '.c-message__edited_label, [data-qa="message_edited_label"], [data-stringify-ignore="true"]',
  '.c-message__broadcast_preamble_outer, .c-message__broadcast_preamble, [data-qa*="broadcast_preamble"]',
  '.c-message__broadcast_preamble_link, .c-message__broadcast_footer, .c-reaction_bar, .c-message__reply_bar',
  `${CUT}, .c-button, .c-button-unstyled, .p-actions_block, .c-message_actions__container`,
  `.offscreen, .sr-only, [hidden], .line-number, pre [class*="header__"]`,
  `${IMAGE_BLOCK}, img:not([data-stringify-emoji])`,
].join(', ');
const WORDS_SKIP = `${NOT_SAID}, ${CARD}, ${FILES}, ${ATTACHED}`;
const CARD_SKIP = `${NOT_SAID}, ${CARD_MEDIA}, .c-message_attachment__footer, [data-qa="attachment-footer"], [data-qa="message_attachment_footer"]`;
/** What stands in a message beside its words and cards. */
const REST_SKIP = `${WORDS_SKIP}, ${LABELS}, .c-message__sender, [data-qa="message_sender"], .c-app_badge, .c-timestamp`;

/** The column with name, hour and words; null where a row has none. */
function bodyOf(row: Element): Element | null {
  return [...row.querySelectorAll(BODY)].find((each) => !each.closest(LABELS)) ?? null;
}

/**
 * What a message says; null before anything of it is drawn. Throws where it has no column for it.
 * @param isApp it was written by an app: then no card in it is a mere preview
 */
export function contentOf(row: Element, isApp: boolean): Content | null {
  const body = bodyOf(row);
  if (!body) throw new Error('no content');
  const { said, links, isPart: isCardUnread } = saidIn(body, isApp);
  const attached = attachedIn(body);
  const isFileUnread = attached.length === 0 && body.querySelector(FILES) !== null;
  const content =
    attached.length > 0 ? withAttached(attached, said, links) : wordsAlone(body, said, links);
  const isCut = body.querySelector(CUT) !== null;
  const isPart = isCardUnread || isFileUnread || isCut || attached.length > 1;
  // What is not read whole never folds.
  return content && isPart ? { ...content, oversize: true } : content;
}

/** The picture of a message that is one. */
export function pictureOf(row: Element): HTMLImageElement | null {
  const body = bodyOf(row);
  const attached = body ? attachedIn(body) : [];
  const [first] = attached;
  const isPicture = first?.matches(PICTURE) && !attached.some((each) => each.matches(FILE));
  return first && isPicture ? first.querySelector('img') : null;
}

/** The words name the user. */
export function isNamed(row: Element, me: string): boolean {
  const own = me === '' ? NAMED : `${NAMED}, [data-member-id="${me}"]`;
  return textsIn(bodyOf(row) ?? row).some((text) =>
    [...text.querySelectorAll(own)].some((mark) => !mark.closest(CARD)),
  );
}

function textsIn(body: Element): HTMLElement[] {
  return outerRows(body, TEXT).filter((text) => !text.closest(CARD));
}

/** `isPart`: a card holds more than was read of it. */
type Said = { said: string; links: TextLink[]; isPart: boolean };

/** A person's words, and what was shared with them; an app may say everything in cards. */
function saidIn(body: Element, isApp: boolean): Said {
  const texts = textsIn(body);
  const own = texts.flatMap((text) => linksOf(text, WORDS_SKIP));
  const pages = new Set(own.map(({ url }) => pageOf(url)).filter((page) => page !== ''));
  const fates = outerRows(body, CARD).map((card) => ({ card, fate: fateOf(card, pages, isApp) }));
  const cards = fates.flatMap(({ card, fate }) => (fate === 'said' ? [card] : []));
  const parts = cards.flatMap((card) => (isShared(card) ? outerRows(card, SHARED_TEXT) : [card]));
  const words = [
    ...texts.map((text) => blockText(text, WORDS_SKIP)),
    ...parts.map((part) => blockText(part, CARD_SKIP)),
  ];
  return {
    said: words.filter((each) => each !== '').join('\n'),
    links: [...own, ...parts.flatMap((part) => linksOf(part, CARD_SKIP))],
    isPart:
      fates.some(({ fate }) => fate === 'doubtful') ||
      cards.some((card) => card.querySelector(CARD_MEDIA) !== null),
  };
}

function isShared(card: Element): boolean {
  return card.matches(SHARED) || card.querySelector(SHARED) !== null;
}

/**
 * A card of a page or a message that the words lead to is a preview, which comes later and is none of them. Beside a link it
 * may be that page under another address; beside words that lead nowhere it is something that was shared.
 */
function fateOf(
  card: Element,
  pages: ReadonlySet<string>,
  isApp: boolean,
): 'said' | 'preview' | 'doubtful' {
  if (isApp || pages.size === 0) return 'said';
  const leads = linksIn(card, () => '').map(({ url }) => pageOf(url));
  if (leads.some((page) => pages.has(page))) return 'preview';
  return isShared(card) ? 'said' : 'doubtful';
}

/** An address without what follows "?" and a slash of the page's own; "" for none of the web. */
function pageOf(url: string): string {
  return /^https?:/i.test(url) ? (url.split(/[?#]/)[0] ?? '').replace(/\/$/, '') : '';
}

function linksOf(words: Element, skip: string): TextLink[] {
  return linksIn(words, (link) => blockText(link, skip), `${skip}, ${MENTION}`);
}

function wordsAlone(body: Element, said: string, links: readonly TextLink[]): Content | null {
  if (said === '') {
    const isEmpty =
      blockText(body, REST_SKIP) === '' && body.querySelector(`${CARD}, ${FILES}`) === null;
    return isEmpty ? null : standIn('[附加内容]');
  }
  const only = onlyLink(said, links);
  return only ? linkContent(only.words, only.url, '') : textWithLinks(said, links);
}

/** Files and pictures of the message itself. */
function attachedIn(body: Element): HTMLElement[] {
  return outerRows(body, ATTACHED).filter((each) => !each.closest(CARD));
}

/** With words beside it, it is one of several things said at once: told by both, and by the addresses behind the words. */
function withAttached(
  attached: readonly Element[],
  said: string,
  links: readonly TextLink[],
): Content {
  const { kind: _kind, ...rest } = textWithLinks(said, links);
  const files = attached.filter((each) => each.matches(FILE));
  const named = files.length > 0 ? withFiles(files) : null;
  if (named) return { ...named, ...rest };
  if (files.length > 0) {
    return said === '' ? standIn('[文件]') : { ...textWithLinks(said, links), oversize: true };
  }
  const [first] = attached;
  if (first?.matches(PICTURE)) return { kind: 'image', ...rest, ...keyOf(attached) };
  return { kind: first?.matches(VIDEO) ? 'video' : 'voice', ...rest };
}

/** The number of an uploaded picture; one that is shared again keeps it. */
function keyOf([picture, ...more]: readonly Element[]): Pick<Content, 'image'> {
  const key = picture?.getAttribute('data-file-id') ?? '';
  return more.length === 0 && /^F[A-Z0-9]{5,20}$/.test(key) ? { image: { key } } : {};
}

/** Of several files the names together; null where one has none. */
function withFiles(files: readonly Element[]): Content | null {
  const names = files.map((file) => {
    const name = file.querySelector(FILE_NAME);
    return name ? blockText(name, NOT_SAID) : '';
  });
  if (names.includes('')) return null;
  const sizes = files.map((file, index) =>
    shownSize((file.querySelector(FILE_ABOUT)?.textContent ?? '').replace(names[index] ?? '', ' ')),
  );
  const size = sizes.reduce((sum, each) => sum + each, 0);
  return fileContent(names.join('、'), size, false);
}

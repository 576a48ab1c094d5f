import { blockText } from './block-text';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';
import { linksIn, onlyLink, textWithLinks } from './links';
import { shownSize } from './shown-size';

/** Selectors of a message's content; semantic names only, as seen in working readers of 2024-11 to 2026-09. */
const BODY = '.message-content-container, .message-content';
const CARD = '.universal-card-root';
const TEXT = '.message-text, .richTextContainer, .richTextDocs, .message-post';
/** What the sender wrote; each may be there several times, a line in each. Buttons of a long text lie around it. */
const WRITTEN = '.richTextContainer, .richTextDocs, .text-only';
/**
 * Quotes of what is answered, and what is written beside a text: reactions, receipts, marks, buttons. Pictures say
 * nothing: that of an emoji stands beside its words.
 */
const BESIDE =
  '[class*="quote_reply"], [class*="referencePreview"], .message-reactions, .read-status-bar, .tips, .message-timestamp, [class*="edited" i], button, [role="button"], img';
const IMAGE =
  '.im-image-message img, .message-image img, .chat-image__wrapper img, img.messenger-image__img, img.messenger-image__img--white-bg, img.base-image__content, .rich-text-image img';
/** Seen guessed alike by two authors; the class of the size by none, so it is looked for in the words of the card. */
const FILE_NAME = '[class*="file_name" i], [class*="fileName" i], [class*="file-name" i]';
/** A long text has one of these below it: while the first stands there it is cut, and what lies behind may be as well. */
const MORE = /^(展开|展开全文|显示更多|Show more|Expand|View more)$/;
const LESS = /^(收起|收起全文|Show less|Collapse|View less)$/;
const EDITED = /[\s\u00a0]*[(（](已编辑|Edited)[)）]$/;
/** "file-message" among the row's classes names the kind. */
const KIND = /(?:^|\s)([a-z]+(?:-[a-z]+)*)-message(?=\s|$)/g;

/** What a message item says. Null while nothing of it is drawn. Throws on a kind that it does not know. */
export function readItem(item: Element): Content | null {
  const kinds = [...item.className.matchAll(KIND)].map(([, kind = '']) => kind);
  const card = item.querySelector(CARD);
  if (card) return wordsOf(card, card);
  const body = item.querySelector(BODY);
  if (!body) return null;
  if (kinds.includes('file')) return fileOf(body);
  if (kinds.some((kind) => /^(?:im-)?image$/.test(kind))) return bare('image');
  if (kinds.includes('audio')) return bare('voice');
  if (kinds.includes('video')) return bare('video');
  if (kinds.includes('text') || kinds.includes('post') || body.querySelector(TEXT)) {
    return textOf(body);
  }
  const [other] = kinds;
  if (other === undefined) throw new Error('unknown kind');
  // A sticker, a forwarded chat, a vote: nothing tells which one it is.
  return standIn(`[${other}]`);
}

/** The picture of a message that is one, or that has one among its words; those of a card are not the message's. */
export function pictureOf(row: Element): HTMLImageElement | null {
  const body = row.querySelector(CARD) ? null : row.querySelector(BODY);
  return body?.querySelector<HTMLImageElement>(IMAGE) ?? null;
}

function textOf(body: Element): Content | null {
  const text = body.querySelector(TEXT) ?? body;
  const said = wordsOf(text, body);
  const links = linksIn(text, displayedText, BESIDE);
  const only = onlyLink(said.text, links);
  if (only) return linkContent(said.text, only.written, '');
  // With a picture among the words nothing tells whether two such messages are the same.
  if (body.querySelector(IMAGE)) return { ...said, kind: 'image' };
  return said.text === '' ? null : { ...said, ...textWithLinks(said.text, links) };
}

/** What is written in an element, whose button, if it is a long one, lies somewhere in `around`. */
function wordsOf(element: Element, around: Element): Content {
  const buttons = [...around.querySelectorAll('*')].filter(isButton);
  const isAmongWords = buttons.some((button) => element.contains(button));
  const text = blockText(isAmongWords ? withoutButtons(element) : element, BESIDE);
  const said = textContent(text.replace(EDITED, '').trim());
  const isCut = buttons.some((button) => MORE.test(button.textContent?.trim() ?? ''));
  return isCut ? { ...said, oversize: true } : said;
}

function isButton(element: Element): boolean {
  if (element.childElementCount > 0) return false;
  const words = element.textContent?.trim() ?? '';
  return (MORE.test(words) || LESS.test(words)) && !element.closest(WRITTEN);
}

/** A copy; the page's own nodes are not touched. */
function withoutButtons(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const button of [...copy.querySelectorAll('*')].filter(isButton)) button.remove();
  return copy;
}

function fileOf(body: Element): Content {
  const name = body.querySelector(FILE_NAME);
  const words = name ? displayedText(name) : '';
  if (words === '') return standIn('[文件]');
  return fileContent(words, shownSize(body.textContent?.replace(words, ' ') ?? ''), false);
}

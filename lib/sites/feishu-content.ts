import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { displayedText } from './displayed-text';
import { shownSize } from './shown-size';

/** Selectors of a message's content; semantic names only, as seen in working readers of 2024-11 to 2026-09. */
const BODY = '.message-content-container, .message-content';
const CARD = '.universal-card-root';
const TEXT = '.message-text, .richTextContainer, .richTextDocs, .message-post';
const LINES = '.rich-text-paragraph';
/** Quotes of what is answered, and what is written beside a text: reactions, receipts, marks, buttons. */
const BESIDE =
  '[class*="quote_reply"], [class*="referencePreview"], .message-reactions, .read-status-bar, .tips, .message-timestamp, [class*="edited" i], button, [role="button"], style, script';
const IMAGE =
  '.im-image-message img, .message-image img, .chat-image__wrapper img, img.messenger-image__img, .rich-text-image img';
/** Seen guessed alike by two authors; the class of the size by none, so it is looked for in the words of the card. */
const FILE_NAME = '[class*="file_name" i], [class*="fileName" i], [class*="file-name" i]';
/** A long text is cut with one of these below it; what lies behind may be cut as well. */
const CUT = /^(展开|展开全文|显示更多|Show more|Expand|View more)$/;
const EDITED = /[\s\u00a0]*[(（](已编辑|Edited)[)）]$/;
/** "file-message" among the row's classes names the kind. */
const KIND = /(?:^|\s)([a-z]+(?:-[a-z]+)*)-message(?=\s|$)/g;

/** What a message item says. Null while nothing of it is drawn. Throws on a kind that it does not know. */
export function readItem(item: Element): Content | null {
  const kinds = [...item.className.matchAll(KIND)].map(([, kind = '']) => kind);
  const card = item.querySelector(CARD);
  if (card) return wordsOf(card);
  const body = item.querySelector(BODY);
  if (!body) return null;
  if (kinds.includes('file')) return fileOf(body);
  if (kinds.includes('image')) return bare('image');
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
  return row.querySelector(CARD) ? null : row.querySelector<HTMLImageElement>(IMAGE);
}

function textOf(body: Element): Content | null {
  const text = body.querySelector(TEXT) ?? body;
  const said = wordsOf(text);
  const isCut = [...body.querySelectorAll('*')].some(
    ({ childElementCount, textContent: words }) =>
      childElementCount === 0 && CUT.test(words?.trim() ?? ''),
  );
  const [link, ...more] = text.querySelectorAll('a[href]');
  if (link && more.length === 0 && displayedText(link) === said.text) {
    return linkContent(said.text, link.getAttribute('href') ?? '', '');
  }
  // With a picture among the words nothing tells whether two such messages are the same.
  if (body.querySelector(IMAGE)) return { ...said, kind: 'image' };
  if (said.text === '') return null;
  return isCut ? { ...said, oversize: true } : said;
}

function wordsOf(element: Element): Content {
  const paragraphs = [...element.querySelectorAll(LINES)].filter((each) => !each.closest(BESIDE));
  const lines = paragraphs.length > 0 ? paragraphs : [element];
  return textContent(lines.map(lineOf).join('\n').replace(EDITED, '').trim());
}

/** A copy without what stands beside the words; the page's own nodes are not touched. */
function lineOf(element: Element): string {
  if (!element.querySelector(BESIDE)) return displayedText(element);
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(BESIDE)) part.remove();
  return displayedText(copy);
}

function fileOf(body: Element): Content {
  const name = body.querySelector(FILE_NAME);
  const words = name ? displayedText(name) : '';
  if (words === '') return standIn('[文件]');
  return fileContent(words, shownSize(body.textContent?.replace(words, ' ') ?? ''), false);
}

import { blockText } from './block-text';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { linksIn, onlyLink, textWithLinks } from './links';
import { lastShownSize } from './shown-size';
import { AUTHOR, preOf, QUOTE, undirected } from './whatsapp-parts';

/** Selectors of what a bubble holds: WhatsApp's own script of 2026 (WAWebMessageText, WAWebMediaDocument, WAWebMessagePicture, WAWebAlbumMessageComponent), and pages saved in 2023-08 and 2026-08. */
const WORDS = '.selectable-text, [data-testid~="selectable-text"]';
const PREVIEW = '[data-testid="link-preview-container"]';
const FORWARDED = '[data-testid="forwarded-header"]';
const META = '[data-testid="msg-meta"]';
/** A long text is cut until the reader asks for the rest. */
const MORE = '.read-more-button, [data-testid="caption-read-more-button"]';
const ALBUM = '[data-testid="media-album"], [data-testid="image-album"]';
const FILE = '[data-testid="document-thumb"]';
const VOICE = 'audio, [data-icon^="ptt"], [data-icon^="audio-"]';
const VIDEO = 'video, [data-testid="video-content"], [data-icon="msg-video"]';
const PICTURE = '[data-testid="image-thumb"]';
const MEDIA = `${ALBUM}, ${FILE}, ${PICTURE}, [data-testid="video-content"]`;
const REACTIONS = '[data-testid="reaction-bubble"]';
const NOT_WORDS = `${QUOTE}, ${PREVIEW}, ${FILE}, ${AUTHOR}`;
/** What a bubble shows and nobody wrote. */
const BESIDE = `${NOT_WORDS}, ${FORWARDED}, ${REACTIONS}, ${META}, ${PICTURE}, ${MORE}, [data-testid="video-content"], [aria-hidden="true"], svg, audio, video`;
/** What stands among the words: the room that the hour takes, buttons. */
const SKIP = `${MORE}, [aria-hidden="true"], svg`;

/** What somebody is in a group is said in 30 characters; some room for signs. */
const LONGEST_LABEL = 40;
/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4;

/** What a bubble says. One that is cut, or shows words that are not known, is never folded. */
export function contentOf(box: Element): Content {
  const { content, read } = readContent(box);
  const isCut = outside(box, MORE).length > 0;
  return isCut || hasOtherWords(box, new Set(read)) ? { ...content, oversize: true } : content;
}

/** The picture of a message that is one. */
export function pictureOf(box: Element): HTMLImageElement | null {
  const [picture, ...more] = outside(box, PICTURE);
  const isPicture =
    more.length === 0 && outside(box, `${ALBUM}, ${FILE}, ${VOICE}, ${VIDEO}`).length === 0;
  return isPicture ? (picture?.querySelector('img') ?? null) : null;
}

/** The content, and the elements that it was read from. */
function readContent(box: Element): { content: Content; read: readonly Element[] } {
  const albums = box.matches(ALBUM) ? [box] : outside(box, ALBUM);
  const files = outside(box, FILE);
  const pictures = outside(box, PICTURE);
  const [file] = files;
  const [media] = [...albums, ...files, ...pictures, ...outside(box, VIDEO)];
  const caption = media ? captionsOf(box, media) : [];
  const text = wordsOf(caption);
  const isMany = albums.length > 0 || files.length + pictures.length > 1;
  if (isMany) return { content: several(text), read: caption };
  if (file) return { content: withFile(file, text), read: [...caption, ...buttonsOf(box)] };
  if (outside(box, VOICE).length > 0) return { content: bare('voice'), read: [] };
  if (outside(box, VIDEO).length > 0) {
    return { content: { ...textContent(text), kind: 'video' }, read: caption };
  }
  if (media) return { content: { ...textContent(text), kind: 'image' }, read: caption };
  const words = outermost(preOf(box));
  return { content: saidIn(words), read: words };
}

/** Polls, contacts, places, and what cannot be shown here have no words of the usual kind: taken for nothing else. */
function saidIn(words: readonly Element[]): Content {
  const text = wordsOf(words);
  if (text === '') return standIn('');
  const links = words.flatMap((each) => linksIn(each, (link) => blockText(link, SKIP)));
  const only = onlyLink(text, links);
  return only ? linkContent(text, only.written, '') : textWithLinks(text, links);
}

/** Of several things one is not the message: it never folds. */
function several(text: string): Content {
  return text === '' ? standIn('[相册]') : { ...textContent(text), oversize: true };
}

function withFile(file: Element, caption: string): Content {
  const named = [...file.querySelectorAll('[dir="auto"]')].find((each) => !each.closest(META));
  const name = named ? undirected(blockText(named, SKIP)) : '';
  const shown = [...file.querySelectorAll('[title]')].filter((each) => !named?.contains(each));
  const sizes = shown.map((each) => lastShownSize(each.getAttribute('title') ?? ''));
  const size = sizes.findLast((each) => !Number.isNaN(each));
  if (name === '' || size === undefined) return standIn('[文件]');
  const { text, oversize } = textContent(caption);
  return { ...fileContent(name, size, false), text, ...(oversize ? { oversize } : {}) };
}

/** The words below a file or a picture; what stands above it is the sender's. */
function captionsOf(box: Element, media: Element): Element[] {
  return outermost(box).filter(
    (each) => media.contains(each) || (media.compareDocumentPosition(each) & FOLLOWING) !== 0,
  );
}

/** "打开", "另存为" below a file. */
function buttonsOf(box: Element): Element[] {
  return outside(box, 'button, [role="button"]').filter((each) => !each.querySelector(FILE));
}

function outside(box: Element, selector: string): Element[] {
  return [...box.querySelectorAll(selector)].filter((each) => !each.closest(QUOTE));
}

/** Elements with words that lie in no other: names of people in a text are such, too. */
function outermost(root: Element | null): Element[] {
  return [...(root?.querySelectorAll(WORDS) ?? [])].filter(
    (each) => !each.closest(NOT_WORDS) && !each.parentElement?.closest(WORDS),
  );
}

function wordsOf(elements: readonly Element[]): string {
  return elements
    .map((each) => blockText(each, SKIP))
    .filter((words) => words !== '')
    .join('\n');
}

/** The bubble shows words that were not read and are none of those which nobody wrote. */
function hasOtherWords(parent: Element, read: ReadonlySet<Element>): boolean {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return true;
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    if (read.has(element) || element.matches(BESIDE) || isHead(element)) continue;
    if (hasOtherWords(element, read)) return true;
  }
  return false;
}

/** The sender's name with what he is in the group, in an element of its own and in the next; the mark of what was forwarded. */
function isHead(element: Element): boolean {
  if (element.getAttribute('role') === '' && element.querySelector(AUTHOR)) return true;
  if (isLabel(element)) return true;
  return [...element.children].some((each) =>
    each.getAttribute('data-icon')?.startsWith('forward'),
  );
}

/** "社区主任": one short word behind the name. */
function isLabel(element: Element): boolean {
  const before = element.previousElementSibling;
  const isBehindName = before?.getAttribute('role') === '' && before.querySelector(AUTHOR) !== null;
  const isBare =
    element.querySelector(`${WORDS}, ${MEDIA}, [data-pre-plain-text], [role], a, button, img`) ===
    null;
  return isBehindName && isBare && (element.textContent ?? '').length <= LONGEST_LABEL;
}

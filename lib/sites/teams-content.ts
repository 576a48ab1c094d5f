import { blockText } from './block-text';
import { type Content, fileContent, linkContent, standIn } from './content';
import { linksIn, onlyLink, type TextLink, textWithLinks } from './links';

/**
 * Selectors of a message's content in Teams' web client of 2026: captures of its pages of 2026-08 (chats and channels, in
 * Japanese) and 2026-09 (chats, in English), and what exporters and extensions of 2026 read.
 */
const WORDS = '[data-message-content]';
/** An answer shows what it answers; a forwarded message stands in a quote of another type, and is what is said. */
const QUOTED = '[data-tid="quoted-reply-card"], blockquote[itemtype*="schema.skype.com/Reply"]';
const PREVIEW = '[data-tid="url-preview"]';
/** A card of a bot or an app. Its words are read; what else it holds is not. */
const CARD =
  '[id^="adaptive-card-"], [data-tid="adaptive-card"], [data-testid="componentUXWrapperTestId"], .ac-container';
const FILES = '[data-tid="file-attachment-grid"]';
const FILE = '[role="group"][aria-label]';
/** What else may lie beside the words; nobody has captured the inside of all of it. */
const OTHERS =
  '[data-tid="deeplink-attachment-grid"], [data-tid="file-preview-root"], iframe, object, canvas';
const EMOJI = '[itemtype*="Emoji"], [data-tid="emoticon-renderer"] img';
const AVATAR = '.fui-Avatar, [data-tid*="avatar" i]';
/** The boxes of a mention's words lie in the line, as many as the name has words. */
const INLINE = '[data-mention-type]';
const MENTION = '[data-mention-type="person"][data-person-mri]';
const REACTIONS = '[data-tid*="reaction"]';
const UNSAID = `${QUOTED}, ${PREVIEW}, ${REACTIONS}, [data-tid*="translat"], [hidden], button, [aria-live], [role="progressbar"], [data-tid="message-extension-card-footer"], [data-tid="image-placeholder-container"], [data-tid="code-block-editor-deserialized-header"]`;
/** A picture has "picture" in the page's language for its words. */
const SKIP = `${UNSAID}, [itemtype*="AMSImage"], img:not([itemtype*="Emoji"])`;
/** Every reader's page adds these to an address of a shared file: who opened it from which message. */
const IS_ADDED_TO = /[?&]xsdata=/;
const ADDED = /([?&])(?:xsdata|sdata|ovuser)=[^&#]*/g;

/** The parts of a message: the element that holds it, and its number. */
export type Held = { row: Element; box: Element; number: string };

/** What a message says; null before its words are drawn, and where it says nothing. */
export function contentOf({ row, box, number }: Held): Content | null {
  const words = wordsOf(box, number);
  const cards = cardsIn(box);
  const besides = cards.filter((each) => !words?.contains(each));
  const said = [...headingsOf(row, number), ...(words ? [words] : []), ...besides];
  const texts = said.map((part) => blockText(part, SKIP, INLINE)).filter((part) => part !== '');
  const content = withAttached(box, texts.join('\n'), said);
  return content && (cards.length > 0 || isOneOfMany(box))
    ? { ...content, oversize: true }
    : content;
}

/** What is drawn around a preview alone is none. */
function cardsIn(box: Element): Element[] {
  return outermost(box, CARD).filter((card) => {
    const isPreview = card.querySelector(PREVIEW) !== null && blockText(card, SKIP) === '';
    return !isPreview && !card.closest(`${PREVIEW}, ${FILES}`);
  });
}

/** The picture of a message that is one. */
export function pictureOf(box: Element): HTMLImageElement | null {
  return holds(box, `${FILES}, video, audio`) ? null : (picturesIn(box)[0] ?? null);
}

/** The words name this person, and not everybody. */
export function isNamed(box: Element, person: string): boolean {
  return [...box.querySelectorAll(MENTION)].some(
    (each) => each.getAttribute('data-person-mri') === person && !each.closest(QUOTED),
  );
}

function wordsOf(box: Element, number: string): Element | null {
  const all = [...box.querySelectorAll(WORDS)].filter((each) => !each.closest(QUOTED));
  return all.find((each) => each.id === `content-${number}`) ?? all[0] ?? null;
}

/** Of a post in a channel. */
function headingsOf(row: Element, number: string): Element[] {
  return ['announcement-header', 'subject-line'].flatMap((part) => [
    ...row.querySelectorAll(`[id="${part}-${number}"]`),
  ]);
}

function withAttached(box: Element, text: string, said: readonly Element[]): Content | null {
  const links = said.flatMap(linksOf);
  const rest = textWithLinks(text, links);
  const files = filesIn(box);
  if (files.length > 0)
    return { ...fileContent(files.join('、'), 0, false), ...rest, kind: 'file' };
  if (holds(box, 'video')) return { ...rest, kind: 'video' };
  if (holds(box, 'audio')) return { ...rest, kind: 'voice' };
  if (pictureOf(box)) return { ...rest, kind: 'image' };
  if (text === '') {
    return holds(box, `${FILES}, ${OTHERS}, ${CARD}, ${PREVIEW}`) ? standIn('[附加内容]') : null;
  }
  const only = onlyLink(text, links);
  return only ? linkContent(text, only.url, '') : rest;
}

function linksOf(part: Element): TextLink[] {
  const words = (link: Element) => blockText(link, SKIP, INLINE);
  return linksIn(part, words, UNSAID).map((link) => ({
    words: link.words,
    written: asSaid(link.written),
    url: asSaid(link.url),
  }));
}

function asSaid(address: string): string {
  if (!IS_ADDED_TO.test(address)) return address;
  const rest = address.replace(ADDED, (_, sign: string) => (sign === '?' ? '?' : ''));
  return rest.replace('?&', '?').replace(/\?(?=#|$)/, '');
}

/** The names on the files' cards, which show no size. */
function filesIn(box: Element): string[] {
  return outermost(box, FILES)
    .flatMap((grid) => outermost(grid, FILE))
    .map((file) => (file.getAttribute('aria-label') ?? '').trim())
    .filter((name) => name !== '');
}

function picturesIn(box: Element): HTMLImageElement[] {
  const notSaid = `${UNSAID}, ${CARD}, ${FILES}, ${OTHERS}, ${AVATAR}`;
  return [...box.querySelectorAll('img')].filter(
    (image) => !image.matches(EMOJI) && !image.closest(notSaid),
  );
}

/** More is attached than is read: such a message is never taken for another. */
function isOneOfMany(box: Element): boolean {
  const grids = outermost(box, FILES);
  const told = grids.flatMap((grid) =>
    [...grid.querySelectorAll('[numberoffiles]')].map((each) =>
      Number(each.getAttribute('numberoffiles')),
    ),
  );
  const files = filesIn(box).length;
  const media = outermost(box, 'video, audio').length + picturesIn(box).length;
  const isShort = grids.length > 0 && (files === 0 || told.some((count) => count !== files));
  return isShort || files + media > 1 || holds(box, OTHERS);
}

function holds(box: Element, selector: string): boolean {
  return outermost(box, selector).length > 0;
}

function outermost(box: Element, selector: string): Element[] {
  return [...box.querySelectorAll(selector)].filter((each) => {
    const outer = each.parentElement?.closest(selector);
    return !(outer && box.contains(outer) && outer !== box) && !each.closest(QUOTED);
  });
}

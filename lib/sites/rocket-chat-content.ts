import { blockText } from './block-text';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { linksIn, onlyLink, type TextLink, textWithLinks } from './links';
import {
  CONTAINER,
  isHalfRead,
  type Kind,
  PICTURE,
  type Piece,
  piecesOf,
} from './rocket-chat-pieces';
import { shownSize } from './shown-size';

/** Selectors within the pieces: gazzodown's snapshots and QuoteAttachment, GenericFileAttachment of 2024 to 2026. */
const FILE_NAME = '.rcx-message-generic-preview__title';
const FILE_SIZE = '.rcx-message-generic-preview__description';
const QUOTED = '.rcx-attachment__details';
/** Of a quote, not of what it quotes in turn. Words without format stand in a span; before 2025, in nothing at all. */
const QUOTED_WORDS = ':scope > .rcx-message-body, :scope > span';
const QUOTED_MORE =
  '.rcx-attachment__content, .rcx-message-attachment, .rcx-message-generic-preview, img.gallery-item, video, audio, button';
/** "@all" and "@here" are "relevant", another's name is "other". */
const NAMED = '.rcx-message__highlight--critical, .mention-link--me';
/** Buttons, faces and icons; marks around code that are there to be copied; what a screen reader says of hidden words or a formula. */
const SKIP =
  'button, figure, time[datetime], .rcx-icon, .copyonly, .katex-mathml, [role="button"][aria-expanded] > span:not([aria-hidden]), [data-fl-ui]';
const ATTACHED: readonly Kind[] = ['file', 'picture', 'video', 'voice'];

type Said = { text: string; links: TextLink[]; isWhole: boolean };

/** What a message says; null while it says nothing, or nothing that the user would see. Throws on markup it does not know. */
export function contentOf(row: Element, mid: string): Content | null {
  const pieces = piecesOf(row, mid);
  if (of(pieces, 'ignored').length > 0) return null;
  const [locked] = of(pieces, 'locked');
  if (locked) return standIn(blockText(locked, `${SKIP}, .rcx-message-header`));
  const said = saidIn(pieces);
  const content = readContent(pieces, said);
  return content && !isWhole(pieces, said) ? { ...content, oversize: true } : content;
}

/** The picture of a message that is one. */
export function pictureOf(row: Element, mid: string): HTMLImageElement | null {
  const attached = piecesOf(row, mid).find(({ kind }) => ATTACHED.includes(kind));
  return attached?.kind === 'picture'
    ? attached.element.querySelector<HTMLImageElement>(PICTURE)
    : null;
}

/** The page marks the user's own name in a message; what is quoted is not said to the user. */
export function isNamed(row: Element): boolean {
  const bodies = [...row.querySelectorAll(`${CONTAINER} > .rcx-message-body`)];
  return bodies.some((body) => body.querySelector(NAMED) !== null);
}

function of(pieces: readonly Piece[], ...kinds: readonly Kind[]): Element[] {
  return pieces.filter(({ kind }) => kinds.includes(kind)).map(({ element }) => element);
}

/** Words, and the cards that bots add. A forwarded message is a quote with nothing beside: that is what it says. */
function saidIn(pieces: readonly Piece[]): Said {
  const told = of(pieces, 'words', 'card', 'app');
  const said = textOf(told);
  const links = told.flatMap(linksOf);
  const quotes = of(pieces, 'quote').flatMap((quote) => quote.querySelector(QUOTED) ?? []);
  const isBare = said === '' && links.length === 0 && !of(pieces, ...ATTACHED, 'bar')[0];
  if (!isBare || quotes.length === 0) return { text: said, links, isWhole: true };
  const quoted = quotes.flatMap((quote) => [...quote.querySelectorAll(QUOTED_WORDS)]);
  return {
    text: textOf(quoted) || quotes.map(bareText).join('\n').trim(),
    links: quoted.flatMap(linksOf),
    isWhole: quotes.every((quote) => !quote.querySelector(QUOTED_MORE)),
  };
}

function textOf(parts: readonly Element[]): string {
  const texts = parts.flatMap((part) => [blockText(part, SKIP), ...timesIn(part)]);
  return texts.filter((text) => text !== '').join('\n');
}

/** Times that were put in as such are shown as "in 3 hours", whichever hour that is, and change by themselves (RelativeTime). */
function timesIn(part: Element): string[] {
  return [...part.querySelectorAll('time[datetime]')].map((time) => {
    const at = new Date(time.getAttribute('datetime') ?? '');
    if (Number.isNaN(at.getTime())) return time.textContent?.trim() ?? '';
    const clock = [at.getHours(), at.getMinutes(), at.getSeconds()]
      .map((number) => String(number).padStart(2, '0'))
      .join(':');
    return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日${clock.replace(/:00$/, '')}`;
  });
}

function bareText(element: Element): string {
  const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
  return texts.map(({ nodeValue }) => nodeValue ?? '').join('');
}

/** A quote hangs on a link without words to its message. */
function linksOf(part: Element): TextLink[] {
  return linksIn(part, (link) => blockText(link, SKIP), SKIP).filter(
    ({ words, url }) => words !== '' || !/[?&]msg=/.test(url),
  );
}

/** Nothing is beside what was read: another file, a closed one, something of an app, or an address behind the words. */
function isWhole(pieces: readonly Piece[], said: Said): boolean {
  const attached = of(pieces, ...ATTACHED, 'place');
  const bars = of(pieces, 'bar').length;
  const hasHidden = textWithLinks(said.text, said.links).kind === 'link';
  return (
    said.isWhole &&
    attached.length <= 1 &&
    bars === of(pieces, ...ATTACHED).length &&
    !(attached.length > 0 && hasHidden) &&
    of(pieces, 'app', 'unknown').length === 0 &&
    !of(pieces, 'card').some(isHalfRead)
  );
}

function readContent(pieces: readonly Piece[], { text, links }: Said): Content | null {
  const attached = pieces.find(({ kind }) => ATTACHED.includes(kind));
  if (attached) return withWords(attached, text);
  // A picture that is put in by its address may have no words.
  if (text === '' && links.length === 0) return withoutWords(pieces);
  const only = onlyLink(text, links);
  return only ? linkContent(only.words, only.url, '') : textWithLinks(text, links);
}

function withoutWords(pieces: readonly Piece[]): Content | null {
  if (of(pieces, 'place').length > 0) return bare('location');
  const isEmpty = of(pieces, 'words').length === pieces.length;
  return isEmpty ? null : standIn('[附加内容]');
}

function withWords({ kind, element }: Piece, said: string): Content {
  const { text, oversize } = textContent(said);
  return { ...shown(kind, element), text, ...(oversize ? { oversize } : {}) };
}

function shown(kind: Kind, element: Element): Content {
  if (kind === 'picture') return bare('image');
  if (kind === 'video' || kind === 'voice') return bare(kind);
  const name = blockText(element.querySelector(FILE_NAME) ?? element, SKIP);
  return fileContent(name, sizeIn(element.querySelector(FILE_SIZE)?.textContent ?? ''), false);
}

/** "1,013.50 kB", "88.00 kB", "512 bytes": useFormatMemorySize. */
function sizeIn(text: string): number {
  return shownSize(text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').replace(/\bbytes\b/i, 'B'));
}

import { blockText } from './block-text';
import { bare, type Content, fileContent, linkContent, standIn, textContent } from './content';
import { linksIn, onlyLink, type TextLink, textWithLinks } from './links';
import { shownSize } from './shown-size';

/** Selectors of a post's content: Mattermost's source of 2024-2026 (webapp/channels), read 2026-11. */
const BODY = '.post__body';
/** A post of which another is a preview is drawn with its own id inside. */
const PREVIEW = '.attachment--permalink';
const PREVIEW_TEXT = `${PREVIEW} .post-message__text`;
/** What a bot adds; a preview of a page comes later than the post and is none of its words. */
const ADDED = '.attachment:not(.attachment--permalink, .attachment--opengraph)';
const FILE = '.post-image__column';
const FILE_NAME = '.post-image__name, .post-image__archived-filename';
const FILE_SIZE = '.post-image__size';
/** In the compact view a file is a line with its name, and no size. */
const COMPACT_NAME =
  '.post-image__name, .post-image__archived-filename, a[download], .file-name, a';
const PICTURE = '.file-view--single';
const EVERYBODY = /^@(?:all|channel|here)$/i;
const NAMED = '.mention--highlight';
const SKIP =
  '.post-edited__indicator, .post-code__overlay, .post-code__language, .post-code__line-numbers, .post-collapse, .post-attachment-collapse__show-more, .markdown-inline-img__container .icon, button.post-preview-collapse__show-more-button, .attachment-actions, .attachment__thumb-container, .attachment__image';

/** The element that holds a post's own words; null in a post that has none of the usual kind. */
export function wordsOf(row: Element, id: string): Element | null {
  for (const found of row.querySelectorAll('.post-message__text')) {
    if (found.id === `postMessageText_${id}` && !found.closest(PREVIEW)) return found;
  }
  return null;
}

/** What a post says; null before its words are drawn. Throws where it has no body. */
export function contentOf(row: Element, id: string): Content | null {
  const body = row.querySelector(BODY);
  if (!body) throw new Error('no body');
  const own = wordsOf(row, id);
  if (!own) return standIn(shownBody(body));
  const { said, links } = saidIn(body, own);
  const { text, oversize } = textContent(said);
  const rest = { text, ...(oversize ? { oversize } : {}) };
  const files = [...body.querySelectorAll(FILE)];
  if (files.length > 0) return { ...shownFiles(files), ...rest };
  if (body.querySelector(PICTURE)) return { ...bare('image'), ...rest };
  const only = onlyLink(said, links);
  if (only) return linkContent(only.words, only.written, '');
  return text === '' ? null : textWithLinks(said, links);
}

/** The picture of a post that is one and nothing else. */
export function pictureOf(row: Element): HTMLImageElement | null {
  const body = row.querySelector(BODY);
  return body && !body.querySelector(FILE)
    ? body.querySelector<HTMLImageElement>(`${PICTURE} img`)
    : null;
}

/** The page marks a name of the user; what is said to everybody is marked as well. */
export function isNamed(words: Element): boolean {
  return [...words.querySelectorAll(NAMED)].some(
    (mark) => !EVERYBODY.test(mark.textContent?.trim() ?? ''),
  );
}

/** A post that is forwarded is a link to it, with its words below: these are what is said. */
function saidIn(body: Element, own: Element): { said: string; links: TextLink[] } {
  const words = blockText(own, SKIP);
  const links = linksOf(own);
  const shared = [...body.querySelectorAll(PREVIEW_TEXT)];
  const beside = [...shared, ...addedIn(body)];
  const isForward = shared.length > 0 && onlyLink(words, links) !== null;
  const texts = [isForward ? '' : words, ...beside.map((part) => blockText(part, SKIP))];
  return {
    said: texts.filter((part) => part !== '').join('\n'),
    links: [...(isForward ? [] : links), ...beside.flatMap(linksOf)],
  };
}

function addedIn(body: Element): Element[] {
  return [...body.querySelectorAll(ADDED)].filter(
    (part) => !part.parentElement?.closest('.attachment'),
  );
}

function linksOf(words: Element): TextLink[] {
  return linksIn(words, (link) => blockText(link, SKIP), `${SKIP}, .mention-link`);
}

/** Of several files the names and the sizes together: none of them alone is what was posted. */
function shownFiles(files: readonly Element[]): Content {
  const names = files.map(nameOf);
  const sizes = files.map((file) => shownSize(file.querySelector(FILE_SIZE)?.textContent ?? ''));
  return fileContent(
    names.join('、'),
    sizes.reduce((sum, size) => sum + size, 0),
    false,
  );
}

function nameOf(file: Element): string {
  const name = file.querySelector(FILE_NAME) ?? file.querySelector(COMPACT_NAME);
  const shown = name ? blockText(name, SKIP) : '';
  if (shown === '') throw new Error('no file name');
  return shown;
}

/** A post of a plugin, or one that is only to be opened once: taken for nothing else. */
function shownBody(body: Element): string {
  return blockText(body, `${SKIP}, .post__body-reactions-acks, .ThreadFooter, button`);
}

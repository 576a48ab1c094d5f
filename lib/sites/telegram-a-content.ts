import { type Content, fileContent, standIn, textContent } from './content';
import { linksIn } from './links';
import { lastShownSize } from './shown-size';
import { linkedPage } from './telegram-link';
import { telegramText } from './telegram-text';

/** Selectors as in `telegram-a`, 2026-11. */
const INNER = '.message-content-wrapper .content-inner';
/** What stands in the text's element and is not said: time, reactions, a copy that moves while a translation comes. */
const BESIDE = '.MessageMeta, .Reactions, .translation-animation, .code-overlay';
/** In place of the text stands a translation of it, or a summary. */
const OTHER_WORDS = '.message-translated, .translation-animation, .message-summary';
/** Pictures of links, answered messages and files are not the message. */
const NOT_MEDIA = '.WebPage, .EmbeddedMessage, .File, .Location';
const MOVING = 'video, .message-media-duration';
/** The page cuts what it shows of another page after 170 characters. */
const PREVIEW = { title: '.site-title', description: '.site-description', skip: BESIDE };

/** What a row says. Throws where it shows nothing that is known. */
export function contentOf(row: HTMLElement): Content {
  const inner = row.querySelector(INNER);
  if (!inner) throw new Error('no content');
  const said = wordsOf(inner);
  const content = kindOf(inner, said);
  return row.querySelector(OTHER_WORDS) ? { ...content, oversize: true } : content;
}

/** The first picture of a message of pictures. */
export function pictureOf(row: HTMLElement): HTMLImageElement | null {
  const inner = row.querySelector(INNER);
  const media = inner ? mediaOf(inner) : [];
  if (!inner || kindOfMedia(media) !== 'image' || fileOf(inner)) return null;
  return media[0]?.querySelector<HTMLImageElement>('img.full-media') ?? null;
}

function wordsIn(element: Element): string {
  return telegramText(element, BESIDE);
}

function wordsOf(inner: Element): string {
  const texts = [...inner.querySelectorAll(':scope > .text-content')];
  return texts.map(wordsIn).filter(Boolean).join('\n');
}

function kindOf(inner: Element, said: string): Content {
  const file = fileOf(inner);
  if (file) return { ...textContent(said), ...fileIn(file, said) };
  if (inner.querySelector(':scope > .Audio')) return { ...textContent(said), kind: 'voice' };
  const media = kindOfMedia(mediaOf(inner));
  if (media) return { ...textContent(said), kind: media };
  if (inner.querySelector(':scope > .Location')) return { ...textContent(said), kind: 'location' };
  if (said === '') return standIn('');
  const links = [...inner.querySelectorAll(':scope > .text-content')].flatMap((text) =>
    linksIn(text, wordsIn),
  );
  return linkedPage(said, links, inner.querySelector('.WebPage .WebPage-text'), PREVIEW);
}

function fileOf(inner: Element): Element | null {
  return inner.querySelector(':scope > .File');
}

function fileIn(file: Element, said: string): Content {
  const title = file.querySelector('.file-title');
  const name = title?.getAttribute('title') ?? title?.textContent ?? '';
  const size = lastShownSize(file.querySelector('.file-subtitle')?.textContent ?? '');
  if (name === '' || Number.isNaN(size)) throw new Error('unknown file');
  return { ...fileContent(name, size, false), text: textContent(said).text };
}

function mediaOf(inner: Element): Element[] {
  return [...inner.querySelectorAll('.media-inner')].filter((each) => !each.closest(NOT_MEDIA));
}

/** One video among pictures makes it a message of videos: of these nothing is compared. */
function kindOfMedia(media: readonly Element[]): 'image' | 'video' | null {
  if (media.length === 0) return null;
  const moves = (each: Element) => each.matches('.RoundVideo') || each.querySelector(MOVING);
  return media.some(moves) ? 'video' : 'image';
}

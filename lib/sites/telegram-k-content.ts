import { type Content, fileContent, standIn, textContent } from './content';
import { linksIn } from './links';
import { lastShownSize } from './shown-size';
import { linkedPage } from './telegram-link';
import { telegramText } from './telegram-text';

/** Selectors as in `telegram-k`, 2026-11. */
const BODY = '.bubble-content > .message';
/** What stands in the text's element and is not said. */
const BESIDE = [
  '.time, .clearfix, .reactions, reactions-element, replies-element, .reply, .reply-markup',
  '.name, .webpage, .bubble-fact-check, .bubble-beside-button, .message-spoiler-overlay',
  '.document, .document-selection, .audio, audio-element, .code-header, .geo-footer',
].join(', ');
/** The page cuts what it shows of another page after some 150 characters. */
const PREVIEW = { title: '.webpage-title', description: '.webpage-text', skip: BESIDE };
/** Shown in place of words, and not read. */
const OTHER = '.poll-message, poll-element, .contact, .bubble-call, .expired-story-message';

/** What a row says. Throws where it shows nothing that is known. */
export function contentOf(row: HTMLElement): Content {
  if (!row.querySelector('.bubble-content')) throw new Error('no content');
  const body = row.querySelector(BODY);
  if (body?.matches(OTHER) || row.querySelector(OTHER)) return standIn('');
  const said = wordsOf(row, body);
  const files = [...row.querySelectorAll('.message .document')].filter((each) => !inPage(each));
  if (files.length > 0) return filesIn(files, said);
  const kind = kindOf(row);
  if (kind) return { ...textContent(said), kind };
  if (said === '') return standIn('');
  if (!body) return textContent(said);
  const links = linksIn(body, (link) => telegramText(link, BESIDE), '.webpage');
  return linkedPage(said, links, body.querySelector('.webpage'), PREVIEW);
}

/** The first picture of a message of pictures. */
export function pictureOf(row: HTMLElement): HTMLImageElement | null {
  if (kindOf(row) !== 'image' || row.querySelector('.message .document')) return null;
  return row.querySelector<HTMLImageElement>('.attachment img');
}

/** Messages of emoji alone stand large, outside the text's element. */
function wordsOf(row: Element, body: Element | null): string {
  const large = row.matches('.emoji-big') ? row.querySelector('.attachment') : null;
  const text = large ?? body;
  return text ? telegramText(text, BESIDE) : '';
}

function inPage(element: Element): boolean {
  return element.closest('.webpage') !== null;
}

/** A page that a text leads to has its own picture, which the row is marked with as well. */
function kindOf(row: Element): Content['kind'] | null {
  if (row.matches('.voice-message, .audio-message')) return 'voice';
  if (row.matches('.has-webpage, .emoji-big, .sticker, .story')) return null;
  const attachment = row.querySelector('.attachment');
  if (!attachment) return null;
  if (attachment.querySelector('.geo-container')) return 'location';
  // One video among pictures makes it a message of videos: of these nothing is compared.
  if (row.matches('.video, .round') || attachment.querySelector('video, .video-time')) {
    return 'video';
  }
  return row.matches('.photo') ? 'image' : null;
}

/** Files that were sent together are one row. Then only the first is told as a file, and nothing folds. */
function filesIn(files: readonly Element[], said: string): Content {
  const [first, ...more] = files.map(fileIn);
  if (!first) throw new Error('no file');
  if (more.length === 0) return { ...textContent(said), ...first, text: textContent(said).text };
  const names = more.map(({ file }) => file?.name ?? '');
  return { ...first, text: textContent([said, ...names].join('\n').trim()).text, oversize: true };
}

function fileIn(file: Element): Content {
  // A name that is too long for its line is cut in the middle, and whole in its title.
  const line = file.querySelector('.document-name');
  const shown = line?.querySelector('middle-ellipsis-element') ?? line;
  const name = shown?.getAttribute('title') ?? shown?.textContent?.trim() ?? '';
  const size = lastShownSize(file.querySelector('.document-size')?.textContent ?? '');
  if (name === '' || Number.isNaN(size)) throw new Error('unknown file');
  return fileContent(name, size, false);
}

import { blockText } from './block-text';
import { type Content, linkContent, textContent } from './content';
import { displayedText } from './displayed-text';

/** Selectors of a message's content in Zulip: its templates of 2021 to 2026. */
const WORDS = '.message_content.rendered_markdown';
const STATUS = '.status-message';
const SKIP =
  '.message_edit_notice, .edit-notifications, .message_inline_image, .message-media-preview-image, .message-media-inline-image, .message_embed, .copy-button, .spoiler-button, button';
const PICTURE =
  '.message_inline_image img, .message-media-preview-image img, .message-media-inline-image img';

/** The picture that a message shows. */
export function pictureOf(row: HTMLElement): HTMLImageElement | null {
  return row.querySelector<HTMLImageElement>(PICTURE);
}

/** What a row says; null while it says nothing. Throws where it has no place for words. */
export function contentOf(row: HTMLElement): Content | null {
  const words = row.querySelector(WORDS) ?? row.querySelector(STATUS);
  if (!words) throw new Error('no text');
  const text = blockText(words, SKIP);
  if (row.querySelector(PICTURE)) return { ...textContent(text), kind: 'image' };
  if (row.querySelector('.message_inline_video, .message-media-inline-video, audio')) {
    return { ...textContent(text), kind: 'video' };
  }
  if (text === '') return null;
  const links = [...words.querySelectorAll('a[href]')].filter((link) => !link.closest(SKIP));
  const [only, ...more] = links;
  if (only && more.length === 0 && displayedText(only) === text) {
    return linkContent(text, addressOf(only), '');
  }
  return withHiddenLinks(text, links);
}

/** Behind the same words may stand another file or page: it is part of what was said. Places within the chat are not. */
function withHiddenLinks(text: string, links: readonly Element[]): Content {
  const [first, ...others] = links.filter((link) => {
    const address = link.getAttribute('href') ?? '';
    return !address.startsWith('#') && !text.includes(address);
  });
  if (!first) return textContent(text);
  const addresses = [first, ...others].map(addressOf).join(' ');
  return linkContent(displayedText(first), addresses, text);
}

/** A file comes as a link within the server; its address tells it from another of its name. */
function addressOf(link: Element): string {
  try {
    return new URL(link.getAttribute('href') ?? '', link.ownerDocument.baseURI).href;
  } catch {
    return '';
  }
}

import { blockText } from './block-text';
import { type Content, linkContent, textContent } from './content';
import { displayedText } from './displayed-text';
import { linksIn, onlyLink, textWithLinks } from './links';

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
  const links = linksIn(words, displayedText, SKIP);
  const only = onlyLink(text, links);
  return only ? linkContent(text, only.url, '') : textWithLinks(text, links);
}

import type { Message } from '../detect/types';

type Content = Pick<Message, 'kind' | 'text' | 'file' | 'link' | 'oversize'>;

/** Makes a hash of what a message shows. */
export type HashOf = (message: Content) => string;

/** Size as web WeChat shows it: base 1024, one decimal. So a feed's bytes and the page's "2.7MB" hash alike. */
export function displaySize(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)}B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)}KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

/** What a reader sees of a message, as one text. White space is left out, because pages differ in how they render it. */
export function shownContent({ kind, text, file, link }: Content): string {
  return [
    kind,
    text.replace(/\s+/g, ''),
    file ? `${file.name.replace(/\s+/g, '')}|${displaySize(file.size)}` : '',
    link ? `${link.title.replace(/\s+/g, '')}|${link.url}` : '',
  ].join('\u0000');
}

/**
 * Hash of what a reader sees of a message, the same in every installation: 53 bits as 14 hexadecimal digits. It makes keys;
 * whether a row shows what was judged is told by a keyed hash (see overlay/shown-hash), for two contents with one hash can be found.
 */
export function contentHash(message: Content): string {
  return hash53(shownContent(message));
}

/** 53 bits as 14 hexadecimal digits. cyrb53 (public domain, github.com/bryc): fast, well mixed, not cryptographic. */
export function hash53(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}

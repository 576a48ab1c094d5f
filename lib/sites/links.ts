import { type Content, linkContent, textContent } from './content';

/** A link in a text: its words, the address as the page writes it, and that address in full. */
export type TextLink = { words: string; written: string; url: string };

/**
 * The links in an element, in order.
 * @param wordsOf reads a link's words as the text around it is read
 * @param skip selector of links that nobody wrote: mentions, previews
 */
export function linksIn(
  element: Element,
  wordsOf: (link: Element) => string,
  skip?: string,
): TextLink[] {
  return [...element.querySelectorAll('a[href]')]
    .filter((link) => skip === undefined || !link.closest(skip))
    .map((link) => {
      const written = link.getAttribute('href') ?? '';
      return { words: wordsOf(link), written, url: fullAddress(written, link.ownerDocument) };
    });
}

/**
 * A text with its links. Behind the same words may stand another page or file: what the words do not show of an address
 * is part of what was said.
 */
export function textWithLinks(text: string, links: readonly TextLink[]): Content {
  const hidden = links.filter((link) => leadsAway(link) && !isShown(link, text));
  const [first] = hidden;
  if (!first) return textContent(text);
  return linkContent(first.words, hidden.map(({ url }) => url).join(' '), text);
}

/** The link that is all that a text says; null where it says more, or has more of them. */
export function onlyLink(text: string, links: readonly TextLink[]): TextLink | null {
  const [link, ...more] = links;
  return link && more.length === 0 && link.words === text ? link : null;
}

/** To the web, and out of the page's own places ("#…"). */
function leadsAway({ written, url }: TextLink): boolean {
  return /^[^#]/.test(written) && /^https?:/i.test(url);
}

/** A page may write an address with signs that stand for letters, and end it with a slash of its own. */
function isShown({ written }: TextLink, text: string): boolean {
  const plain = written.replace(/\/$/, '');
  return plain !== '' && (text.includes(plain) || text.includes(decoded(plain)));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function fullAddress(written: string, document: Document): string {
  try {
    return new URL(written, document.baseURI).href;
  } catch {
    return '';
  }
}

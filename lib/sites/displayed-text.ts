import { isStruck, struckOut } from './struck';

/**
 * The text that a reader sees in an element: line breaks from `<br>`, emoji pictures as their own text.
 * A walk, because `textContent` drops line breaks and `innerText` forces a layout.
 */
export function displayedText(element: Node): string {
  const pieces: string[] = [];
  collect(element, pieces);
  return tidy(pieces.join(''));
}

function tidy(text: string): string {
  return text.replace(/\u00a0/g, ' ').trim();
}

/** The displayed text of HTML. Most texts and names hold no markup: parsing each would be a quarter of what a message costs. */
export function textOfHtml(html: string, parseHtml: (html: string) => Element): string {
  // The parser drops NUL and turns CR into LF.
  const isPlain = !/[<&\0\r]/.test(html);
  return isPlain ? tidy(html) : displayedText(parseHtml(html));
}

function collect(node: Node, pieces: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) pieces.push(child.nodeValue ?? '');
    else if (child.nodeType === 1) collectElement(child as Element, pieces);
  }
}

function collectElement(element: Element, pieces: string[]): void {
  const name = element.localName;
  if (name === 'br') pieces.push('\n');
  else if (name === 'img' || (name === 'span' && element.classList.contains('emoji'))) {
    pieces.push(emojiOf(element));
  } else if (isStruck(element)) {
    const struck: string[] = [];
    collect(element, struck);
    pieces.push(struckOut(struck.join('')));
  } else if (name !== 'script' && name !== 'style') collect(element, pieces);
}

/**
 * Emoji stand as pictures of class "emoji emoji1f604", in names as spans. Pictures of faces have their text in an
 * attribute, followed by "_web"; that of an emoji is a private character of the page, which says nothing elsewhere.
 */
function emojiOf(element: Element): string {
  const code = /(?:^|\s)emoji([0-9a-f]{4,6})(?:\s|$)/i.exec(element.className)?.[1];
  const point = code ? Number.parseInt(code, 16) : Number.NaN;
  if (point <= 0x10ffff) return String.fromCodePoint(point);
  return (element.getAttribute('text') ?? element.textContent ?? '').replace(/_web$/, '');
}

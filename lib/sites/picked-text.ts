import { isOurs } from './ours';
import { isStamp } from './picked-time';

const SKIPPED = new Set(
  'script style template noscript svg button input textarea select audio video iframe canvas time'.split(
    ' ',
  ),
);
const LINES = new Set(
  'p div li pre blockquote h1 h2 h3 h4 h5 h6 tr ul ol table section article'.split(' '),
);

/** The words of an element as a reader sees them, without buttons, without what this extension added and without `except`. */
export function wordsIn(element: Element, except: ReadonlySet<Element>): string {
  const pieces: string[] = [];
  collect(element, except, pieces);
  return pieces
    .join('')
    .replace(/[\u00a0\u200b\ufeff]/g, (sign) => (sign === '\u00a0' ? ' ' : ''))
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .trim();
}

function collect(node: Node, except: ReadonlySet<Element>, pieces: string[]): void {
  const inside = (node as Partial<Element>).shadowRoot;
  if (inside) collect(inside, except, pieces);
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) pieces.push(child.nodeValue ?? '');
    else if (child.nodeType === 1) collectElement(child as Element, except, pieces);
  }
}

function collectElement(element: Element, except: ReadonlySet<Element>, pieces: string[]): void {
  const tag = element.localName;
  if (SKIPPED.has(tag) || except.has(element) || isOurs(element)) return;
  if (element.hasAttribute('hidden') || element.getAttribute('role') === 'button') return;
  if (isIcon(element)) return;
  if (tag === 'br') pieces.push('\n');
  else if (tag === 'img') pieces.push(element.getAttribute('alt') ?? '');
  else {
    const isLine = LINES.has(tag);
    if (isLine) pieces.push('\n');
    collect(element, except, pieces);
    if (isLine) pieces.push('\n');
  }
}

/** A font draws the name of a picture as the picture: "attach_file". */
export function isIcon(element: Element): boolean {
  if (element.childElementCount > 0 || !/^\s*[a-z][a-z0-9_]*\s*$/.test(element.textContent ?? ''))
    return false;
  const isNamed = /(^|[\s_-])(icons?|symbols?)([\s_-]|$)/i.test(
    element.getAttribute('class') ?? '',
  );
  return isNamed || element.getAttribute('aria-hidden') === 'true';
}

/** Words that are a time or a day alone are no message. */
export function saysSomething(text: string): boolean {
  return text !== '' && !isStamp(text);
}

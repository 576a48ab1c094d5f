import { isOurs } from '../sites/ours';
import { isClearOver, isIcon } from '../sites/picked-text';
import { isStamp } from '../sites/picked-time';
import { childrenOf } from '../sites/picked-tree';
import { canScroll, isVisible, type Layout } from './layout';
import { isHead } from './sentences';
import { isCalled, NAME_WORDS } from './stable-names';
import { holdsPage } from './whole-page';

/** A piece of a page that a reader takes as one: a paragraph, a name, a time, a picture. */
export type Leaf = {
  element: Element;
  /** Its first words. */
  text: string;
  /** Characters of all of it. */
  length: number;
  is: 'text' | 'stamp' | 'picture';
  /** It is something to be clicked, or lies in it. */
  isControl: boolean;
  /** From the page's outermost element down to this one. */
  chain: Element[];
  /** Place in the reading order. */
  order: number;
};

/** What a page says, and where one can write on it. */
export type Seen = {
  leaves: Leaf[];
  fields: { element: Element; order: number }[];
  visited: number;
  isPressed: boolean;
};

/** Elements that are looked at. Long lists are looked at in three runs, so this suffices for any page that was met. */
const MAX_VISITED = 25_000;
/** Of a longer list only its first, middle and last children are looked at, so many in all. */
const MAX_CHILDREN = 120;
const PREVIEW = 200;
/** Characters of a line that says who and when. */
const NAME_AND_TIME = 60;
const MAX_DEPTH = 100;

/** Elements that shape a text and are no part of a page's build. */
const FORMATS = new Set(
  'p br b i u s em strong a code pre span small sub sup mark del ins font kbd q abbr bdi bdo wbr ul ol li blockquote h1 h2 h3 h4 h5 h6 img hr label time cite var'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('p pre li blockquote h1 h2 h3 h4 h5 h6 ul ol'.split(' '));
const LISTS = new Set(['ul', 'ol', 'li']);
const SKIPPED = new Set(
  'script style noscript template svg canvas iframe object embed video audio head link meta'.split(
    ' ',
  ),
);
const SKIPPED_ROLES = new Set(
  'menu menubar tablist tooltip slider progressbar switch checkbox scrollbar separator'.split(' '),
);
const FIELDS = new Set('textarea input select'.split(' '));
const FIELD_ROLES = new Set(['textbox', 'searchbox', 'combobox']);

/**
 * Walks what is visible of a page, in reading order, across open shadow roots.
 * @param isPressed some clients call each message a button: a box that is called so, and holds others, is none then
 */
export function look(document: Document, layout: Layout, isPressed = false): Seen {
  const seen: Seen = { leaves: [], fields: [], visited: 0, isPressed };
  if (document.body) visit(document.body, [], false, seen, layout);
  return seen;
}

function visit(
  element: Element,
  above: Element[],
  inControl: boolean,
  seen: Seen,
  layout: Layout,
): void {
  if (seen.visited++ > MAX_VISITED || above.length > MAX_DEPTH) return;
  const tag = element.localName;
  const isEditor = tag === 'iframe' && isField(element);
  if ((SKIPPED.has(tag) && !isEditor) || isOurs(element) || isIcon(element)) return;
  if (!isVisible(element, layout)) return;
  if (isField(element)) {
    seen.fields.push({ element, order: seen.visited });
    return;
  }
  const role = element.getAttribute('role') ?? '';
  if (SKIPPED_ROLES.has(role) && !holdsPage(element, layout) && !isTickable(element, role)) return;
  const chain = [...above, element];
  const isControl =
    inControl ||
    (isButton(element) && !(seen.isPressed && isPressedBox(element))) ||
    isBarOfTools(element, layout) ||
    isClearOver(layout.style(element));
  const leaf = (is: Leaf['is'], text: string) =>
    void seen.leaves.push({
      element,
      text: text.slice(0, PREVIEW),
      length: text.length,
      is,
      isControl,
      chain,
      order: seen.visited,
    });
  if (tag === 'img') {
    leaf('picture', element.getAttribute('alt') ?? '');
    return;
  }
  if (isBlock(element) && !(element.childElementCount > 0 && canScroll(element, layout))) {
    const text = plain(element.textContent);
    if (text !== '') leaf(tag === 'time' || isStamp(text) ? 'stamp' : 'text', text);
    for (const child of element.querySelectorAll('img'))
      visit(child, chain, isControl, seen, layout);
    return;
  }
  const own = ownText(element);
  if (own !== '') leaf(isStamp(own) ? 'stamp' : 'text', own);
  for (const child of sampled(childrenOf(element))) visit(child, chain, isControl, seen, layout);
}

/** Some clients let one tick whole messages. */
function isTickable(element: Element, role: string): boolean {
  return role === 'checkbox' && element.querySelector('div, p, img') !== null;
}

/** It is there to be clicked. */
export function isButton(element: Element): boolean {
  const { localName } = element;
  return (
    localName === 'button' || localName === 'summary' || element.getAttribute('role') === 'button'
  );
}

/** Called a button, and more than one: a box that holds boxes, or from which a menu is opened. */
export function isPressedBox(element: Element): boolean {
  const { localName, firstElementChild: first } = element;
  if (localName !== 'div' || !first) return false;
  return element.hasAttribute('aria-haspopup')
    ? first.localName === 'div' || first.localName === 'span'
    : first.localName === 'div' && first.querySelector('div') !== null;
}

/** It may hold the chat's name, or the field that one writes in; what it says otherwise is there to be clicked. */
function isBarOfTools(element: Element, layout: Layout): boolean {
  return element.getAttribute('role') === 'toolbar' && !holdsPage(element, layout);
}

/** One can write in it. */
export function isField(element: Element): boolean {
  const tag = element.localName;
  if (FIELDS.has(tag)) {
    const type = element.getAttribute('type') ?? 'text';
    return tag !== 'input' || /^(text|search|email|url|)$/.test(type);
  }
  // Editors of an older kind are frames.
  if ((element as HTMLIFrameElement).contentDocument?.designMode === 'on') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  // An editor that only shows what was written says so: messages of clients with rich texts.
  if (editable === 'false' || element.getAttribute('aria-readonly') === 'true') return false;
  return FIELD_ROLES.has(element.getAttribute('role') ?? '');
}

/** All that lies in it is text and its formatting, however many elements that takes. */
function isBlock(element: Element): boolean {
  if (element.shadowRoot) return false;
  const children = [...element.children];
  if (children.length === 0) return true;
  if (!children.every((child) => isFormat(child, element))) return false;
  if (children.some(isTimed) || isBesideItsHead(element, children)) return false;
  if (
    (PARAGRAPHS.has(element.localName) && (isBare(element) || !LISTS.has(element.localName))) ||
    ownText(element) !== ''
  )
    return true;
  return areAlike(children);
}

function isFormat(child: Element, parent: Element): boolean {
  if (child.shadowRoot) return false;
  // A list in a text is plain; one that a client builds has classes.
  if (LISTS.has(child.localName) && !(isBare(child) && isBlock(child))) return false;
  const isLine = isBare(child) && (child.localName === 'div' || parent.localName === 'pre');
  if (!FORMATS.has(child.localName) && !isLine) return false;
  return [...child.children].every((inner) => isFormat(inner, child));
}

/** Lines of a text stand in elements without any mark; what a client builds has a class or a role. */
export function isBare(element: Element): boolean {
  return [...element.attributes].every(
    ({ name }) => name === 'dir' || name === 'lang' || name === 'style',
  );
}

/** A time among the words, or in a short piece of them beside a name: the element is not one text. */
function isTimed(child: Element): boolean {
  if (child.localName === 'time') return true;
  const text = plain(child.textContent);
  if (text !== '' && isStamp(text)) return true;
  const isShort = text.length <= NAME_AND_TIME && !PARAGRAPHS.has(child.localName);
  return isShort && [...child.children].some(isTimed);
}

/** Who and when stand in the element itself, and what was said in a paragraph of it. */
function isBesideItsHead(element: Element, children: readonly Element[]): boolean {
  const isSaid = ({ localName, textContent }: Element) =>
    PARAGRAPHS.has(localName) && plain(textContent) !== '';
  return children.some(isSaid) && isHead(ownText(element));
}

/** Pieces of one text bear the same classes or none; a name and what was said bear two, or the name's says so. */
function areAlike(children: readonly Element[]): boolean {
  const words = children.filter(
    (child) => child.localName !== 'br' && plain(child.textContent) !== '',
  );
  if (words.length > 1 && words.some(isNamedLine)) return false;
  const kinds = new Set(words.filter((child) => !isBare(child)).map((child) => child.className));
  return words.length < 2 || kinds.size < 2;
}

/** A line of its own that is called a name. A mention within a line is none. */
function isNamedLine(child: Element): boolean {
  const isLine = PARAGRAPHS.has(child.localName) || child.localName === 'div';
  return isLine && isCalled(child, NAME_WORDS);
}

export function ownText(element: Element): string {
  let text = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) text += child.nodeValue ?? '';
  }
  return plain(text);
}

function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Runs of neighbours, not single ones: how rows follow one another tells what they are. */
export function sampled<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MAX_CHILDREN) return all;
  const run = MAX_CHILDREN / 4;
  const middle = Math.floor(all.length / 2);
  return [...all.slice(0, run), ...all.slice(middle, middle + run), ...all.slice(-2 * run)];
}

import { HIDE, isOurs } from './ours';
import { isStamp } from './picked-time';
import { isStruck, struckOut } from './struck';

const SKIPPED = new Set(
  'script style template noscript svg input textarea select audio video iframe canvas time'.split(
    ' ',
  ),
);
const LINES = new Set(
  'p div li pre blockquote h1 h2 h3 h4 h5 h6 tr ul ol table section article'.split(' '),
);

/**
 * The words of an element as a reader sees them, without buttons, without what this extension added and without `except`.
 * Words that are not drawn count, for the end of a long message may be one click away, unless `isDrawn` asks for those alone.
 */
export function wordsIn(element: Element, except: ReadonlySet<Element>, isDrawn = false): string {
  // Of a message that is nothing but what others said, that is what it says.
  return (
    joined(element, { except, isDrawn, isAll: false }) ||
    joined(element, { except, isDrawn, isAll: true })
  );
}

function joined(element: Element, rules: Rules): string {
  const pieces: string[] = [];
  collect(element, { ...rules, pieces });
  return (
    pieces
      .join('')
      // What a font draws as a sign stands where Unicode has no letter.
      .replace(/[\u00a0\u200b\ufeff\ue000-\uf8ff]/g, (sign) => (sign === '\u00a0' ? ' ' : ''))
      .replace(/[ \t]*\n[ \t\n]*/g, '\n')
      .trim()
  );
}

type Rules = {
  except: ReadonlySet<Element>;
  isDrawn: boolean;
  /** With what is quoted and with what others added. */
  isAll: boolean;
};
type Found = Rules & { pieces: string[] };

function collect(node: Node, found: Found): void {
  const inside = (node as Partial<Element>).shadowRoot;
  if (inside) collect(inside, found);
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) found.pieces.push(child.nodeValue ?? '');
    else if (child.nodeType === 1) collectElement(child as Element, found);
  }
}

function collectElement(element: Element, found: Found): void {
  const { except, isDrawn, isAll, pieces } = found;
  const tag = element.localName;
  if (SKIPPED.has(tag) || except.has(element) || isOurs(element)) return;
  if (element.hasAttribute('hidden')) return;
  // Who is mentioned can be clicked, and is a word of the message all the same.
  if ((tag === 'button' || element.getAttribute('role') === 'button') && !isMention(element))
    return;
  if (isIcon(element) || isSpoken(element)) return;
  if (!isAll && isAdded(element)) return;
  if (isDrawn && isUnseen(element)) return;
  if (tag === 'br') pieces.push('\n');
  else if (tag === 'img') pieces.push(wordOf(element));
  else if (isStruck(element)) {
    const struck: string[] = [];
    collect(element, { ...found, pieces: struck });
    pieces.push(struckOut(struck.join('')));
  } else {
    const isLine = LINES.has(tag);
    if (isLine) pieces.push('\n');
    collect(element, found);
    if (isLine) pieces.push('\n');
  }
}

/** Hidden, or clear as what a client shows over a picture while one points at it. */
export function isUnseen(element: Element): boolean {
  return isHiddenByPage(element) || getComputedStyle(element).opacity === '0';
}

/** How clients call what is answered in a message, and what is around it. "reply-text" is the answer itself. */
const OTHERS =
  /(^|[\s_-])(quote[ds]?|quotation|cited?|reply|replay|replied)([_-]+(to|box|wrap(per)?|container|preview|info|bar|area|block|card|view|source|target))?(\s|$|__|_[a-z0-9]{3,}$)/;

/** What somebody else said and is answered, or the signs with which others answered, how many did and who: "🎉 2". */
function isAdded(element: Element): boolean {
  const names = element.getAttribute('class') ?? '';
  // In small letters and with their words parted.
  const name = names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  // Classes may be hashed where the client's tests have a word for it.
  const called = [name, element.getAttribute('data-testid') ?? ''];
  const isOthers = called.some((each) => OTHERS.test(each));
  return isOthers || isCited(element) || isAnswers(element, name) || isEdited(element);
}

/** A quotation that names whose words it is; one without may be the writer's own. */
function isCited(element: Element): boolean {
  return element.localName === 'blockquote' && element.querySelector('cite') !== null;
}

/** A note beside the words that they were changed. */
const EDITED = /^\s*[(（[]?(已编辑|编辑过|edited)[)）\]]?\s*$/i;

function isEdited(element: Element): boolean {
  return element.childElementCount === 0 && isEditNote(element.textContent ?? '');
}

/** It says that a message was changed, and no more. */
export function isEditNote(text: string): boolean {
  return EDITED.test(text);
}

function isAnswers(element: Element, name: string): boolean {
  // A line of the words may be called after the signs in it, too.
  const isList = /emoji/.test(name) && element.querySelector('li, button') !== null;
  if (!isList && !/reaction/.test(name)) return false;
  const isSigned = /^\s*(\p{Extended_Pictographic}|:[\w+-]+:)/u.test(element.textContent ?? '');
  return isSigned && !standsAmongWords(element);
}

/**
 * It is there for those who listen to a page, or for who points at something, and is cut down to nothing for the eye. Asks for
 * no box: of a folded message there is none.
 */
function isSpoken(element: Element): boolean {
  if (!element.hasAttribute('class') && !element.hasAttribute('style')) return false;
  const style = getComputedStyle(element);
  if (isClearOver(style)) return true;
  // A time is drawn while one points at the message.
  const isHidden = style.display === 'none' && !element.hasAttribute(HIDE);
  if (isHidden && isStamp(element.textContent ?? '')) return true;
  if (!isLaidOver(style)) return false;
  const isTiny = Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
  return (
    /^rect\(([01](px)?,? ?){4}\)$/.test(style.clip) ||
    /^(inset\((50|100)%|circle\(0)/.test(style.clipPath) ||
    Number.parseFloat(style.left) < -999 ||
    (isTiny && style.overflow !== 'visible')
  );
}

/** A tip lies clear over the page until one points at something. */
export function isClearOver(style: CSSStyleDeclaration): boolean {
  return style.opacity === '0' && isLaidOver(style);
}

function isLaidOver({ position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' || position === 'fixed';
}

/** Emoji stand among words or are signs; what a picture that stands alone is called in plain letters nobody sees: "file". */
function wordOf(image: Element): string {
  const alt = image.getAttribute('alt') ?? '';
  return !standsAmongWords(image) && /^[a-z][a-z _-]*$/i.test(alt) ? '' : alt;
}

const MORE = /^(展开|收起|(查看)?全文|更多|((show|see|read) )?(more|less)|expand|collapse)$/i;

/** A real button among words copies them, or unfolds the rest, unless it says "@"; the words around it may have elements of their own. */
function isMention(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  if (/^[@＠]./.test(text)) return (element.parentElement?.textContent ?? '').trim() !== text;
  return element.localName !== 'button' && standsAmongWords(element) && !MORE.test(text);
}

function standsAmongWords({ parentNode }: Element): boolean {
  return [...(parentNode?.childNodes ?? [])].some(
    ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
  );
}

/** Of a folded message nothing is drawn: what its elements say of themselves stays as it was. */
export function isHiddenByPage(element: Element): boolean {
  return !element.hasAttribute(HIDE) && getComputedStyle(element).display === 'none';
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

/** What stands in an element itself, and in none of its children. */
export function ownWords({ childNodes }: Element): string {
  const own = [...childNodes].filter(({ nodeType }) => nodeType === 3);
  return own
    .map(({ nodeValue }) => nodeValue?.trim())
    .filter(Boolean)
    .join(' ');
}

const PARAGRAPHS = new Set('p pre blockquote ul ol table'.split(' '));

/** A paragraph, and those that follow it: none of them may have been there when the place of the words was found. */
export function paragraphsFrom(
  text: Element,
  row: Element,
  except: ReadonlySet<Element>,
): Element[] {
  const found = [text];
  // Some clients make a paragraph of each message.
  if (text === row || text.localName !== 'p' || text.classList.length > 0) return found;
  for (let at = text.nextElementSibling; at; at = at.nextElementSibling) {
    if (isOurs(at)) continue;
    const isOne = PARAGRAPHS.has(at.localName) && at.classList.length === 0;
    if (!isOne || except.has(at) || isStamp((at.textContent ?? '').trim())) break;
    found.push(at);
  }
  return found;
}

/** Words that are a time or a day alone are no message. */
export function saysSomething(text: string): boolean {
  return text !== '' && !isStamp(text);
}

import { COVERED, isCovered, isStruck, struckOut } from './struck';

/** Elements that stand on lines of their own. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|h1|h2|h3|h4|h5|h6|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;

/** Slack's own. */
const BREAK = '[data-stringify-type="paragraph-break"], [data-stringify-type="line-break"]';

/**
 * The text that a reader sees where a client draws formatted text: paragraphs, list items and table rows are lines, the
 * numbers of a list are read, pictures are their own words. What matches `skip` is left out; what matches `inline` stands
 * in its line, whatever its name.
 */
export function blockText(element: Element, skip: string, inline?: string): string {
  const pieces: string[] = [];
  collect(element, { skip, inline }, pieces);
  return pieces
    .join('')
    .replace(/\u00a0/g, ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

type Rules = { skip: string; inline: string | undefined };

function collect(parent: Element, rules: Rules, pieces: string[]): void {
  let number = parent.localName === 'ol' ? Number(parent.getAttribute('start') ?? 1) || 1 : null;
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) addText(child.nodeValue ?? '', pieces);
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    if (number !== null && element.localName === 'li') {
      newLine(pieces);
      pieces.push(`${number++}. `);
      collect(element, rules, pieces);
    } else addElement(element, rules, pieces);
  }
}

function addElement(element: Element, rules: Rules, pieces: string[]): void {
  const name = element.localName;
  if (name === 'script' || name === 'style' || element.matches(rules.skip)) return;
  if (isCovered(element)) pieces.push(COVERED);
  if (name === 'br') pieces.push('\n');
  else if (name === 'img') pieces.push(wordOf(element));
  else if (isStruck(element)) {
    const struck: string[] = [];
    collect(element, rules, struck);
    pieces.push(struckOut(struck.join('')));
  } else if (BLOCKS.test(name) && !(rules.inline && element.matches(rules.inline))) {
    newLine(pieces);
    collect(element, rules, pieces);
    newLine(pieces);
  } else {
    if (element.matches(BREAK)) pieces.push('\n');
    collect(element, rules, pieces);
    if (name === 'td' || name === 'th') pieces.push(' ');
  }
}

/** Slack calls an emoji by another name in each language, but for one attribute. */
function wordOf(picture: Element): string {
  return picture.getAttribute('data-stringify-emoji') ?? picture.getAttribute('alt') ?? '';
}

/** Between two blocks the source has line breaks that nobody sees. */
function addText(text: string, pieces: string[]): void {
  if (text !== '' && (text.trim() !== '' || !endsLine(pieces))) pieces.push(text);
}

function newLine(pieces: string[]): void {
  if (!endsLine(pieces)) pieces.push('\n');
}

/** After the number of a list item a paragraph goes on in the same line. */
function endsLine(pieces: readonly string[]): boolean {
  const last = pieces.at(-1);
  return last === undefined || last.endsWith('\n') || /^-?\d+\. $/.test(last);
}

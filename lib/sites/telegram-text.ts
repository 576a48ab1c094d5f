import { COVERED, isCovered, isStruck, struckOut } from './struck';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(['blockquote', 'div', 'li', 'ol', 'p', 'pre', 'ul']);

/**
 * The text that a reader sees in an element of either Telegram client: text nodes with their own line breaks, `<br>`,
 * quotations and code on lines of their own, emoji as their characters.
 * @param skip selector of what stands in the element and is no text of it: time, reactions, buttons
 */
export function telegramText(element: Element, skip: string): string {
  const said: Said = { text: '', isBroken: false };
  collect(element, skip, said);
  return said.text.replace(/\u00a0/g, ' ').trim();
}

/** `isBroken`: what comes next stands on a new line. */
type Said = { text: string; isBroken: boolean };

function collect(node: Node, skip: string, said: Said): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) say(child.nodeValue ?? '', said);
    else if (child.nodeType === 1) collectElement(child as Element, skip, said);
  }
}

function say(words: string, said: Said): void {
  if (words === '') return;
  if (said.isBroken && said.text !== '' && !said.text.endsWith('\n')) said.text += '\n';
  said.isBroken = false;
  said.text += words;
}

function collectElement(element: Element, skip: string, said: Said): void {
  const name = element.localName;
  if (name === 'script' || name === 'style' || element.matches(skip)) return;
  if (isCovered(element)) say(COVERED, said);
  if (name === 'br') say('\n', said);
  else if (isStruck(element)) {
    const struck: Said = { text: '', isBroken: false };
    collect(element, skip, struck);
    say(struckOut(struck.text), said);
  } else if (element.classList.contains('custom-emoji')) say(customEmoji(element), said);
  else if (name === 'img') say(element.getAttribute('alt') ?? '', said);
  else {
    const isBlock = BLOCKS.has(name);
    said.isBroken ||= isBlock;
    collect(element, skip, said);
    said.isBroken ||= isBlock;
  }
}

/** The plain emoji that a custom one stands for; "" until the page knows it. */
function customEmoji(element: Element): string {
  const named = ['data-alt', 'data-sticker-emoji', 'alt'].map((name) => element.getAttribute(name));
  return named.find((emoji) => emoji !== null) ?? '';
}

import { parentOf } from '../sites/picked-tree';
import type { Layout } from './layout';

/** How letters are drawn. */
export type Look = {
  /** px */
  size: number;
  isSlanted: boolean;
  isCentred: boolean;
  /** Size, weight and slant: the same for all that is set alike. */
  set: string;
  /** These and the colour. */
  drawn: string;
};

/** Of a quotation of code the type is another one wherever it stands. */
const CODE = /^(pre|code|kbd|samp)$/;

/** How the letters of a text are drawn, those of the longest piece first. Nothing where the page is not drawn. */
export function looksIn(text: Element, layout: Layout): Look[] {
  const pieces: { length: number; look: Look }[] = [];
  const walker = text.ownerDocument.createTreeWalker(text, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const letters = (node.nodeValue ?? '').match(/[\p{L}\p{N}]/gu);
    const element = parentOf(node);
    if (!letters || !element || CODE.test(element.localName) || !layout.box(element)) continue;
    pieces.push({ length: letters.length, look: lookOf(element, layout) });
  }
  return pieces.sort((one, other) => other.length - one.length).map(({ look }) => look);
}

function lookOf(element: Element, layout: Layout): Look {
  const { fontSize, fontWeight, fontStyle, color, textAlign } = layout.style(element);
  const set = [fontSize, fontWeight, fontStyle].join();
  return {
    size: Number.parseFloat(fontSize),
    isSlanted: /italic|oblique/.test(fontStyle),
    isCentred: /center/.test(textAlign),
    set,
    drawn: set + color,
  };
}

import { hasWords } from './page-sketch';

/** Elements with text of their own in a transcript without rows: more than a line that nothing is there, or a few of joining. */
const MUCH_TEXT = 24;
/** Elements with text that look different (name or class): a message has its sender, its time and its words; a line of joining has fewer. */
const KINDS = 3;
/** Elements of a transcript that are looked at. */
const LOOKED_AT = 800;

/** The transcript plainly holds messages. Copies that a page measures out of sight do not count. */
export function holdsMuchText(scroller: Element): boolean {
  const looks = [...scroller.querySelectorAll('*')]
    .slice(0, LOOKED_AT)
    .filter((element) => hasWords(element) && element.checkVisibility({ checkVisibilityCSS: true }))
    .map(({ localName, className }) => `${localName} ${className}`);
  const repeated = looks.filter((look) => looks.filter((other) => other === look).length > KINDS);
  return repeated.length >= MUCH_TEXT && new Set(repeated).size >= KINDS;
}

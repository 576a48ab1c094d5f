import { wordsIn } from './picked-text';
import { withoutClocks } from './picked-time';
import { descendantsOf } from './picked-tree';

/** Characters that are kept. */
const LONGEST = 200;
const LOOKED_AT = 40;

const UNIT = '(?:[名位个]?\\s*(?:群?成员|人)|members?|participants?|people|users)';
/** In an element of its own: how many there are, or are there now. */
const COUNT = new RegExp(
  `^[(（]?\\s*\\d{1,6}\\s*(?:/\\s*\\d{1,6}\\s*)?(?:${UNIT}|在线|online)?(?:\\s*(?:在线|online))?\\s*[)）]?$`,
  'i',
);
/** At the end of the name. Groups of fewer than three are numbered: "网格群(2)". */
const COUNTED = new RegExp(
  `\\s*(?:[(（]\\s*(?:[3-9]|\\d{2,6})\\s*${UNIT}?\\s*[)）]|(?<!第)(?<!\\d)\\d{1,6}\\s*${UNIT})$`,
  'i',
);

/**
 * The name of a chat by the element that shows it. How many are in it and when the last spoke are no part of it: they change,
 * and the chat would be another.
 */
export function titleWords(element: Element): string {
  const passing = descendantsOf(element, LOOKED_AT).filter(({ textContent }) =>
    isPassing(textContent),
  );
  const words = collapsed(element, new Set(passing)) || collapsed(element, new Set());
  return withoutCount(words).slice(0, LONGEST);
}

function isPassing(text: string | null): boolean {
  const words = (text ?? '').trim();
  return COUNT.test(words) || withoutClocks(words) !== words;
}

function withoutCount(words: string): string {
  const rest = words.replace(COUNTED, '');
  return rest === '' || rest === words ? words : withoutCount(rest);
}

function collapsed(element: Element, except: ReadonlySet<Element>): string {
  return wordsIn(element, except).replace(/\s+/g, ' ');
}

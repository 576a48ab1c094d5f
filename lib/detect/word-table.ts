import { FILLERS, HASTE, MANNER, OBLIGATION, SYNONYMS, WHOLE_WORDS } from './phrases.ts';

const WORD_CODES = 0x200000;
const WHOLE_CODES = 0x201000;
/** Of all fillers alike, of all words of obligation, of all words of haste: the codes lie in this order. */
export const FILLER_CODE = 0x202000;
const OBLIGATION_CODE = 0x202001;
export const HASTE_CODE = 0x202002;

/** A word that is one token. `second`: its second code unit, 0 when it has only one. */
export type Word = { text: string; code: number; second: number };

/** By first code unit the place of its words in the lists below, from 1 on; 0: no word begins so. */
const PLACES = new Uint16Array(0x10000);
/** The words of one first letter, longer ones first. */
const LISTS: Word[][] = [[]];

fillTable();

function fillTable(): void {
  for (const word of OBLIGATION) add(word, OBLIGATION_CODE);
  for (const word of HASTE) add(word, HASTE_CODE);
  for (const word of [...MANNER, ...FILLERS]) add(word, FILLER_CODE);
  for (const [group, words] of SYNONYMS.entries()) {
    for (const word of words) add(word, WORD_CODES + group);
  }
  for (const [at, word] of WHOLE_WORDS.entries()) add(word, WHOLE_CODES + at);
  for (const list of LISTS) list.sort((one, other) => other.text.length - one.text.length);
}

function add(text: string, code: number): void {
  const first = text.charCodeAt(0);
  if (PLACES[first] === 0) PLACES[first] = LISTS.push([]) - 1;
  const list = LISTS[PLACES[first] ?? 0] as Word[];
  // A word that stands in two tables is what the first one says.
  if (list.some((word) => word.text === text)) return;
  list.push({ text, code, second: text.length > 1 ? text.charCodeAt(1) : 0 });
}

/** The longest word that stands at a place and ends before `limit`. */
export function wordAt(body: string, at: number, limit: number): Word | undefined {
  const place = PLACES[body.charCodeAt(at)] as number;
  if (place === 0) return undefined;
  const next = body.charCodeAt(at + 1);
  for (const word of LISTS[place] as Word[]) {
    const { text, second } = word;
    if (second !== 0 && second !== next) continue;
    if (at + text.length > limit) continue;
    if (text.length < 3 || body.startsWith(text, at)) return word;
  }
  return undefined;
}

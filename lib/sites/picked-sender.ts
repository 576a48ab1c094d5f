import type { PickedDefinition, RowKind } from './picked-definition';
import { faceOf, isAnothers } from './picked-face';
import { nameIn } from './picked-name';
import { isOwn } from './picked-own';
import { partOf } from './picked-place';
import { kindsOf, type RowPlace, type Surroundings } from './picked-row';
import { ownWords, wordsIn } from './picked-text';
import { holds } from './picked-tree';

/** Rows on one side of one without a name in which it is looked for. */
const LONGEST_RUN = 100;
/** So many names of people with another face are passed over in the search. */
const OTHER_FACES = 20;
/** Characters that are kept of a name. */
const MAX_NAME = 200;

/**
 * Who said it, "" where nobody is named; null for a line that bears a sign in the place of a name. Only one end of a run
 * bears the name: the rows up to there are looked through, as long as they are of the same side.
 */
export function senderOf(
  definition: PickedDefinition,
  place: RowPlace,
  kind: RowKind,
  own: boolean,
  around: Surroundings,
): string | null {
  const { transcript } = place;
  const here = wordsOfName(kind, place.row, transcript);
  if (isSign(here)) return null;
  const shown = bounded(here);
  // Around the user's own stands nobody's name, or that of somebody who is answered.
  if (own && kind.sender?.up) return '';
  // A group bears its name at its head, or has none: that of the group before is another's.
  if (shown !== '' || own || kind.sender?.up) return shown;
  const elsewhere = nameOfOtherKind(definition, kind, place);
  if (elsewhere !== '') return elsewhere;
  return nameOfRun(definition, place, kind, around);
}

/** The name that the run bears at its end. Who shows a face of their own is not who shows another. */
function nameOfRun(
  definition: PickedDefinition,
  place: RowPlace,
  kind: RowKind,
  around: Surroundings,
): string {
  const { transcript } = place;
  const face = faceOf(kind, place.row, transcript);
  const towards = definition.namesBelow ? 'after' : 'before';
  let at = nextTo(place, towards, around);
  let others = 0;
  for (let count = 0; at && others <= OTHER_FACES && count < LONGEST_RUN; count++) {
    const other = spokenIn(definition, at.row, transcript);
    if (other) {
      if (isOwn(other.own, other, at.row, transcript) !== false) return '';
      const words = wordsOfName(other, at.row, transcript);
      const name = bounded(words);
      // Who is called by a sign is nobody that can be told from a line of the page's own.
      if (isSign(words)) return '';
      if (name !== '') {
        const shown = faceOf(other, at.row, transcript);
        // Where a face is called by the name that stands beside it, another face says by its own who speaks.
        if (shown.label === name && face.label !== '') return face.label;
        if (!isAnothers(face, shown)) return name;
        others += 1;
      }
    }
    at = nextTo(at, towards, around);
  }
  return '';
}

/** Of few messages the place of the name was seen, and it is one person's: this one's name stands where others have theirs. */
function nameOfOtherKind(
  definition: PickedDefinition,
  kind: RowKind,
  { row, transcript }: RowPlace,
): string {
  const text = partOf(kind.text, row, transcript);
  for (const other of kindsOf(definition, row, transcript)) {
    const element = other.sender && !other.sender.up && partOf(other.sender, row, transcript);
    if (!element || (text && (holds(element, text) || holds(text, element)))) continue;
    const name = nameAt(other, row, transcript);
    if (name !== '') return name;
  }
  return '';
}

/** How a row is built that is somebody's: it has words, or only a name, where what was said is not understood. */
function spokenIn(
  definition: PickedDefinition,
  row: Element,
  transcript: Element,
): RowKind | undefined {
  const fitting = kindsOf(definition, row, transcript);
  return (
    fitting.find(({ text }) => partOf(text, row, transcript)) ??
    fitting.find((kind) => nameAt(kind, row, transcript) !== '')
  );
}

function nextTo(place: RowPlace, side: 'before' | 'after', around: Surroundings): RowPlace | null {
  const row = place[side];
  return row && around(row);
}

/** The name that a row itself shows; "" where it shows none. */
export function nameAt(kind: RowKind, row: Element, transcript: Element): string {
  return bounded(wordsOfName(kind, row, transcript));
}

function bounded(words: string): string {
  return nameIn(words).slice(0, MAX_NAME);
}

/** Neither face nor name of who goes on speaking is shown: all that is there, at the place of the name, is what was said. */
export function goesOn(kind: RowKind, row: Element, transcript: Element): boolean {
  const { sender, text: said, avatar } = kind;
  if (!sender || !avatar || row.querySelector('img, video, audio')) return false;
  const [text, name] = [said, sender].map((part) => partOf(part, row, transcript));
  if (!text || !name || !holds(text, name)) return false;
  // Without what stands in it of ours.
  return wordsIn(text, new Set()) === wordsIn(name, new Set());
}

/** All that stands where the name does. */
function wordsOfName(kind: RowKind, row: Element, transcript: Element): string {
  const { sender: part, text: said, time } = kind;
  const text = partOf(said, row, transcript);
  const element = part && partOf(part, row, transcript);
  // Where a run goes on without the name, its place may be that of the words.
  if (!element || element === text || goesOn(kind, row, transcript)) return '';
  // A name without an element of its own stands beside that of the words.
  if (text && holds(element, text)) return ownWords(element);
  if (part?.attribute) return element.getAttribute(part.attribute) ?? '';
  return nameAlone(element, time && partOf(time, row, transcript));
}

/** Beside a name, in an element of its own: what somebody is in the group, by what handle one mentions them, how they are. */
export const BESIDE = /^(群主|管理员|机器人|owner|admin|moderator|mod|bot|host|@[\w.-]+)$/i;
const STATUS = /^:[\w+-]+:$/;
/** In an element of its own: that somebody may do more than others. */
const RANK = /^[@%~&+!*#]{1,3}$/;

/** The words of a name without what stands beside it; of one who is called so nothing else would be left. */
function nameAlone(element: Element, time: Element | null | undefined): string {
  const beside = [...element.querySelectorAll('*')].filter(
    (at) =>
      at === time ||
      [BESIDE, RANK].some((form) => form.test((at.textContent ?? '').trim())) ||
      STATUS.test(at.getAttribute('alt') ?? ''),
  );
  return wordsIn(element, new Set(beside)) || wordsIn(element, new Set());
}

/** Nobody's name: clients put "-->" or "─" where the name would be when somebody came or went. */
function isSign(words: string): boolean {
  return words.trim() !== '' && !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words);
}

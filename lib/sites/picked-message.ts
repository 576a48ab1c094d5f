import { bare, type Content, textContent } from './content';
import { linksIn, textWithLinks } from './links';
import type { OwnMark, PickedDefinition, RowKind } from './picked-definition';
import { fileIn } from './picked-file';
import { isDurable } from './picked-id';
import { type Media, mediaIn } from './picked-media';
import { nameIn } from './picked-name';
import { fits, partOf } from './picked-place';
import { sideIn } from './picked-side';
import { saysSomething, wordsIn } from './picked-text';
import { exactTime, readStamp, timeOn } from './picked-time';
import { chainUpTo, holds } from './picked-tree';
import type { ReadMessage } from './site';

/** A row and what is known of the rows around it. */
export type RowPlace = {
  row: Element;
  transcript: Element;
  /** The message row before it, or null. */
  before: Element | null;
  /** Midnight of the day that a line above it names, Unix ms. */
  day: number | null;
};

/** Looks up a row's surroundings; null for an element that is no row. */
export type Surroundings = (row: Element) => RowPlace | null;

/** Rows above one without a name in which it is looked for. */
const LOOK_BACK = 100;
/** Reads the message of a row; null where there is none: a line of the system, a message being written anew. */
export function readPicked(
  definition: PickedDefinition,
  place: RowPlace,
  around: Surroundings,
  now: number,
): ReadMessage | null {
  const { row, transcript } = place;
  if (row.querySelector('textarea, [contenteditable=""], [contenteditable="true"]')) return null;
  const found = kindOf(definition, row, transcript);
  if (!found) return null;
  const { kind, content } = found;
  const own = isOwn(kind.own, kind, row, transcript);
  if (own === null) return null;
  const sender = senderOf(definition, place, kind, own, around);
  const time = timeOf(kind, place, now);
  const id = idOf(definition, row, transcript);
  const knownBy = id === null ? knownByOf(definition, kind, sender, own, time) : null;
  return {
    id,
    own,
    sender,
    clock: time.clock,
    ...(time.at === null ? {} : { time: time.at }),
    ...content,
    ...(knownBy === null ? {} : { knownBy }),
  };
}

/** The first kind whose words are there; else one that shows a picture. */
function kindOf(
  definition: PickedDefinition,
  row: Element,
  transcript: Element,
): { kind: RowKind; content: Content } | null {
  const fitting = kindsOf(definition, row, transcript);
  for (const kind of fitting) {
    const text = partOf(kind.text, row, transcript);
    if (!text) continue;
    const media = mediaIn(kind, row, transcript);
    const words = wordsIn(text, excluded(kind, media.pictures, row, transcript));
    if (saysSomething(words)) return { kind, content: contentOf(text, words, media.kind) };
  }
  // Where the words would be is where the picture is, or else whose it is must be shown.
  const kind =
    fitting.find(({ text }) => partOf(text, row, transcript)) ??
    fitting.find((each) => nameAt(each, row, transcript) !== '') ??
    fitting.find(({ sender }) => sender === undefined);
  const media = kind && mediaIn(kind, row, transcript).kind;
  return media ? { kind, content: bare(media) } : null;
}

/** Kinds whose steps lead to this very row. */
export function kindsOf({ kinds }: PickedDefinition, row: Element, transcript: Element): RowKind[] {
  const chain = chainUpTo(row, transcript)?.reverse();
  if (!chain) return [];
  return kinds.filter(
    (kind) =>
      kind.row.length === chain.length &&
      kind.row.every((step, index) => fits(chain[index] as Element, step)),
  );
}

/** What a picture is called is no word of the message. */
function excluded(
  kind: RowKind,
  pictures: readonly Element[],
  row: Element,
  transcript: Element,
): Set<Element> {
  const parts = [kind.sender, kind.time, kind.avatar].filter((part) => part !== undefined);
  return new Set([
    ...pictures,
    ...parts.map((part) => partOf(part, row, transcript)).filter((part) => part !== null),
  ]);
}

/** With a picture a text is not the same as without. */
function contentOf(text: Element, words: string, media: Media['kind']): Content {
  if (media) return { ...textContent(words), kind: media };
  return (
    fileIn(words) ??
    textWithLinks(
      words,
      linksIn(text, (link) => wordsIn(link, new Set())),
    )
  );
}

/** Null where it cannot be seen. */
function isOwn(
  mark: OwnMark | undefined,
  kind: RowKind,
  row: Element,
  transcript: Element,
): boolean | null {
  if (mark === undefined) return false;
  if (mark === 'always') return true;
  if (mark === 'side') return standsRight(partOf(kind.text, row, transcript) ?? row, transcript);
  const element = partOf(mark, row, transcript);
  if (!element) return false;
  if ('className' in mark) return element.classList.contains(mark.className);
  const value = element.getAttribute(mark.attribute);
  return value !== null && (mark.value === null || value === mark.value);
}

function standsRight(text: Element, transcript: Element): boolean | null {
  const inner = text.getBoundingClientRect();
  const outer = transcript.getBoundingClientRect();
  if (inner.width === 0 || outer.width === 0) return null;
  return sideIn(outer, inner, getComputedStyle(text).textAlign) === 'right';
}

/** Only the first of a run bears the name: the rows above are looked through, as long as they are of the same side. */
function senderOf(
  definition: PickedDefinition,
  place: RowPlace,
  kind: RowKind,
  own: boolean,
  around: Surroundings,
): string {
  const { transcript } = place;
  const shown = nameAt(kind, place.row, transcript);
  // A group bears its name at its head, or has none: that of the group before is another's.
  if (shown !== '' || own || kind.sender?.up) return shown;
  let at = place.before && around(place.before);
  for (let back = 0; at && back < LOOK_BACK; back++) {
    const other = kindsOf(definition, at.row, transcript).find(({ text }) =>
      partOf(text, at?.row as Element, transcript),
    );
    if (other) {
      if (isOwn(other.own, other, at.row, transcript) !== false) return '';
      const name = nameAt(other, at.row, transcript);
      if (name !== '') return name;
    }
    at = at.before && around(at.before);
  }
  return '';
}

function nameAt({ sender: part, text: said }: RowKind, row: Element, transcript: Element): string {
  const text = partOf(said, row, transcript);
  const element = part && partOf(part, row, transcript);
  // Where a run goes on without the name, its place may be that of the words.
  if (!element || (text && holds(element, text))) return '';
  const words = part?.attribute
    ? (element.getAttribute(part.attribute) ?? '')
    : wordsIn(element, new Set());
  return nameIn(words).slice(0, 200);
}

type ReadTime = { clock: string | null; at: number | null; isExact: boolean };

function timeOf({ time }: RowKind, { row, transcript, day }: RowPlace, now: number): ReadTime {
  const element = time && partOf(time, row, transcript);
  if (!element) return { clock: null, at: null, isExact: false };
  const words = time?.attribute
    ? (element.getAttribute(time.attribute) ?? '')
    : (element.textContent ?? '').trim();
  const exact = exactTime(words);
  if (exact !== null) return { clock: null, at: exact, isExact: true };
  const stamp = readStamp(words, now);
  const on = stamp.day ?? day;
  const at = stamp.clock !== null && on !== null ? timeOn(on, stamp.clock) : null;
  // A day that was guessed from its name may lie ahead; a message does not.
  return {
    clock: stamp.clock,
    at: at !== null && at <= now + 86_400_000 ? at : null,
    isExact: false,
  };
}

function idOf({ messageId }: PickedDefinition, row: Element, transcript: Element): string | null {
  const element = messageId && partOf(messageId, row, transcript);
  const value = element?.getAttribute(messageId?.attribute ?? '') ?? '';
  return isDurable(value) ? value : null;
}

/** Null while something that every message shows is not there. */
function knownByOf(
  { knownBy }: PickedDefinition,
  kind: RowKind,
  sender: string,
  own: boolean,
  time: ReadTime,
): string | null {
  if (knownBy.sender && kind.sender && !own && sender === '') return null;
  const clock = time.isExact ? `${time.at}` : time.clock;
  if (knownBy.clock && clock === null) return null;
  return JSON.stringify([knownBy.sender ? sender : '', knownBy.clock ? clock : '', own]);
}

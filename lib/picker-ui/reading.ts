import { boxesIn } from '../picker/answered';
import { type About, definitionOf } from '../picker/definition-of';
import type { Guess } from '../picker/guess';
import { pickedSite } from '../sites/picked';
import type { PickedDefinition } from '../sites/picked-definition';
import { partOf } from '../sites/picked-place';
import { worded } from '../sites/picked-row';
import type { ReadMessage } from '../sites/site';
import type { Mark } from './boxes';

/** What a guess would read, with the very code that will read the page later. */
export type Reading = {
  definition: PickedDefinition;
  chat: string;
  /** Rows that hold a message. */
  count: number;
  own: number;
  /** Messages whose hour is read. */
  timed: number;
  /** The first three, and one of each kind that is built otherwise: what is read wrongly is seldom among the first. And one with a box. */
  messages: ReadMessage[];
};

const SHOWN = 3;
/** A panel holds no more beside its buttons. */
const MOST = 5;
/** Of a longer transcript only the first and the last rows are read; the others are counted. */
const MAX_READ = 400;

function someOf<T>(rows: readonly T[]): readonly T[] {
  const half = MAX_READ / 2;
  return rows.length <= MAX_READ ? rows : [...rows.slice(0, half), ...rows.slice(-half)];
}

/** Null where the guess cannot be kept, or reads nothing when it is looked up again. */
export function readingOf(guess: Guess, about: About): Reading | null {
  const definition = definitionOf(guess, about);
  if (!definition) return null;
  const site = pickedSite(definition);
  if (!site.isHere(guess.document)) return null;
  const rows = site.rows(guess.document);
  const read = new Map<Element, ReadMessage>();
  for (const row of someOf(rows)) {
    const message = site.read(row);
    if (message) read.set(row, message);
  }
  const shown = new Set([...read.keys()].slice(0, SHOWN));
  for (const kind of guess.kinds.slice(1)) {
    const other = kind.rows.find(({ row }) => !shown.has(row) && read.has(row));
    if (other) shown.add(other.row);
  }
  const boxed = [...read.keys()].find((row) => holdsBox(definition, row, guess.transcript));
  if (boxed) shown.add(boxed);
  return {
    definition,
    chat: site.openChat(guess.document)?.name ?? '',
    count: rows.length > MAX_READ ? rows.length : read.size,
    own: [...read.values()].filter(({ own }) => own).length,
    timed: [...read.values()].filter(({ time, clock }) => (time ?? clock) !== null).length,
    messages: [...shown].slice(0, MOST).flatMap((row) => read.get(row) ?? []),
  };
}

/** With its words stands a box: is what it says among them? */
function holdsBox(definition: PickedDefinition, row: Element, transcript: Element): boolean {
  const text = worded(definition, row, transcript)?.text;
  return text !== undefined && boxesIn(text).length > 0;
}

/** Frames for the parts of a guess: the transcript, and what was found in its first messages. */
export function marksOf({ transcript, kinds, parts, title }: Guess): Mark[] {
  const marks: Mark[] = [{ target: transcript, kind: 'transcript' }];
  if (title) marks.push({ target: title, kind: 'title' });
  const rows = kinds.flatMap((kind, index) =>
    kind.rows.slice(0, SHOWN).map((found) => ({ ...found, index })),
  );
  for (const { row, text, index } of rows.slice(0, SHOWN)) {
    marks.push({ target: row, kind: 'message' }, { target: text, kind: 'text' });
    for (const kind of ['sender', 'time'] as const) {
      const part = parts[index]?.[kind];
      const target = part && partOf(part, row, transcript);
      if (target && target !== row) marks.push({ target, kind });
    }
  }
  return marks;
}

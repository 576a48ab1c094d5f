import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';

/** The house that a notice comes from; it decides which words may fill its places. */
export type Domain =
  | 'street'
  | 'township'
  | 'school'
  | 'hospital'
  | 'police'
  | 'bureau'
  | 'firm'
  | 'university'
  | 'property'
  | 'fire'
  | 'party'
  | 'service';

/** What may stand in an open place of a template. */
export type SlotSort =
  | 'date'
  | 'dates'
  | 'time'
  | 'span'
  | 'place'
  | 'road'
  | 'building'
  | 'count'
  | 'money'
  | 'phone'
  | 'mail'
  | 'qq'
  | 'code'
  | 'person'
  | 'office'
  | 'audience'
  | 'event'
  | 'document'
  | 'file'
  | 'link';

/** One way to say one thing. */
export type Spelling = {
  /** What is meant, whatever the words: two spellings of one value state the same. */
  value: string;
  text: string;
  /** From this time on (Unix milliseconds) the words would mean something else. */
  until?: number;
  /** Another value that a tired reader would take for this one. */
  near?: (random: Random) => Spelling;
};

/** Draws a value and spells it; a draw keeps its manner of spelling. */
export type Draw = (random: Random, now: number) => Spelling;

/** Chooses a manner of spelling; `wanted` is what the template asks for. */
export type Filler = (random: Random, wanted: string) => Draw;

/** A filled place. The same name twice in a notice is the same thing said twice. */
export type Slot = Spelling & { name: string; sort: SlotSort; again: Draw };

/** A notice as words and filled places, so that an edit knows what it touches. */
export type Part = string | Slot;

/** A hand-written notice; `template.ts` describes the notation. */
export type Template = { id: string; domain: Domain; text: string };

/** One wording of one notice with its facts. Copies state the same version. */
export type Version = {
  family: string;
  id: string;
  template: Template;
  /** The template with its choices of words made and its places still open. */
  wording: string;
  parts: Part[];
  /** The first moment at which a copy would mean another day. */
  until: number;
};

/** What an update may change, and what it is called in the truth. */
export const UPDATABLE: Partial<Record<SlotSort, FactKind>> = {
  date: 'date',
  dates: 'date',
  time: 'time',
  span: 'time',
  place: 'place',
  road: 'place',
  building: 'place',
  count: 'number',
  money: 'number',
  phone: 'contact',
  person: 'contact',
  file: 'file',
  document: 'title',
};

/** The text of some parts as one would read it. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** The filled places of a notice, each name once. */
export function slotsOf(parts: readonly Part[]): Map<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const part of parts) if (typeof part !== 'string') slots.set(part.name, part);
  return slots;
}

/** The same parts with every text changed by `change`. */
export function respell(parts: readonly Part[], change: (text: string) => string): Part[] {
  return parts.map((part) =>
    typeof part === 'string' ? change(part) : { ...part, text: change(part.text) },
  );
}

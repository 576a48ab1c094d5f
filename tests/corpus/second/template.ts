import type { Random } from '../planted/random.ts';
import type { Part, Slot, SlotSort, Template } from './model.ts';
import { FILLERS, OF_THE_HOUSE } from './slots/fillers.ts';
import { HEADS, MATTER_HEAD, TAILS } from './words/tails.ts';

/*
 * The notation of a template:
 *   {date}            a place of the sort "date", named "date"
 *   {date#end}        a second date, named "date#end"
 *   {count:3-40:份}   what the filler should know: here a range and a unit
 *   {event:police}    words of another house than the template's own
 *   [请|务必]          one of these words, chosen when the notice is written
 * A name that comes again is filled with the same words again.
 */

const PLACE = /\{([a-z]+)(#[a-z0-9]+)?(?::([^}]*))?\}/gu;
const CHOICE = /\[([^\]]*\|[^\]]*)\]/gu;

/** Makes the choices of words, and adds a head or last sentences to some: the places stay open. */
export function chooseWording(random: Random, template: Template): string {
  const chosen = template.text.replace(CHOICE, (_, words: string) => random.pick(words.split('|')));
  const tails = random.chance(0.35) ? random.some(TAILS, random.chance(0.3) ? 2 : 1) : [];
  return `${random.chance(0.25) ? chooseHead(random, chosen) : ''}${chosen}${tails.join('')}`;
}

/** A notice that begins with 【…】 has a head already. */
function chooseHead(random: Random, chosen: string): string {
  if (chosen.startsWith('【') || chosen.startsWith('关于')) return '';
  const event = /\{event[^}#]*\}/u.exec(chosen)?.[0];
  if (event && random.chance(0.35)) return MATTER_HEAD.replace('{event}', event);
  const head = random.pick(HEADS);
  return /[】：]$/u.test(head) ? head + random.pick(['', '\n']) : `${head}\n`;
}

function isSort(word: string): word is SlotSort {
  return word in FILLERS;
}

/**
 * Fills the open places of a wording. Places named in `kept` keep what they hold, so that a sibling
 * may share some of its facts.
 */
export function fillWording(
  random: Random,
  template: Template,
  wording: string,
  options: { now: number; kept?: ReadonlyMap<string, Slot> },
): Part[] {
  const filled = new Map<string, Slot>(options.kept ?? []);
  const parts: Part[] = [];
  let end = 0;
  for (const found of wording.matchAll(PLACE)) {
    if (found.index > end) parts.push(wording.slice(end, found.index));
    end = found.index + found[0].length;
    const sort = found[1] ?? '';
    if (!isSort(sort)) throw new Error(`${template.id}: no filler for ${sort}`);
    const name = `${sort}${found[2] ?? ''}`;
    const wanted = found[3] ?? (OF_THE_HOUSE.has(sort) ? template.domain : '');
    const slot = filled.get(name) ?? fillPlace(random, { name, sort, wanted, now: options.now });
    filled.set(name, slot);
    parts.push(slot);
  }
  if (end < wording.length) parts.push(wording.slice(end));
  return parts;
}

function fillPlace(
  random: Random,
  place: { name: string; sort: SlotSort; wanted: string; now: number },
): Slot {
  const again = FILLERS[place.sort](random, place.wanted);
  return { ...again(random, place.now), name: place.name, sort: place.sort, again };
}

/** Until when a filled notice may be repeated word by word. */
export function lastingUntil(parts: readonly Part[]): number {
  return Math.min(
    ...parts.map((part) => (typeof part === 'string' ? Infinity : (part.until ?? Infinity))),
  );
}

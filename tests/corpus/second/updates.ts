import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { areTwoNotices } from './apart.ts';
import type { History } from './history.ts';
import { type Slot, type SlotSort, slotsOf, UPDATABLE, type Version } from './model.ts';
import { lastingUntil } from './template.ts';

export type Update = { version: Version; change: FactKind };

/** An update changes one of these; each is as likely as the others, so that rare ones are tested. */
const UPDATE_SORTS: readonly (readonly SlotSort[])[] = [
  ['date', 'dates'],
  ['time', 'span'],
  ['place', 'road', 'building'],
  ['count', 'money'],
  ['phone'],
  ['file'],
  ['document'],
  ['person'],
];

const MOST_VERSIONS = 4;

/** The latest version of a family with exactly one fact changed; null when none can be. */
export function makeUpdate(
  base: Version,
  { random, history, now, id }: { random: Random; history: History; now: number; id: string },
): Update | null {
  const family = history.ofFamily(base.family);
  if (family.length >= MOST_VERSIONS) return null;
  const slot = chooseSlot(random, base);
  const change = slot && UPDATABLE[slot.sort];
  if (!change) return null;
  const used = new Set(family.map((version) => slotsOf(version.parts).get(slot.name)?.value));
  const changed = redraw(random, slot, used, now);
  if (!changed) return null;
  const parts = base.parts.map((part) =>
    typeof part !== 'string' && part.name === slot.name ? changed : part,
  );
  const version = { ...base, id, parts, until: lastingUntil(parts) };
  const others = history.ofTemplate(base.template.id).filter((one) => one.family !== base.family);
  const slots = slotsOf(parts);
  const apart = others.every((other) => areTwoNotices(slots, slotsOf(other.parts)));
  return apart ? { version, change } : null;
}

/** Few templates name a document: where there is one it is changed more often. */
function chooseSlot(random: Random, base: Version): Slot | null {
  const slots = [...slotsOf(base.parts).values()];
  const papers = slots.filter((slot) => slot.sort === 'document');
  if (papers.length > 0 && random.chance(0.35)) return random.pick(papers);
  for (const sorts of random.some(UPDATE_SORTS, UPDATE_SORTS.length)) {
    const fitting = slots.filter((slot) => sorts.includes(slot.sort));
    if (fitting.length > 0) return random.pick(fitting);
  }
  return null;
}

/** Another value in the same spelling: half the time one that is easily taken for the old one. */
function redraw(
  random: Random,
  slot: Slot,
  used: ReadonlySet<string | undefined>,
  now: number,
): Slot | null {
  for (let tries = 0; tries < 20; tries++) {
    const spelling = slot.near && random.chance(0.5) ? slot.near(random) : slot.again(random, now);
    if (used.has(spelling.value) || spelling.text === slot.text) continue;
    return { ...spelling, name: slot.name, sort: slot.sort, again: slot.again };
  }
  return null;
}

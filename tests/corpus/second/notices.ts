import type { Random } from '../planted/random.ts';
import { areTwoNotices } from './apart.ts';
import type { History } from './history.ts';
import { type Part, type Slot, slotsOf, type Version } from './model.ts';
import { chooseWording, fillWording, lastingUntil } from './template.ts';
import { TEMPLATES } from './templates/all.ts';

type Making = { random: Random; history: History; now: number; id: string };

/** A notice that nobody has seen, from any template. */
export function makeNotice({ random, history, now, id }: Making): Version {
  for (let tries = 0; tries < 200; tries++) {
    const template = random.pick(TEMPLATES);
    const wording = chooseWording(random, template);
    const parts = fillWording(random, template, wording, { now });
    if (!isNew(parts, history.ofTemplate(template.id))) continue;
    return { family: id, id, template, wording, parts, until: lastingUntil(parts) };
  }
  throw new Error('the templates are used up');
}

/**
 * A notice in the words of an earlier one about another matter. Half of them keep some facts of the
 * earlier one, as an office keeps its room and its telephone. Null when no draw is different enough.
 */
export function makeSibling(elder: Version, { random, history, now, id }: Making): Version | null {
  const { template, wording } = elder;
  for (let tries = 0; tries < 20; tries++) {
    const kept = random.chance(0.5) ? new Map() : keepSome(random, elder, now);
    const parts = fillWording(random, template, wording, { now, kept });
    if (!isNew(parts, history.ofTemplate(template.id))) continue;
    return { family: id, id, template, wording, parts, until: lastingUntil(parts) };
  }
  return null;
}

function isNew(parts: readonly Part[], earlier: readonly Version[]): boolean {
  const slots = slotsOf(parts);
  return earlier.every((version) => areTwoNotices(slots, slotsOf(version.parts)));
}

/** Facts that a sibling has in common with its elder: never the matter or the papers. */
function keepSome(random: Random, elder: Version, now: number): Map<string, Slot> {
  const keepable = [...slotsOf(elder.parts).values()].filter(
    (slot) => slot.sort !== 'event' && slot.sort !== 'document' && (slot.until ?? Infinity) > now,
  );
  const kept = random.some(keepable, random.whole(1, Math.max(1, keepable.length - 2)));
  return new Map(kept.map((slot) => [slot.name, slot]));
}

import { type Part, type Slot, slotsOf, type Version } from './model.ts';

/** What a notice is about and for whom: two notices that agree in these may be one and the same. */
const KEYS: ReadonlySet<string> = new Set(['event', 'document', 'audience']);

/** Names of the facts in which two notices of one template differ. */
export function differences(
  one: ReadonlyMap<string, Slot>,
  other: ReadonlyMap<string, Slot>,
): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name)?.value !== other.get(name)?.value);
}

/** Whether a careful reader would call them two notices: another matter or audience, and two facts more. */
export function areTwoNotices(
  one: ReadonlyMap<string, Slot>,
  other: ReadonlyMap<string, Slot>,
): boolean {
  const differing = differences(one, other);
  const keys = differing.filter((name) => KEYS.has(one.get(name)?.sort ?? ''));
  return keys.length > 0 && differing.length - 1 >= 2;
}

/**
 * Whether what is left of a version tells it from every other of its template: from other versions
 * of its family every differing fact must be left, from other notices at least two.
 */
export function isTellingApart(
  left: readonly Part[],
  version: Version,
  others: readonly Version[],
): boolean {
  const kept = slotsOf(left);
  const slots = slotsOf(version.parts);
  return others.every((other) => {
    if (other.id === version.id) return true;
    const differing = differences(slots, slotsOf(other.parts));
    const seen = differing.filter((name) => kept.has(name));
    return other.family === version.family
      ? seen.length === differing.length
      : areTwoNotices(keptOf(slots, kept), keptOf(slotsOf(other.parts), kept));
  });
}

function keptOf(
  slots: ReadonlyMap<string, Slot>,
  kept: ReadonlyMap<string, Slot>,
): ReadonlyMap<string, Slot> {
  return new Map([...slots].filter(([name]) => kept.has(name)));
}

import type { Random } from '../planted/random.ts';

/** Picks one, the heavier the likelier. */
export function weighted<T extends { weight: number }>(from: readonly T[], random: Random): T {
  let left = random.next() * from.reduce((sum, each) => sum + each.weight, 0);
  for (const each of from) {
    left -= each.weight;
    if (left < 0) return each;
  }
  return random.pick(from);
}

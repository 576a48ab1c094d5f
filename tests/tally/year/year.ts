import { addDays } from '../../../lib/tally/local-day.ts';
import type { Day } from '../../../lib/tally/rows.ts';
import { isWorkingDay } from '../../../lib/tally/working-days.ts';
import { createRandom } from '../../corpus/planted/random.ts';
import { type MadeGroup, makeGroups } from './groups.ts';
import { type MadeTally, Making } from './making.ts';

export type YearSize = {
  seed: number;
  groups: number;
  days: number;
  messages: number;
  lastDay: Day;
};

/**
 * Days of messages in many groups, the last on `lastDay`. Every fifth notice or so comes to several groups, a few are
 * changed later. `messages` is met within a few in a hundred.
 */
export function makeYear(size: YearSize): MadeTally {
  const random = createRandom(size.seed);
  const groups = makeGroups(random, size.groups, size.days);
  const first = addDays(size.lastDay, 1 - size.days);
  const days = Array.from({ length: size.days }, (_, at) => addDays(first, at));
  const weights = days.map((day, at) => dayWeight(groups, day, at));
  const scale = size.messages / weights.reduce((sum, weight) => sum + weight, 0);
  const made = new Making(random, size.lastDay);
  days.forEach((day, at) => {
    for (const group of groups) {
      const wanted = weightOf(group, day, at) * scale;
      const count = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
      for (let message = 0; message < count; message++) made.post(group, groups, day);
    }
  });
  return made.tally();
}

function weightOf(group: MadeGroup, day: Day, at: number): number {
  if (at < group.from || at >= group.to) return 0;
  return group.busy * (isWorkingDay(day) ? 1 : 0.25);
}

function dayWeight(groups: readonly MadeGroup[], day: Day, at: number): number {
  return groups.reduce((sum, group) => sum + weightOf(group, day, at), 0);
}

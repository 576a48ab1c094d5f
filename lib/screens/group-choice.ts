import { groupId } from '../tally/group-notes';

type Group = { site: string; chat: string };

/** Which groups go out: all, or none, but for `others`. A group that comes in later goes with the rest. */
export type GroupChoice = { all: boolean; others: ReadonlySet<string> };

/** Every group, also those that come in later; or none of them. */
export function chosenAll(all: boolean): GroupChoice {
  return { all, others: new Set() };
}

/** True when the group with this id goes out. */
export function isChosen({ all, others }: GroupChoice, id: string): boolean {
  return others.has(id) ? !all : all;
}

/** The choice with one group chosen or left out. */
export function withGroup({ all, others }: GroupChoice, id: string, chosen: boolean): GroupChoice {
  const next = new Set(others);
  if (chosen === all) next.delete(id);
  else next.add(id);
  return { all, others: next };
}

/** Ids of the chosen ones of these groups; null for every group there is. */
export function chosenOf(
  choice: GroupChoice,
  groups: readonly Group[],
): ReadonlySet<string> | null {
  if (choice.all && choice.others.size === 0) return null;
  return new Set(groups.map(groupId).filter((id) => isChosen(choice, id)));
}

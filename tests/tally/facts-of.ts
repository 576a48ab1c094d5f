import { type GroupFacts, groupFacts } from '../../lib/tally/group-facts';
import { SpreadShares } from '../../lib/tally/group-overlap';
import type { GroupRow } from '../../lib/tally/rows';
import type { Evidence, Suspicion } from '../../lib/tally/suspicion';
import { type GroupSources, PERIOD } from './group-samples';

/** The check-up of all groups from everything at once. */
export function allFacts({ spread, ...sums }: GroupSources, period = PERIOD): GroupFacts[] {
  const common = new SpreadShares(period.from, period.to);
  common.add(spread);
  return groupFacts(sums, common, period);
}

/** The facts of one group. Throws when there is none. */
export function factsOf(from: GroupSources, chat: string, period = PERIOD): GroupFacts {
  const found = allFacts(from, period).find((group) => group.chat === chat);
  if (!found) throw new Error(`no group ${chat}`);
  return found;
}

/** What a group is suspected of. */
export function kinds(facts: GroupFacts): Suspicion[] {
  return facts.suspicions.map(({ kind }) => kind);
}

/** The evidence of a suspicion. Throws when the group is not suspected of it. */
export function evidence<Kind extends Suspicion>(facts: GroupFacts, kind: Kind): Evidence[Kind] {
  const found = facts.suspicions.find((suspicion) => suspicion.kind === kind);
  if (!found) throw new Error(`not suspected: ${kind}`);
  return found.evidence as Evidence[Kind];
}

/** Notes of a group that state its purpose alone. */
export function noted(chat: string, purpose: string): GroupRow {
  const nothing = { owner: '', unit: '', note: '', disposal: null };
  return { id: `wechat|${chat}`, site: 'wechat', chat, purpose, ...nothing };
}

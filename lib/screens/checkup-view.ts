import type { GroupLine } from '../../components/report/checkup/group-table-model';
import type { GroupFacts } from '../tally/group-facts';
import { groupId } from '../tally/group-notes';
import type { GroupRow } from '../tally/rows';
import { othersOf, traceShareOf } from '../tally/suspect-make-up';
import type { Overlap } from '../tally/suspicion';

/**
 * The groups as lines of a table, with the notes as they are now; they may be newer than the facts. `isWhole`: whether
 * the facts hold what groups have in common.
 */
export function groupLines(
  facts: readonly GroupFacts[],
  notes: ReadonlyMap<string, GroupRow>,
  isWhole: boolean,
): GroupLine[] {
  const inOrder = facts.map(({ chat }) => chat).sort(new Intl.Collator('zh').compare);
  const places = new Map(inOrder.map((chat, at) => [chat, at]));
  return facts.map((group) => {
    const key = groupId(group);
    const { counts, offHours } = group;
    const others = othersOf(counts);
    const ofOthers = (part: number) => (others > 0 ? Math.min(1, part / others) : null);
    const noted = notes.get(key) ?? null;
    return {
      key,
      facts: { ...group, notes: noted },
      isWhole,
      copyShare: ofOthers(counts.copies),
      traceShare: traceShareOf(counts),
      demands: Object.values(counts.demands).reduce((sum, count) => sum + (count ?? 0), 0),
      offHoursShare: ofOthers(offHours),
      overlap: largestShare(group.overlaps),
      nameOrder: places.get(group.chat) ?? 0,
      search: searchText(group, noted),
    };
  });
}

function largestShare(overlaps: readonly Overlap[]): Overlap | null {
  return overlaps.reduce<Overlap | null>(
    (most, overlap) => (most && most.share >= overlap.share ? most : overlap),
    null,
  );
}

function searchText({ chat }: GroupFacts, notes: GroupRow | null): string {
  const { purpose = '', owner = '', unit = '', note = '' } = notes ?? {};
  // One field must not run into the next. Made as the table's filter makes the words that it looks for.
  return [chat, purpose, owner, unit, note].join('\n').normalize('NFKC').toLowerCase();
}

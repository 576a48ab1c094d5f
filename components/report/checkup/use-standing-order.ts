import { useMemo } from 'preact/hooks';
import { type GroupFilter, type GroupLine, type Sorting, shownLines } from './group-table-model';

/**
 * The lines in the order of the last sorting and filtering. New figures and notes show in their place, and what has come
 * in or fits since then at the end: a line that moved or went while the reader writes in it would take the pen out of
 * their hand. `linesOf` names what the figures are of: another period sorts anew.
 */
export function useStandingOrder(
  { lines, linesOf }: { lines: readonly GroupLine[]; linesOf: string },
  filter: GroupFilter,
  sorting: Sorting,
): GroupLine[] {
  const standing = useMemo(() => new Set<string>(), [linesOf, filter, sorting]);
  return useMemo(() => {
    const others = lines.filter(({ key }) => !standing.has(key));
    for (const { key } of shownLines(others, filter, sorting)) standing.add(key);
    const byKey = new Map(lines.map((line) => [line.key, line]));
    return [...standing].flatMap((key) => byKey.get(key) ?? []);
  }, [lines, standing]);
}

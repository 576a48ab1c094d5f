import { closestTo } from './closest';

/** The rows below a root that lie in no other row: what looks like one inside of a message is part of it. */
export function outerRows(root: ParentNode | null, row: string): HTMLElement[] {
  const outer: HTMLElement[] = [];
  if (root instanceof Element && root.closest(row)) return outer;
  // In document order what lies in a row follows it at once.
  for (const each of root?.querySelectorAll<HTMLElement>(row) ?? []) {
    if (!outer.at(-1)?.contains(each)) outer.push(each);
  }
  return outer;
}

/** The outermost row that a node is or lies in; null where there is none. */
export function outerRowOf(node: Node, row: string): HTMLElement | null {
  let found = closestTo(node, row);
  for (let outer = found; outer; outer = outer.parentElement?.closest<HTMLElement>(row) ?? null) {
    found = outer;
  }
  return found;
}

/** The row that a place beside others is, or the first in it; null where it holds none, as a line with the day does. */
export function rowIn(place: Element, row: string): HTMLElement | null {
  return place.matches(row) ? (place as HTMLElement) : place.querySelector<HTMLElement>(row);
}

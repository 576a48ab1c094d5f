import { closestTo } from './closest';

/** The rows below a root that lie in no other row: what looks like one inside of a message is part of it. */
export function outerRows(root: ParentNode | null, row: string): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(row) ?? [])].filter(
    (each) => !each.parentElement?.closest(row),
  );
}

/** The outermost row that a node is or lies in; null where there is none. */
export function outerRowOf(node: Node, row: string): HTMLElement | null {
  let found = closestTo(node, row);
  for (let outer = found; outer; outer = outer.parentElement?.closest<HTMLElement>(row) ?? null) {
    found = outer;
  }
  return found;
}

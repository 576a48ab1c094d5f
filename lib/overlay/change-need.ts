import type { Site } from '../sites/site';

/**
 * How soon a change is followed: before the page is painted; at once, but not while other messages are judged, for one that
 * nothing is known of; or a little later.
 */
export type Need = 'now' | 'news' | 'later';

/** Rows in which something has changed, and how soon that is followed. */
export type Touched = { rows: ReadonlySet<HTMLElement>; need: Need };

export type Known = {
  site: Pick<Site, 'rowOf'>;
  /** The row is read; what is known of what it says decides. */
  needOf(row: HTMLElement): Need;
  /** Rows that were read for `needOf` are read again. */
  forget(): void;
  /** The page shows another chat than when it was read last. */
  isOther(): boolean;
  holdsRows(element: Node): boolean;
  /** Forgets rows that are not in the page any more, and returns them. */
  dropGone(): readonly HTMLElement[];
  /** Work waits until it is our turn again: then everything is read. */
  isLate(): boolean;
  isFolded(row: HTMLElement): boolean;
  /** The page has drawn over what we had drawn in a row. */
  isTorn(row: HTMLElement): boolean;
};

/** Rows that are read one by one to see how soon they are followed. More are a view that is drawn anew. */
const MOST_ROWS = 40;

/**
 * What may fold, or must open, is never put off: a row that is known, one that comes back, whatever may hold rows. Put off are
 * messages that wait for the judge anyway, and what is no row: a client draws both in many steps.
 */
export function touchedBy(records: readonly MutationRecord[], known: Known): Touched {
  const { rowOf } = known.site;
  const rows = new Set<HTMLElement>();
  const added = new Set<HTMLElement>();
  let isNow = known.isLate();
  let isOutside = false;
  let isLess = false;
  let last: Node | undefined;
  let row: HTMLElement | null = null;
  for (const record of records) {
    // A client that draws in many steps is told of in thirty records a message: each is asked for as little as will do.
    isLess ||= record.removedNodes.length > 0;
    const { target } = record;
    row = target === last ? row : rowOf(target);
    last = target;
    if (row) {
      rows.add(row);
      continue;
    }
    isOutside = true;
    // What we fold is followed also when it is no row any more.
    const isRows = record.type === 'attributes' && known.holdsRows(target);
    isNow ||= isRows || known.isFolded(target as HTMLElement);
    for (const node of record.addedNodes) {
      const own = rowOf(node);
      if (own) added.add(own);
      else isNow ||= node.hasChildNodes();
    }
  }
  // What the page makes a row within a row changes the outer one, too.
  for (const { parentElement } of rows) {
    const outer = parentElement && rowOf(parentElement);
    if (outer) rows.add(outer);
  }
  // What was taken out may come back as anything, in this very task.
  if (isLess) for (const row of known.dropGone()) rows.add(row);
  const both = [...rows, ...added].filter((row) => row.isConnected);
  if (isNow || both.length > MOST_ROWS || (isOutside && known.isOther())) {
    known.forget();
    return { rows, need: 'now' };
  }
  const needs = new Set(both.map(known.needOf));
  const isNeededNow = needs.has('now') || both.some(known.isTorn);
  return { rows, need: isNeededNow ? 'now' : needs.has('news') ? 'news' : 'later' };
}

import type { Feed } from '../sites/feed';
import type { Site } from '../sites/site';
import type { View } from './decide';
import { type Folder, HELD, type Place } from './fold';
import { holdScroll } from './scroll-hold';

/** A row and what it should show. `id` and `sessionId` name the message in the page's own records. */
export type Wanted = {
  element: HTMLElement;
  id: string;
  sessionId: string | null;
  view: View;
  place: Place;
};

export type Painter = {
  /**
   * Brings the rows to what they should show without moving the reader; any other row is shown as it is. In one task, but
   * for those beyond a view where very many change: these follow, the nearest to the view first.
   * `clicked` is the row that the reader opened or closed: then that one keeps its place.
   * `isAll` is false while not all rows are read: then only what was done before is put right, and nothing is begun.
   * So no row folds half-way, and a page that has much to lay out does it once.
   */
  paint(rows: readonly Wanted[], isAll: boolean, clicked?: HTMLElement): void;
  /** The page has changed: what was still to follow is not done before the next `paint`. */
  dropRest(): void;
  /** Gives every row its own look and height back, mounted or not. */
  restore(): void;
};

/** What a row shows. `row`: what it was last wanted to show, told apart by identity, which costs nothing. */
type Painted = { row: Wanted; signature: string };

/** Rows that begin to look otherwise in one task; with the layout some 20 ms (`npm run bench:page`). More than a view holds. */
const PIECE = 160;
/** Between two such tasks, ms: the page comes first. */
const BREATH = 8;

/** `afterWrites` is called when our own changes to the page are done and the page has not yet reacted. */
export function createPainter(
  site: Site,
  folder: Folder,
  feed: Feed | undefined,
  afterWrites: () => void,
): Painter {
  let painted = new WeakMap<HTMLElement, Painted>();
  const onPage = new Map<HTMLElement, Wanted>();
  const heights = feed?.heights;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint(rows: readonly Wanted[], isAll: boolean, clicked?: HTMLElement): void {
    dropRest();
    const changes = [...rows, ...unwanted(rows)].filter(
      (row) => (isAll || isBegun(row)) && (!isPainted(row) || folder.isTorn(row.element)),
    );
    const isLong = changes.length > PIECE && !clicked && !site.rememberedHeights;
    if (isLong) drawInPieces(rows, nearestFirst(changes));
    else draw(rows, changes, clicked);
  }

  function drawInPieces(rows: readonly Wanted[], changes: readonly Wanted[]): void {
    // What was folded is put right at once: it may be another message now.
    const begun = changes.filter(({ element }) => folder.isFolded(element)).length;
    const count = Math.max(begun, PIECE);
    draw(rows, changes.slice(0, count));
    const rest = changes.slice(count);
    if (rest.length > 0) timer = setTimeout(() => drawInPieces(rows, rest), BREATH);
  }

  function dropRest(): void {
    clearTimeout(timer);
  }

  function nearestFirst(changes: readonly Wanted[]): Wanted[] {
    const view = site.scroller(document)?.getBoundingClientRect();
    const distance = ({ element }: Wanted) => {
      if (!view || folder.isFolded(element)) return -1;
      const { top, bottom } = element.getBoundingClientRect();
      return Math.max(0, view.top - bottom, top - view.bottom);
    };
    return changes
      .map((row) => ({ row, far: distance(row) }))
      .sort((one, other) => one.far - other.far)
      .map(({ row }) => row);
  }

  function draw(rows: readonly Wanted[], changes: readonly Wanted[], clicked?: HTMLElement): void {
    if (changes.length === 0) return;
    if (!changes.some(changesHeight)) {
      for (const row of changes) drawRow(row);
      afterWrites();
      return;
    }
    const excess = new Map(changes.map((row) => [row.element, excessOf(row)]));
    const resized: Wanted[] = [];
    hold(
      rows.map(({ element }) => element),
      (element) => excess.get(element) ?? 0,
      () => {
        for (const row of changes) if (drawRow(row)) resized.push(row);
      },
      () => tellPage(resized),
      clicked,
    );
  }

  function isPainted(row: Wanted): boolean {
    // What nothing was done to; but where a page remembers heights, those of all its rows are noted.
    if (isPlain(row) && !site.rememberedHeights && !onPage.has(row.element)) return true;
    const was = painted.get(row.element);
    if (was?.row === row) return true;
    if (was?.signature !== signature(row)) return false;
    was.row = row;
    return true;
  }

  function isBegun(row: Wanted): boolean {
    // A bar goes when another bears it, and not before.
    if (row.view.show === 'hidden') return false;
    return onPage.has(row.element) && (!folds(row) || folder.isFolded(row.element));
  }

  /** Rows that we have changed and that are no longer known to hold a message. */
  function unwanted(rows: readonly Wanted[]): Wanted[] {
    for (const element of onPage.keys()) {
      if (element.isConnected) continue;
      // What the page has taken out may come back as something else, and nobody would know that it is folded.
      onPage.delete(element);
      painted.delete(element);
      folder.clear(element);
    }
    if (onPage.size === 0) return [];
    const known = new Set(rows.map(({ element }) => element));
    const others = [...onPage].filter(([element]) => !known.has(element));
    return others.map(([, row]) => ({ ...row, view: { show: 'plain' } }));
  }

  /** Chips lie over the page: only folds, and what was folded before, take part in the layout. */
  function changesHeight(row: Wanted): boolean {
    return folds(row) || heights?.isTold(row) || folder.isFolded(row.element);
  }

  /** A row that is mounted anew has its natural height, whatever the page was told of its fold. */
  function excessOf(row: Wanted): number {
    if (!site.rememberedHeights || folder.isFolded(row.element)) return 0;
    heights?.noteNatural(row);
    return painted.has(row.element) ? 0 : (heights?.excessOf(row) ?? 0);
  }

  /** Says whether the page's record of the row's height may now be wrong. */
  function drawRow(row: Wanted): boolean {
    const { element, view, place } = row;
    painted.set(element, { row, signature: signature(row) });
    if (isPlain(row)) onPage.delete(element);
    else onPage.set(element, row);
    const isResized = folder.show(element, site.parts(element), view, place);
    return site.rememberedHeights && (isResized || heights?.isTold(row) === true);
  }

  function tellPage(rows: readonly Wanted[]): void {
    if (heights?.tell(rows, folder.isFolded)) scrolled();
  }

  /** The page recomputes from its records what it mounts. */
  function scrolled(): void {
    site.scroller(document)?.dispatchEvent(new Event('scroll'));
  }

  function restore(): void {
    dropRest();
    const clear = () => {
      for (const element of onPage.keys()) folder.clear(element);
      onPage.clear();
      painted = new WeakMap();
      // A page may have set it elsewhere itself: ours must not be the one that stays.
      for (const held of document.querySelectorAll(`[${HELD}]`)) held.removeAttribute(HELD);
    };
    hold(
      site.rows(document),
      () => 0,
      clear,
      () => {
        if (heights?.restoreAll()) scrolled();
      },
    );
  }

  function hold(
    rows: readonly HTMLElement[],
    excess: (row: HTMLElement) => number,
    draw: () => void,
    settle: () => void,
    clicked?: HTMLElement,
  ): void {
    const scroller = site.scroller(document);
    if (!scroller) {
      draw();
      afterWrites();
      return;
    }
    const change = () => {
      if (site.rememberedHeights) scroller.setAttribute(HELD, '');
      draw();
      afterWrites();
    };
    holdScroll({ scroller, rows, excessOf: excess, change, settle, clicked });
  }

  return { paint, dropRest, restore };
}

function isPlain({ view }: Wanted): boolean {
  return view.show === 'plain';
}

function folds({ view }: Wanted): boolean {
  return view.show === 'bar' || view.show === 'hidden';
}

function signature({ view, place }: Wanted): string {
  const { now: _, ...rest } = place;
  return JSON.stringify([view, rest]);
}

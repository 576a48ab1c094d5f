/** A change to the page that must not move what the reader reads. */
export type Held = {
  scroller: HTMLElement;
  /** Mounted rows in order. */
  rows: readonly HTMLElement[];
  /** The row that the reader clicked in: it keeps its place, wherever they are. */
  clicked: HTMLElement | undefined;
  /** By how much a row is higher than the page believes, px: such a row has pushed down those after it. */
  excessOf(row: HTMLElement): number;
  /** Changes the layout. */
  change(): void;
  /** Tells the page of new heights; the page may scroll and mount in answer. */
  settle(): void;
};

/** A row and where its top should be on the screen, px. */
type Anchor = { row: HTMLElement; top: number };

/**
 * Changes rows while the first visible one keeps its place: where it stands, or where it would stand had no row
 * above it been mounted higher than the page believed. All in one task, so no frame shows anything in between.
 * A reader at the end stays at the end, unless they have just opened something there.
 */
export function holdScroll(held: Held): void {
  const { scroller, rows, clicked, excessOf, change, settle } = held;
  const wasAtEnd = !clicked && distanceFromEnd(scroller) < 2;
  const anchor = wasAtEnd ? null : clicked ? at(clicked) : firstVisible(scroller, rows, excessOf);
  const restore = () => {
    if (wasAtEnd) {
      // The end of a list that is drawn upwards is at 0, and further down it does not go.
      if (distanceFromEnd(scroller) >= 1) scroller.scrollTop = scroller.scrollHeight;
    } else if (anchor?.row.isConnected) {
      const moved = anchor.row.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
    }
  };
  change();
  restore();
  settle();
  restore();
}

function at(row: HTMLElement): Anchor {
  return { row, top: row.getBoundingClientRect().top };
}

function firstVisible(
  scroller: HTMLElement,
  rows: readonly HTMLElement[],
  excessOf: (row: HTMLElement) => number,
): Anchor | null {
  const edge = scroller.getBoundingClientRect().top + 1;
  let pushed = 0;
  for (const row of rows) {
    const { top, bottom } = row.getBoundingClientRect();
    const excess = excessOf(row);
    if (bottom - pushed - excess > edge) return { row, top: top - pushed };
    pushed += excess;
  }
  return null;
}

function distanceFromEnd(scroller: HTMLElement): number {
  if (getComputedStyle(scroller).flexDirection === 'column-reverse') return -scroller.scrollTop;
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
}

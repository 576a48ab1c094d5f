/**
 * Changes rows without moving what the reader reads: the first visible row keeps its place.
 * `change` may change the layout; `settle` tells the page of new heights, and may make it scroll.
 * All in one task, so no frame shows anything in between. A reader at the end stays at the end.
 */
export function holdScroll(
  scroller: HTMLElement,
  rows: readonly HTMLElement[],
  change: () => void,
  settle: () => void,
): void {
  const box = scroller.getBoundingClientRect();
  const wasAtEnd = distanceFromEnd(scroller) < 2;
  const anchor = rows.find((row) => row.getBoundingClientRect().bottom > box.top + 1);
  const top = anchor?.getBoundingClientRect().top ?? 0;
  const restore = () => {
    if (wasAtEnd) {
      if (distanceFromEnd(scroller) >= 1) scroller.scrollTop = scroller.scrollHeight;
      return;
    }
    if (!anchor?.isConnected) return;
    // The browser's own scroll anchoring may have moved it already: only what is left is corrected.
    const moved = anchor.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
  };
  change();
  restore();
  settle();
  restore();
}

function distanceFromEnd(scroller: HTMLElement): number {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
}

/** Tells which rows the reader has before their eyes: inside the scroller's visible box, in a visible tab. */
export type Shown = {
  watch(row: HTMLElement): void;
  unwatch(row: HTMLElement): void;
  /** Rows on screen now; empty in a hidden tab, which mounts rows that nobody reads. */
  onScreen(): HTMLElement[];
  stop(): void;
};

/** Besides 0, so that a row that first only touched the edge is told of again. */
const THRESHOLDS = [0, 0.01, 0.1];

export function watchShown(document: Document, onChange: () => void, signal: AbortSignal): Shown {
  const watched = new Set<HTMLElement>();
  const inside = new Set<HTMLElement>();
  const note = (entries: IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting, intersectionRect } of entries) {
      // A row that only touches the edge intersects with no height.
      const isIn = isIntersecting && intersectionRect.height >= 1;
      if (isIn) inside.add(target as HTMLElement);
      else inside.delete(target as HTMLElement);
    }
    onChange();
  };
  const observer = new IntersectionObserver(note, { threshold: THRESHOLDS });
  document.addEventListener('visibilitychange', () => onChange(), { signal });

  return {
    watch(row) {
      if (watched.has(row)) return;
      watched.add(row);
      observer.observe(row);
    },
    unwatch(row) {
      watched.delete(row);
      inside.delete(row);
      observer.unobserve(row);
    },
    onScreen() {
      if (document.visibilityState !== 'visible') return [];
      return [...inside].filter((row) => row.isConnected).sort(inDocumentOrder);
    },
    stop: () => observer.disconnect(),
  };
}

function inDocumentOrder(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & 4 ? -1 : 1;
}

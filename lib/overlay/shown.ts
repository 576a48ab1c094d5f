import { afterNextFrame } from './next-frame';

/** Tells which rows the reader has had before their eyes from top to bottom, in a visible tab. */
export type Shown = {
  watch(row: HTMLElement): void;
  unwatch(row: HTMLElement): void;
  /** Looks again at the next frame: a row may have been opened. */
  look(): void;
  /** Rows that were shown whole. */
  whole(): ReadonlySet<HTMLElement>;
  /** Of what scrolls in a shadow tree the document hears nothing. */
  follow(tree: ShadowRoot): void;
  stop(): void;
};

/** Part of a row's height, px from its top. */
type Span = { from: number; to: number };

/** Margins above and below a message: a row is whole without them. */
const MARGIN = 20;
/** Parts that were shown one after the other may be this far apart: rounding, a bar that was just removed. */
const GAP = 4;

/**
 * A row is shown whole when every part of it has been inside the scroller's box: at once, or one part after the
 * other while it was scrolled. Mounting claims nothing: a hidden tab mounts rows that nobody reads.
 */
export function watchShown(
  document: Document,
  scrollerOf: () => HTMLElement | null,
  isFolded: (row: HTMLElement) => boolean,
  onChange: () => void,
  signal: AbortSignal,
): Shown {
  const inside = new Set<HTMLElement>();
  const spans = new WeakMap<HTMLElement, Span>();
  const whole = new Set<HTMLElement>();

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inside.add(target as HTMLElement);
      else inside.delete(target as HTMLElement);
    }
    measure();
  });

  /** The ratio of a row higher than the box does not change while it is scrolled, so the observer alone is not enough. */
  const measureLaidOut = afterNextFrame(measure);
  const schedule = () => {
    if (inside.size > 0) measureLaidOut();
  };

  function measure(): void {
    const scroller = scrollerOf();
    if (!scroller || document.hidden) return;
    const box = scroller.getBoundingClientRect();
    const before = whole.size;
    for (const row of inside) {
      if (!row.isConnected) inside.delete(row);
      else if (!isFolded(row) && note(row, box)) settle(row);
    }
    if (whole.size > before) onChange();
  }

  /** Adds what is shown now; says whether all has been. */
  function note(row: HTMLElement, box: DOMRect): boolean {
    const { top, height } = row.getBoundingClientRect();
    const from = Math.max(0, box.top - top);
    const to = Math.min(height, box.bottom - top);
    if (to - from < 1) return false;
    const span = joined(spans.get(row), { from, to });
    spans.set(row, span);
    return span.from <= MARGIN && span.to >= height - MARGIN;
  }

  function settle(row: HTMLElement): void {
    whole.add(row);
    inside.delete(row);
    observer.unobserve(row);
  }

  const listenTo = (tree: Document | ShadowRoot) =>
    tree.addEventListener('scroll', schedule, { signal, capture: true, passive: true });

  listenTo(document);
  document.addEventListener('visibilitychange', schedule, { signal });
  return {
    watch(row) {
      if (!whole.has(row)) observer.observe(row);
    },
    unwatch(row) {
      inside.delete(row);
      whole.delete(row);
      spans.delete(row);
      observer.unobserve(row);
    },
    look: schedule,
    follow: listenTo,
    whole: () => whole,
    stop: () => observer.disconnect(),
  };
}

/** Both parts as one when they touch, else the later one alone: what lies between was not shown. */
function joined(one: Span | undefined, other: Span): Span {
  if (!one || other.from > one.to + GAP || other.to < one.from - GAP) return other;
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

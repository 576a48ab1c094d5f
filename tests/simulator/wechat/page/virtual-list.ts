import { element } from './element.ts';

/** Anything that stands in a virtual list. */
export type Listed = { _index: number; _h: number; _offsetTop: number };

/** One mounted row. */
export type Row = { element: HTMLElement; update(): void };

type Parts<Item extends Listed> = {
  /** The `div[mm-repeat]`. */
  host: HTMLElement;
  scroller: HTMLElement;
  /** Pixels rendered beyond either edge. */
  buffer: number;
  /** Same key, same element; without it rows are bound to the item object. */
  keyOf?(item: Item): string;
  makeRow(item: Item): Row;
  /** Measures items that have no height, asynchronously; calls back when all have one. */
  measure(items: Item[], done: () => void): void;
  /** Called after every render. */
  rendered?(rows: Row[]): void;
};

export type VirtualList<Item extends Listed> = {
  /** The collection changed. `toBottom` shows the end once it is rendered. */
  setItems(items: readonly Item[], toBottom: boolean): void;
  /** Updates mounted rows in place. */
  digest(): void;
  rows(): Row[];
  /** Nothing waits to be measured or rendered. */
  idle(): boolean;
  /** The scroller goes away. */
  stop(): void;
};

/** Height that the page assumes for the scroller until the first scroll event. */
const FIRST_VISIBLE = 687;

/**
 * A list that mounts only the rows near the visible part. Two placeholder elements stand for the
 * rest; their heights are sums of remembered heights, so a row whose height changes behind the
 * list's back makes the content jump when it leaves.
 */
export function createVirtualList<Item extends Listed>(parts: Parts<Item>): VirtualList<Item> {
  const top = element('div.top-placeholder');
  const bottom = element('div.bottom-placeholder');
  parts.host.replaceChildren(top, bottom);
  const mounted = new Map<Item | string, Row>();
  const keyOf = (item: Item): Item | string => parts.keyOf?.(item) ?? item;
  let items: readonly Item[] = [];
  let seen = { scroll: 0, visible: FIRST_VISIBLE };
  let pending = 0;
  let change = 0;
  let stopped = false;

  function render(from: readonly Item[], slice: Slice): void {
    top.style.height = `${slice.topHeight}px`;
    bottom.style.height = `${slice.bottomHeight}px`;
    const wanted = from.slice(slice.start, slice.end);
    const keys = new Set(wanted.map(keyOf));
    for (const [key, row] of mounted) {
      if (keys.has(key)) continue;
      row.element.remove();
      mounted.delete(key);
    }
    let before: Element = top;
    for (const item of wanted) {
      const row = mounted.get(keyOf(item)) ?? parts.makeRow(item);
      mounted.set(keyOf(item), row);
      if (before.nextElementSibling !== row.element) before.after(row.element);
      before = row.element;
      row.update();
    }
    parts.rendered?.(rows());
  }

  function rows(): Row[] {
    return [...mounted.values()].sort((one, other) =>
      one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING
        ? -1
        : 1,
    );
  }

  function measureThenRender(toBottom: boolean): void {
    const current = ++change;
    const next = items;
    pending++;
    const finish = (): void => {
      pending--;
      if (stopped || current !== change) return;
      let offset = 0;
      for (const item of next) {
        item._offsetTop = offset;
        offset += item._h;
      }
      if (toBottom) seen = { ...seen, scroll: Math.max(0, offset - seen.visible) };
      render(next, sliceOf(next, seen, parts.buffer));
      if (toBottom) parts.scroller.scrollTop = parts.scroller.scrollHeight;
    };
    // The list renders one macrotask after its collection changed.
    parts.measure(
      next.filter((item) => !item._h),
      () => setTimeout(finish, 0),
    );
  }

  function onScroll(): void {
    seen = { scroll: parts.scroller.scrollTop, visible: parts.scroller.clientHeight };
    if (pending > 0) return;
    if (items.some((item) => !item._h)) measureThenRender(false);
    else render(items, sliceOf(items, seen, parts.buffer));
  }

  parts.scroller.addEventListener('scroll', onScroll);
  return {
    setItems(next, toBottom) {
      items = [...next];
      items.forEach((item, index) => {
        item._index = index;
      });
      measureThenRender(toBottom);
    },
    digest() {
      for (const row of mounted.values()) row.update();
    },
    rows,
    idle: () => pending === 0,
    stop() {
      stopped = true;
      parts.scroller.removeEventListener('scroll', onScroll);
    },
  };
}

type Slice = { start: number; end: number; topHeight: number; bottomHeight: number };

function sliceOf(
  items: readonly Listed[],
  seen: { scroll: number; visible: number },
  buffer: number,
): Slice {
  const slice = { start: 0, end: 0, topHeight: 0, bottomHeight: 0 };
  let offset = 0;
  items.forEach((item, index) => {
    const end = offset + item._h;
    if (end < seen.scroll - buffer) {
      slice.topHeight += item._h;
      slice.start = index + 1;
      slice.end = index + 1;
    } else if (offset <= seen.scroll + seen.visible + buffer) {
      slice.end = index + 1;
    } else {
      slice.bottomHeight += item._h;
    }
    offset = end;
  });
  return slice;
}

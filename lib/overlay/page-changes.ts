import type { Site } from '../sites/site';
import type { Touched } from './change-need';
import { afterNextFrame } from './next-frame';

/** Of the page's time, as a share, what our work may take when it comes without end. */
const SHARE = 0.2;
/** Work that is done at once, ms, before the share counts: a burst is read and folded in the task that brings it. */
const AT_ONCE = 150;
/**
 * The same for changes of no more rows than a view holds, as when one scrolls: on a slow machine each may take most of a
 * frame, and put off they would be seen as the page drew them.
 */
const AT_ONCE_OF_FEW = 1_200;
/**
 * Longest that our share puts anything off, ms, whatever is owed; twice that where few changes become many meanwhile. What was
 * folded and says something else now must not stay so.
 */
const LONGEST_DELAY = 1_000;
/** Least wait between two tasks of one long piece of work, ms: the page comes first. */
const BREATH = 8;

/** Longest that a message waits that nothing is known of yet, while others are judged, and any change that is no message, ms. */
const LONGEST_REST = 100;

/** Hears of the page's changes and does what they ask for, at once and within our share of the page's time. */
export type PageChanges = {
  start(): void;
  /** Hears of this tree, too: what lies in a shadow tree is not heard outside of it. */
  watch(tree: Node): void;
  /** What was changed until now was changed by us. */
  disown(): void;
  /** The page has changed in this very task, and nobody has heard of it yet: reads it now, if there is time. */
  catchUp(): void;
  /** Looks now at what was put off. */
  bringForward(): void;
  /** Touched rows wait until it is our turn again: what they say is not known. */
  isLate(): boolean;
  /** Reads rows that nobody has touched. */
  again(rows: readonly HTMLElement[]): void;
  stop(): void;
};

type Parts = {
  site: Site;
  /** The page has changed; it may be read only later. */
  onChange(): void;
  /** Reads these rows, and those that are new; false when some are left. */
  read(touched: ReadonlySet<HTMLElement>): boolean;
  /** After reading; what is done here is our work, too. */
  onRead(): void;
  touchedBy(records: readonly MutationRecord[]): Touched;
  /** Others are being judged: what is read now is told after them, together with what comes meanwhile. */
  isJudging(): boolean;
  /** No more rows are touched or new than a view holds. */
  isFew(touched: ReadonlySet<HTMLElement>): boolean;
  /** The page has very many rows: what is measured there must not make it lay all of them out. */
  isPart(): boolean;
  /** False when the page is not to be read now. */
  mayRead(): boolean;
};

export function watchChanges(parts: Parts): PageChanges {
  const { site, onChange, read, onRead, touchedBy, isJudging, isFew, isPart, mayRead } = parts;
  /** Ms of work done beyond the share, and when that was. */
  let debt = 0;
  let last = 0;
  let touched = new Set<HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(follow);
  const workLaidOut = afterNextFrame(work);

  function follow(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    onChange();
    const from = performance.now();
    const { rows, need } = touchedBy(records);
    // While we wait for our turn nothing more is owed: the wait would never end.
    if (!timer) debt += performance.now() - from;
    for (const row of rows) touched.add(row);
    // The timers of a hidden page may come a minute late.
    if (need === 'now' || document.hidden || (need === 'news' && !isJudging())) start();
    else
      rest ??= setTimeout(() => {
        rest = undefined;
        start();
      }, LONGEST_REST);
  }

  /** At once; or, where there are very many rows, when the browser has laid them out for the next frame. A hidden page has none. */
  function start(): void {
    if (isPart() && !document.hidden) workLaidOut();
    else work();
  }

  function work(): void {
    if (!mayRead()) {
      touched.clear();
      return;
    }
    const from = performance.now();
    debt = Math.max(0, debt - (from - last) * SHARE);
    last = from;
    if (timer) return;
    const free = debt > AT_ONCE && isFew(touched) ? AT_ONCE_OF_FEW : AT_ONCE;
    debt = Math.min(debt, free + LONGEST_DELAY * SHARE);
    if (later((debt - free) / SHARE)) return;
    clearTimeout(rest);
    rest = undefined;
    const rows = touched;
    touched = new Set();
    const isAll = read(rows);
    onRead();
    debt += performance.now() - from;
    if (!isAll) later(BREATH);
  }

  function later(wait: number): boolean {
    if (wait > 0)
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, wait);
    return wait > 0;
  }

  function watch(tree: Node): void {
    observer.observe(tree, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['href', ...site.watchedAttributes],
    });
  }

  return {
    start() {
      const stage = site.stage(document);
      if (stage) watch(stage);
    },
    watch,
    disown: () => void observer.takeRecords(),
    catchUp: () => follow(observer.takeRecords()),
    bringForward() {
      if (rest) start();
    },
    isLate: () => Boolean(timer),
    again(rows) {
      for (const row of rows) touched.add(row);
      start();
    },
    stop() {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(rest);
    },
  };
}

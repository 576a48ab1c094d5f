import type { Site } from '../sites/site';
import type { View } from './decide';
import type { Feed } from './feed';
import type { Folder, Place } from './fold';
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
  /** Brings the rows to what they should show, in one task, without moving the reader. */
  paint(rows: readonly Wanted[]): void;
  /** Gives every row its own look and height back, mounted or not. */
  restore(): void;
};

type Height = { sessionId: string; id: string; natural: number };

/** `afterWrites` is called when our own changes to the page are done and the page has not yet reacted. */
export function createPainter(
  site: Site,
  folder: Folder,
  feed: Feed,
  afterWrites: () => void,
): Painter {
  const painted = new WeakMap<HTMLElement, string>();
  const onPage = new Set<HTMLElement>();
  const heights = new Map<string, Height>();

  function paint(rows: readonly Wanted[]): void {
    const changes = rows.filter((row) => painted.get(row.element) !== signature(row));
    if (changes.length === 0) return;
    for (const element of onPage) if (!element.isConnected) onPage.delete(element);
    const taller: Wanted[] = [];
    const naturals = changes.map(({ element }) => heightOf(element));
    const draw = () => {
      changes.forEach((row, index) => {
        painted.set(row.element, signature(row));
        onPage.add(row.element);
        const parts = site.parts(row.element);
        if (!folder.show(row.element, parts, row.view, row.place)) return;
        taller.push(row);
        remember(row, naturals[index] ?? 0);
      });
    };
    const elements = rows.map(({ element }) => element);
    hold(elements, draw, () => tellHeights(taller));
  }

  function remember({ id, sessionId }: Wanted, natural: number): void {
    if (sessionId !== null && !heights.has(id)) heights.set(id, { sessionId, id, natural });
  }

  /** The page learns the new heights and recomputes what it mounts, in this same task. */
  function tellHeights(rows: readonly Wanted[]): void {
    if (rows.length === 0) return;
    record(
      rows.map(({ element, id, sessionId }) => ({ sessionId, id, height: heightOf(element) })),
    );
  }

  function record(told: { sessionId: string | null; id: string; height: number }[]): void {
    if (!site.rememberedHeights) return;
    for (const sessionId of new Set(told.map((entry) => entry.sessionId))) {
      if (sessionId === null) continue;
      const entries = told.filter((entry) => entry.sessionId === sessionId);
      feed.setHeights(
        sessionId,
        entries.map(({ id, height }) => [id, height]),
      );
    }
    site.scroller(document)?.dispatchEvent(new Event('scroll'));
  }

  function restore(): void {
    const clear = () => {
      for (const element of onPage) folder.clear(element);
      onPage.clear();
    };
    const naturals = [...heights.values()].map((height) => ({ ...height, height: height.natural }));
    hold(site.rows(document), clear, () => {
      if (naturals.length > 0) record(naturals);
    });
    heights.clear();
  }

  function hold(rows: readonly HTMLElement[], change: () => void, settle: () => void): void {
    const scroller = site.scroller(document);
    const write = () => {
      change();
      afterWrites();
    };
    if (scroller) holdScroll(scroller, rows, write, settle);
    else write();
  }

  return { paint, restore };
}

/** Whole pixels, never 0: that would mean "measure again". */
function heightOf(row: HTMLElement): number {
  return Math.max(1, Math.round(row.getBoundingClientRect().height));
}

function signature({ view, place }: Wanted): string {
  const { now: _, ...rest } = place;
  return JSON.stringify([view, rest]);
}

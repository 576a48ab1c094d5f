/** A mounted row and the name of its message in the page's own records. */
type Row = { element: HTMLElement; id: string; sessionId: string | null };

type Known = { sessionId: string; natural: number; told?: number };
type Telling = { sessionId: string; id: string; height: number | null };

/** What the page believes of the heights of rows, and what they are without us. Pixels. */
export type RowHeights = {
  /** Call when a row is mounted and nothing has been done to it yet. */
  noteNatural(row: Row): void;
  /** By how much an untouched row is higher than the page believes. */
  excessOf(row: Row): number;
  isTold(row: Row): boolean;
  /** Tells the page the height of a folded row, and gives it its own back for any other; says whether anything changed. */
  tell(rows: readonly Row[], isFolded: (row: HTMLElement) => boolean): boolean;
  /** Gives the page all of its own heights back. */
  restoreAll(): boolean;
};

/** @param record tells the page the heights of rows by the ids of their messages; null gives it its own back. */
export function createRowHeights(
  record: (sessionId: string, heights: [id: string, height: number | null][]) => void,
): RowHeights {
  const known = new Map<string, Known>();

  function send(heights: readonly Telling[]): boolean {
    for (const sessionId of new Set(heights.map((height) => height.sessionId))) {
      const ofChat = heights.filter((height) => height.sessionId === sessionId);
      record(
        sessionId,
        ofChat.map(({ id, height }) => [id, height]),
      );
    }
    return heights.length > 0;
  }

  function giveBack(id: string, height: Known): Telling {
    delete height.told;
    return { sessionId: height.sessionId, id, height: null };
  }

  return {
    noteNatural({ id, sessionId, element }) {
      if (sessionId === null) return;
      known.set(id, { ...known.get(id), sessionId, natural: heightOf(element) });
    },
    excessOf({ id }) {
      const height = known.get(id);
      return height?.told === undefined ? 0 : height.natural - height.told;
    },
    isTold: ({ id }) => known.get(id)?.told !== undefined,
    tell(rows, isFolded) {
      const changed = rows.flatMap(({ id, element }): Telling[] => {
        const height = known.get(id);
        if (!height) return [];
        if (!isFolded(element)) return height.told === undefined ? [] : [giveBack(id, height)];
        const now = heightOf(element);
        if (now === height.told) return [];
        height.told = now;
        return [{ sessionId: height.sessionId, id, height: now }];
      });
      return send(changed);
    },
    restoreAll() {
      const told = [...known].filter(([, height]) => height.told !== undefined);
      const changed = told.map(([id, height]) => giveBack(id, height));
      known.clear();
      return send(changed);
    },
  };
}

/** Whole pixels, never 0: that would mean "measure again". */
function heightOf(row: HTMLElement): number {
  return Math.max(1, Math.round(row.getBoundingClientRect().height));
}

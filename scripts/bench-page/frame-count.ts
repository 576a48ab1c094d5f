/** A row that stands in the view when a frame is painted, or one that is folded wherever it stands. */
export type PaintedRow = { id: string; isFolded: boolean };

/** Of messages that were folded sooner or later. */
export type FrameSums = {
  /** How many they are. */
  folded: number;
  /** Frames in which one of them was seen unfolded before it was first folded: the time that its verdict took. */
  first: number;
  /** The same after that: a row that was mounted again and painted before it was folded again. Must be 0. */
  again: number;
};

export type FrameCount = {
  /** One frame with all rows in it. */
  look(rows: readonly PaintedRow[]): void;
  sums(): FrameSums;
};

/**
 * Counts frames in which a message was seen that is folded later. One that opens and stays open was not to be folded any
 * more: its frames do not count. Knows nothing outside itself: it is handed to the page as it is written.
 */
export function createFrameCount(): FrameCount {
  const folded = new Set<string>();
  const unfolded = new Map<string, number>();
  let first = 0;
  let again = 0;
  return {
    look(rows) {
      for (const { id, isFolded } of rows) {
        const frames = unfolded.get(id) ?? 0;
        if (!isFolded) {
          unfolded.set(id, frames + 1);
          continue;
        }
        unfolded.delete(id);
        if (folded.has(id)) again += frames;
        else first += frames;
        folded.add(id);
      }
    },
    sums: () => ({ folded: folded.size, first, again }),
  };
}

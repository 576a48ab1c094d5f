import { type PageMessage, SYSTEM_TYPE } from './wechat-page';

/** The page's own record of a row's height before ours, and ours. Pixels. */
type Kept = { own: unknown; ours: number };

/** Writes the heights of folded rows into the page's records, and gives the page its own back. */
export type RememberedHeights = {
  /** Null gives it back. */
  set(message: PageMessage, height: number | null): void;
  /** The page may have measured a message again, without its fold: ours is put back. */
  reassert(): void;
  restoreAll(): void;
};

export function createRememberedHeights(): RememberedHeights {
  const kept = new Map<PageMessage, Kept>();

  function giveBack(message: PageMessage): void {
    const known = kept.get(message);
    // Only where it is still ours; 0 makes the page measure what it had not measured before.
    if (known && message._h === known.ours) message._h = known.own ?? 0;
    kept.delete(message);
  }

  return {
    set(message, height) {
      if (height === null) giveBack(message);
      else if (Number.isInteger(height) && height > 0) {
        const known = kept.get(message);
        kept.set(message, { own: known ? known.own : message._h, ours: height });
        message._h = height;
      }
    },
    reassert() {
      for (const [message, known] of kept) {
        // A message that was taken back is another row now, with a height of its own.
        if (Number(message.MsgType) === SYSTEM_TYPE) kept.delete(message);
        else if (message._h && message._h !== known.ours) {
          known.own = message._h;
          message._h = known.ours;
        }
      }
    },
    restoreAll() {
      for (const message of [...kept.keys()]) giveBack(message);
    },
  };
}

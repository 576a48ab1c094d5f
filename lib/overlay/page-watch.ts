import type { LostReason } from '../messages/protocol';

/**
 * How long a sign must be seen before the page counts as not understood, ms; where none is given: at once. Only time in
 * which the page is shown and loaded counts, and only between looks at the same chat. What it waits for:
 * - `transcript`: a client that loads its transcript after its frame, over a slow line.
 * - `messages`: a chat whose messages are still on their way; a picture without a height held all rows back for 4 s.
 * - `chat`: the gap between two chats, measured at 9 to 61 ms, and 4 s with a slow picture.
 * - `texts`: rows that stand before their words are drawn.
 * - `senders`: names that come later than their messages, in batches of 50 for a large group.
 * - `ids`: a row that is drawn anew before the old one goes.
 */
export const PATIENCE: Partial<Record<LostReason, number>> = {
  ids: 3_000,
  texts: 6_000,
  chat: 15_000,
  messages: 15_000,
  transcript: 30_000,
  senders: 30_000,
};

/** Longest time between two looks that counts as watched, ms: what happened while the computer slept nobody saw. */
const WATCHED = 2_000;
/** How long a page must be free of signs before it is read again, ms; doubled with each further loss, up to the second. */
const CALM = 3_000;
const LONGEST_CALM = 300_000;

/** Decides from signs that are seen over time whether the page is understood. Knows no clock: each look brings its own, ms. */
export type PageWatch = {
  /** One look: the sign that was seen, or null. Says whether the page was lost or found with it. */
  see(sign: LostReason | null, now: number): boolean;
  /** What was seen until now counts no more: another chat was opened, or the page was out of sight. */
  startOver(now: number): void;
  reason(): LostReason | null;
  /** A next look is wanted although nothing happens in the page: time will tell. */
  isWaiting(): boolean;
};

export function createPageWatch(): PageWatch {
  let lost: LostReason | null = null;
  let sign: LostReason | null = null;
  /** Half of what the next loss asks for. */
  let calm = CALM / 2;
  /** Time for which the same was seen: the sign, or none while the page is lost. */
  let seenFor = 0;
  let last = 0;

  return {
    see(seen, now) {
      seenFor = seen === sign ? seenFor + Math.min(WATCHED, now - last) : 0;
      sign = seen;
      last = now;
      const isTurn = lost === null ? seen !== null : seen === null;
      const needed = lost === null && seen !== null ? (PATIENCE[seen] ?? 0) : calm;
      if (!isTurn || seenFor < needed) return false;
      lost = seen;
      seenFor = 0;
      if (seen !== null) calm = Math.min(LONGEST_CALM, calm * 2);
      return true;
    },
    startOver(now) {
      last = now;
      seenFor = 0;
    },
    reason: () => lost,
    isWaiting: () => (lost === null) === (sign !== null),
  };
}

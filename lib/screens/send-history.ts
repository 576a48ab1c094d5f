import type { History, ReadMessage } from '../import/histories/history';
import { type HistoryChoices, ordered, piecesOf } from '../import/histories/pieces';
import type { HistoryCounts } from '../messages/protocol';
import { CallFailed, call } from '../messages/send';
import { breath } from '../tally/breath';

/** How often an import begins again by itself when the background was stopped; what it had counted is known then. */
const TRIES = 4;

/** What became of a history. `isWhole`: false when it was stopped; the days before are counted. */
export type SentHistory = HistoryCounts & { isWhole: boolean };

type Sending = {
  dayStartHour: number;
  now: number;
  progress(done: number, total: number): void;
  stopped: AbortSignal;
};

const NOTHING: HistoryCounts = { added: 0, known: 0, onPage: 0, closed: 0 };

/**
 * Hands a history over to the background, piece by piece, which judges and counts it. Each piece is counted as a whole or
 * not at all, so it may be stopped at any time. Throws `CallFailed`.
 */
export async function sendHistory(
  history: History,
  choices: HistoryChoices,
  sending: Sending,
): Promise<SentHistory> {
  await breath();
  const messages = ordered(history, choices, sending.now);
  let added = 0;
  for (let left = TRIES - 1; ; left--) {
    const counts = { ...NOTHING };
    try {
      const isWhole = await sendOnce(history, messages, choices, sending, counts);
      // What an earlier try counted is known to the later one.
      return {
        ...counts,
        added: counts.added + added,
        known: Math.max(0, counts.known - added),
        isWhole,
      };
    } catch (error) {
      if (left === 0 || !isBroken(error) || sending.stopped.aborted) throw error;
      added += counts.added;
    }
  }
}

async function sendOnce(
  history: History,
  messages: readonly ReadMessage[],
  choices: HistoryChoices,
  { dayStartHour, now, progress, stopped }: Sending,
  counts: HistoryCounts,
): Promise<boolean> {
  const transfer = crypto.randomUUID();
  let done = 0;
  const pieces = piecesOf(history, messages, choices, { dayStartHour, now });
  let next = pieces.next();
  while (!next.done) {
    if (stopped.aborted) return false;
    const piece = next.value;
    const answer = call('importHistory', { transfer, ...piece });
    // The next one is cut while the background judges.
    next = pieces.next();
    const part = await answer;
    for (const name of Object.keys(counts) as (keyof HistoryCounts)[]) counts[name] += part[name];
    done += piece.messages.length;
    progress(done, messages.length);
  }
  return true;
}

/** The worker was stopped in between, or another page began an import. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof CallFailed && (error.kind === 'no-answer' || error.code === 'transfer-broken')
  );
}

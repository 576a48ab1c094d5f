import type { HistoryCounts, HistoryMessage } from '../../lib/messages/protocol';
import { dayOf } from '../../lib/tally/local-day';
import type { Recorder } from '../../lib/tally/record';
import { NOON } from './tally-bench';

/** A message of a file, in chat "one" at noon, with anything said otherwise. Minutes after noon by `at`. */
export function told(
  text: string,
  { at = 0, ...rest }: Partial<HistoryMessage> & { at?: number } = {},
): HistoryMessage {
  const plain = { site: 'wechat', chat: 'one', sender: 'Li', own: false, kind: 'text' as const };
  return { text, time: NOON + at * 60_000, nth: 0, from: 0, ...plain, ...rest };
}

let imports = 0;

/** Imports messages as a page would: in order of time, some days in each piece. Stops after `pieces`. */
export async function importHistory(
  recorder: Recorder,
  messages: readonly HistoryMessage[],
  { daysInPiece = 1, pieces = Number.POSITIVE_INFINITY } = {},
): Promise<HistoryCounts> {
  const transfer = `import ${++imports}`;
  const days = new Map<string, HistoryMessage[]>();
  for (const message of [...messages].sort((one, other) => one.time - other.time)) {
    const day = dayOf(message.time, 4);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  const lists = [...days.values()];
  const sum: HistoryCounts = { added: 0, known: 0, onPage: 0, closed: 0 };
  for (let from = 0, at = 0; from < lists.length && at < pieces; from += daysInPiece, at++) {
    const isLast = from + daysInPiece >= lists.length;
    const part = lists.slice(from, from + daysInPiece).flat();
    const counts = await recorder.importHistory({ transfer, at, isLast, messages: part });
    for (const name of Object.keys(sum) as (keyof HistoryCounts)[]) sum[name] += counts[name];
  }
  return sum;
}

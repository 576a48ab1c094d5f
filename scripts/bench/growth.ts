import { DAY_MS } from '../../lib/detect/calendar.ts';
import type { Message } from '../../lib/detect/types.ts';
import { editedStream } from '../../tests/corpus/edited/stream.ts';
import { judgeMatcher } from './judge-matcher.ts';
import { bytesInUse } from './memory.ts';
import { quantile, sumOf } from './spread.ts';
import { arriving, timedRun } from './timed-run.ts';

/** The judge when it has seen so many messages; the times are those of the last tenth. */
export type Grown = {
  messages: number;
  p50: number;
  p99: number;
  mean: number;
  /** Mean processor time: what counts on a machine that is shared. */
  busy: number;
  bytesPerMessage: number;
};

/** The generator keeps all that it made, so long streams are put together of several. Messages of two months. */
const PIECE = 50_000;
const WARM_UP = 2000;

/**
 * Lets one judge see more and more messages without ever forgetting one.
 * @param stops numbers of messages to report at, rising
 * @param told hears now and then how many it has seen
 */
export function growth(
  stops: readonly number[],
  seed: number,
  told: (seen: number) => void,
): Grown[] {
  timedRun(judgeMatcher(), linesOf(seed + 1, WARM_UP, 0).lines, new Float64Array(WARM_UP));
  const times = new Float64Array(stops.at(-1) ?? 0);
  const before = bytesInUse();
  const matcher = judgeMatcher();
  let seen = 0;
  let day = 0;
  const reports: Grown[] = [];
  for (const stop of stops) {
    const lastFrom = Math.floor(stop * 0.9);
    let busy = 0;
    while (seen < stop) {
      const until = seen < lastFrom ? lastFrom : stop;
      const piece = linesOf(seed + seen, Math.min(PIECE, until - seen), day);
      const worked = timedRun(matcher, piece.lines, times.subarray(seen));
      if (seen >= lastFrom) busy += worked;
      seen += piece.lines.length;
      day = piece.endsOn;
      told(seen);
    }
    const last = times.subarray(lastFrom, seen);
    reports.push({
      messages: seen,
      p50: quantile(last, 0.5),
      p99: quantile(last, 0.99),
      mean: sumOf(last) / last.length,
      busy: (busy * 1e6) / last.length,
      bytesPerMessage: (bytesInUse() - before) / seen,
    });
  }
  // Keeps the judge's memory alive until all is measured.
  matcher(SMALL_TALK);
  return reports;
}

const SMALL_TALK: Message = {
  key: 'wechat:end',
  site: 'wechat',
  chat: '',
  sender: '',
  own: false,
  time: 0,
  kind: 'text',
  text: '好',
};

/** One more piece of the stream: its days come after all days before, its keys are its own. */
function linesOf(
  seed: number,
  count: number,
  fromDay: number,
): { lines: string[]; endsOn: number } {
  const messages = editedStream(seed, count).map(({ message }) => message);
  const dayOf = ({ time }: Message) => Math.floor(time / DAY_MS);
  const shift = fromDay === 0 || !messages[0] ? 0 : fromDay - dayOf(messages[0]);
  const moved = messages.map((message) => ({
    ...message,
    key: `${message.key}-${seed}`,
    time: message.time + shift * DAY_MS,
  }));
  const end = moved.at(-1);
  return { lines: arriving(moved), endsOn: end ? dayOf(end) + 1 : fromDay };
}

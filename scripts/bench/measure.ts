import { editedStream } from '../../tests/corpus/edited/stream.ts';
import type { StreamEntry } from '../../tests/corpus/edited/types.ts';
import { type Accuracy, accuracyOf } from './accuracy.ts';
import type { Match } from './matcher.ts';
import { bytesInUse } from './memory.ts';
import { METHODS, type MethodName } from './methods.ts';
import { quantile, sumOf } from './spread.ts';
import { arriving, timedRun } from './timed-run.ts';

export type Measured = {
  method: MethodName;
  messages: number;
  perSecond: number;
  /** Messages a second of processor time: what counts on a machine that is shared. */
  perBusySecond: number;
  p50: number;
  p99: number;
  bytesPerMessage: number;
  accuracy: Accuracy;
};

const WARM_UP = 2000;
const WARM_UP_OF_A_SCAN = 200;

/** Measures one method on one stream; in a process of its own, so that no method warms or burdens another. */
export function measure(method: MethodName, messages: number, seed: number): Measured {
  const { open, scans } = METHODS[method];
  warmUp(method, scans ? WARM_UP_OF_A_SCAN : WARM_UP, seed + 1);
  const entries = editedStream(seed, messages);
  const lines = arriving(entries.map(({ message }) => message));
  const results = createResults(entries);
  const micros = new Float64Array(messages);
  const before = bytesInUse();
  const matcher = open();
  const busy = timedRun(matcher, lines, micros, results.note);
  const bytes = bytesInUse() - before;
  // Used once more after the measurement: what it keeps must not be freed before.
  matcher(entries[0]?.message as StreamEntry['message']);
  return {
    method,
    messages,
    perSecond: messages / (sumOf(micros) / 1e6),
    perBusySecond: messages / busy,
    p50: quantile(micros, 0.5),
    p99: quantile(micros, 0.99),
    bytesPerMessage: bytes / messages,
    accuracy: accuracyOf(results.decisions()),
  };
}

function warmUp(method: MethodName, messages: number, seed: number): void {
  const lines = arriving(editedStream(seed, messages).map(({ message }) => message));
  timedRun(METHODS[method].open(), lines, new Float64Array(messages));
}

/** Takes in what a method says without using memory that would be counted as the method's. */
function createResults(entries: readonly StreamEntry[]) {
  const placeOf = new Map(entries.map(({ message }, at) => [message.key, at]));
  const ledTo = new Int32Array(entries.length).fill(-1);
  const ledBy = new Float64Array(entries.length);
  const copyBy = new Float64Array(entries.length).fill(-1);
  return {
    note({ nearest, copyOf }: Match, at: number): void {
      if (nearest) {
        ledTo[at] = placeOf.get(nearest.key) ?? -1;
        ledBy[at] = nearest.similarity;
      }
      if (copyOf) copyBy[at] = copyOf.similarity;
    },
    decisions: () =>
      entries.map(({ truth }, at) => ({
        truth,
        ledTo: entries[ledTo[at] ?? -1]?.truth.group ?? null,
        ledBy: ledBy[at] ?? 0,
        copyBy: copyBy[at] ?? -1,
      })),
  };
}

import { analyse } from '../../lib/detect/analysis';
import { hash53 } from '../../lib/detect/hash';
import { judge } from '../../lib/detect/judge';
import { normalize } from '../../lib/detect/normalize';
import { createIndex, remember } from '../../lib/detect/notice-index';
import { options } from './fixtures';
import { makeStream } from './stream';

/** Judges a stream and prints messages per second, the spread, and the cost against hashing the normalised text. */
export function bench(count: number, seed: number): void {
  run(2000, seed + 1);
  const { seconds, busy, times } = run(count, seed);
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    `${Math.round(1000 * (times[Math.floor(share * (times.length - 1))] ?? 0))} µs`;
  const texts = makeStream(count, seed).map((one) => one.message.text);
  const started = performance.now();
  let length = 0;
  for (const text of texts) length += hash53(normalize(text).body).length;
  const hashing = (performance.now() - started) / 1000;
  console.log(
    `${count} messages: ${Math.round(count / seconds)} messages/s, p50 ${at(0.5)}, p99 ${at(0.99)}`,
  );
  console.log(`${Math.round(count / busy)} messages per second of processor time`);
  console.log(
    `${(seconds / hashing).toFixed(1)} times the cost of normalising and hashing (${length / count} digits each)`,
  );
}

/** Processor time of this process: what counts on a machine that is shared. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function run(count: number, seed: number): { seconds: number; busy: number; times: number[] } {
  const index = createIndex();
  const settings = options();
  const times: number[] = [];
  const stream = makeStream(count, seed);
  const busy = cpuSeconds();
  const started = performance.now();
  for (const { message } of stream) {
    const before = performance.now();
    remember(index, message, judge(index, message, settings));
    times.push(performance.now() - before);
  }
  return { seconds: (performance.now() - started) / 1000, busy: cpuSeconds() - busy, times };
}

/** Where the time goes, stage by stage. */
export function profile(count: number, seed: number): void {
  const messages = makeStream(count, seed).map((one) => one.message);
  const started = performance.now();
  for (const one of messages) analyse(one);
  console.log(
    `reading alone: ${(((performance.now() - started) * 1000) / count).toFixed(1)} µs a message`,
  );
}

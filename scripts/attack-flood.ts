// node scripts/attack-flood.ts [messages]: what floods cost the judge and its memory, and another chat's messages behind them.

import { snapshotOf, wordsFrom } from '../lib/detect/index-snapshot.ts';
import { judge } from '../lib/detect/judge.ts';
import { createIndex, remember } from '../lib/detect/notice-index.ts';
import { FLOODS } from '../tests/detect/floods.ts';
import { OPTIONS } from '../tests/detect/judging-cost.ts';
import { quantile } from './bench/spread.ts';

const COUNT = Number(process.argv[2] ?? 100_000);

for (const [name, flood] of Object.entries(FLOODS)) {
  const index = createIndex();
  const times = new Float64Array(COUNT);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const from = performance.now();
  for (let at = 0; at < COUNT; at++) {
    const message = flood(at);
    const start = performance.now();
    remember(index, message, judge(index, message, OPTIONS));
    times[at] = performance.now() - start;
  }
  const seconds = (performance.now() - from) / 1000;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  const at = (share: number) => quantile(times, share).toFixed(2);
  const bytes = Math.round(grown / COUNT);
  const kept = [snapshotOf(index), ...wordsFrom(index, 0)];
  const megabytes = kept.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  console.log(
    `${COUNT} ${name}: ${seconds.toFixed(1)} s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms, ${bytes} bytes a message in memory, ${megabytes.toFixed(1)} MB on the disk`,
  );
}

import type { Table } from '../bench/table.ts';
import { addedBy, at, type Measured, median } from './comparison.ts';
import type { Latencies } from './latencies.ts';
import type { PageCosts } from './page-costs.ts';

const COST_HEADS = [
  'with',
  'CPU, s',
  'added, ms a message',
  'least to most',
  'added, %',
  'script, s',
  'style, s',
  'layout, s',
  'long tasks',
  'longest, ms',
  'added heap, MB',
];

/** One row for each variant: what the page needed, and what that is more than without. Medians over the runs. */
export function costTable(measured: Measured): Table {
  const rows = [...measured.costs].map(([variant, runs]) => {
    const of = (name: keyof PageCosts) => median(runs.map((one) => one[name]));
    const added = variant === 'without' ? null : addedBy(variant, measured);
    return [
      variant === 'without' ? 'nothing' : variant,
      of('cpu').toFixed(2),
      added ? added.each.toFixed(3) : '',
      added && runs.length > 1 ? `${added.least.toFixed(3)} to ${added.most.toFixed(3)}` : '',
      added ? added.percent.toFixed(1) : '',
      of('script').toFixed(2),
      of('style').toFixed(2),
      of('layout').toFixed(2),
      String(of('longTasks')),
      of('longest').toFixed(0),
      added ? (added.heap / 1e6).toFixed(1) : '',
    ];
  });
  return [COST_HEADS, ...rows];
}

const FOLD_HEADS = [
  'client',
  'each',
  'task',
  'single: p50, p95, p99',
  'from its last word',
  'burst: p50, p95, p99',
  'its floor: p95',
  'stopped: p50, p95, most',
  'folded messages',
  'frames seen before',
  'frames seen again',
];

/**
 * Milliseconds, but for the last three. `from its last word`: without what the page takes to draw. The floor of a burst: a
 * message that the page sends itself meanwhile.
 */
export function foldTable(all: ReadonlyMap<string, Latencies>): Table {
  const spread = (times: readonly number[], shares: readonly number[]) =>
    times.length === 0 ? '' : shares.map((share) => at(times, share).toFixed(1)).join(', ');
  const rows = [...all].map(([client, times]) => [
    client,
    times.each.toFixed(3),
    times.task.toFixed(1),
    spread(times.single, [0.5, 0.95, 0.99]),
    spread(times.drawn, [0.5, 0.95, 0.99]),
    spread(times.burst, [0.5, 0.95, 0.99]),
    spread(times.turns, [0.95]),
    spread(times.stopped, [0.5, 0.95, 1]),
    ...[times.frames.folded, times.frames.first, times.frames.again].map(String),
  ]);
  return [FOLD_HEADS, ...rows];
}

/** How far ours is from an empty content script that only hears of what is added; null where one of them did not run. */
export function distanceToFloor(measured: Measured): string | null {
  const [ours, floor] = [addedBy('ours', measured), addedBy('floor', measured)];
  if (!ours || !floor) return null;
  const above = (ours.each - floor.each).toFixed(3);
  return `${measured.messages} messages: floor ${floor.each.toFixed(3)} ms a message, ours ${ours.each.toFixed(3)}, ${above} above it`;
}

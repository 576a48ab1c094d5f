import { quantile } from '../bench/spread.ts';
import type { PageCosts } from './page-costs.ts';
import type { Variant } from './variants.ts';

/** The replays of one client at one count of messages, by variant, in the order in which they were run. */
export type Measured = {
  messages: number;
  costs: ReadonlyMap<Variant, readonly PageCosts[]>;
};

/** What a variant adds to the page: medians over the runs. */
export type Added = {
  /** Processor ms a message, and the least and the most of the runs. */
  each: number;
  least: number;
  most: number;
  /** Of what the page needs without, in a hundred. */
  percent: number;
  /** Bytes. */
  heap: number;
};

/** Each run is compared with the run without that was made in the same round. Null where one of the two is missing. */
export function addedBy(variant: Variant, { messages, costs }: Measured): Added | null {
  const without = costs.get('without') ?? [];
  const pairs = (costs.get(variant) ?? []).flatMap((one, round) => {
    const other = without[round];
    return other ? [{ cpu: one.cpu - other.cpu, heap: one.heap - other.heap }] : [];
  });
  if (pairs.length === 0) return null;
  const each = pairs.map(({ cpu }) => (cpu * 1000) / messages);
  const base = median(without.map(({ cpu }) => cpu));
  return {
    each: median(each),
    least: Math.min(...each),
    most: Math.max(...each),
    percent: (100 * median(pairs.map(({ cpu }) => cpu))) / base,
    heap: median(pairs.map(({ heap }) => heap)),
  };
}

export function median(numbers: readonly number[]): number {
  return at(numbers, 0.5);
}

/** The value below which a share of the numbers lies. */
export function at(numbers: readonly number[], share: number): number {
  return quantile(Float64Array.from(numbers), share);
}

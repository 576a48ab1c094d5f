import type { Variant } from './variants.ts';

/** One replay: of what, and at which counts of messages the costs are read. */
export type Run = { variant: Variant; counts: readonly number[] };

/** What is asked of a command line. `runs`: null as many as the client needs. */
export type Wish = {
  counts: readonly number[];
  variants: readonly Variant[];
  runs: number | null;
  withCosts: boolean;
  withFolds: boolean;
};

type Planned = { isLifelike: boolean };

/** Of a page whose share of time is judged: a machine drifts by more than a few in a hundred from one run to the next. */
const RUNS_OF_LIFELIKE = 3;

/**
 * The replays of one client, the variants in turn so that a machine that becomes slower does so for all. The first round
 * goes to the highest count, further ones only to the lowest, which is the one that is judged.
 */
export function replaysOf({ isLifelike }: Planned, wish: Wish): Run[] {
  if (!wish.withCosts) return [];
  const counts = wish.counts.toSorted((one, other) => one - other);
  const rounds = wish.runs ?? (isLifelike ? RUNS_OF_LIFELIKE : 1);
  return Array.from({ length: rounds }, (_, round) =>
    wish.variants.map((variant) => ({
      variant,
      counts: round === 0 ? counts : counts.slice(0, 1),
    })),
  ).flat();
}

/**
 * How long things take, seconds, on two cores with nothing beside: a replay from its start, for every thousand messages, and
 * the measuring of folds. Only good enough to say beforehand when a run will be over.
 */
const SECONDS = {
  simulated: { start: 5, thousand: 2.5, folds: 16 },
  lifelike: { start: 8, thousand: 14, folds: 380 },
};

export function secondsOf(client: Planned, wish: Wish): number {
  const { start, thousand, folds } = SECONDS[client.isLifelike ? 'lifelike' : 'simulated'];
  const replays = replaysOf(client, wish).map(
    ({ counts }) => start + (thousand * Math.max(...counts)) / 1000,
  );
  return replays.reduce((sum, one) => sum + one, wish.withFolds ? folds : 0);
}

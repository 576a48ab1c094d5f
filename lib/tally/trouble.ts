/**
 * Why the tally stands still.
 * `newer-tally`: a later version of the extension wrote it. `upgrade-failed`: it could not be changed to today's schema,
 * and is as it was. `cannot-open`: the browser does not open it. `disk-full`: nothing more can be written.
 */
export type Trouble = 'newer-tally' | 'upgrade-failed' | 'cannot-open' | 'disk-full';

/** The one that says most of what to do comes first; "cannot open" wraps every cause. */
const ORDER: readonly Trouble[] = ['disk-full', 'newer-tally', 'upgrade-failed', 'cannot-open'];

const NAMES: Record<string, Trouble> = {
  NewerTally: 'newer-tally',
  UpgradeFailed: 'upgrade-failed',
  UpgradeError: 'upgrade-failed',
  QuotaExceededError: 'disk-full',
  OpenFailedError: 'cannot-open',
  UnknownError: 'cannot-open',
  MissingAPIError: 'cannot-open',
  VersionError: 'newer-tally',
};

/** How far an error is followed through those that wrap it. */
const DEPTH = 5;

/** The trouble behind what was thrown, or null when it is another: a query that fails, a worker that stops. */
export function troubleOf(thrown: unknown): Trouble | null {
  const found = new Set<Trouble>();
  let error = thrown as { name?: unknown; inner?: unknown } | null | undefined;
  for (let depth = 0; error && depth < DEPTH; depth++) {
    const trouble = NAMES[String(error.name)];
    if (trouble) found.add(trouble);
    error = error.inner as typeof error;
  }
  return ORDER.find((trouble) => found.has(trouble)) ?? null;
}

/**
 * Why the tally stands still.
 * `newer-tally`: a later version of the extension wrote it. `upgrade-failed`: it could not be changed to today's schema,
 * and is as it was. `cannot-open`: the browser does not open it. `no-answer`: the browser was asked to open it and has not
 * answered: an older copy of the extension holds it, or the change to today's schema takes long. `disk-full`: nothing more
 * can be written. `cannot-write`: report after report was taken back, and the browser does not say why.
 */
export type Trouble =
  | 'newer-tally'
  | 'upgrade-failed'
  | 'cannot-open'
  | 'no-answer'
  | 'disk-full'
  | 'cannot-write';

/** The browser was asked to open the tally and has not answered; it may yet. */
export class TallyHangs extends Error {
  override readonly name = 'TallyHangs';
}

/** The one that says most of what to do comes first; "cannot open" wraps every cause. */
const ORDER: readonly Trouble[] = [
  ...(['disk-full', 'newer-tally', 'upgrade-failed', 'cannot-open'] as const),
  ...(['no-answer', 'cannot-write'] as const),
];

const NAMES: Record<string, Trouble> = {
  NewerTally: 'newer-tally',
  UpgradeFailed: 'upgrade-failed',
  UpgradeError: 'upgrade-failed',
  TallyHangs: 'no-answer',
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

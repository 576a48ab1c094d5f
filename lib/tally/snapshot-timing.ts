/**
 * While messages go on coming a snapshot of the index is due after so many log entries, or after this share of the index,
 * whichever is more: it costs a write of the whole index without its words (some 1 µs and 60 bytes a notice), while a start
 * without it replays the log. 500 are about a day's notices.
 */
const EVERY = 500;
const SHARE = 1 / 128;
/**
 * When none come for a while it is worth its write after so few, or this share: a start runs cold code, and replays an
 * entry in 2 ms (Chromium, two cores, 2026-11-30). With 100,000 notices it writes 6 MB for each 24 of them.
 */
const QUIET_EVERY = 8;
const QUIET_SHARE = 1 / 4096;
/** After so long without a report none is on its way, ms; browsers stop a background that has nothing to do after 30 s. */
const QUIET_MS = 5_000;

/**
 * After one that could not be written, as on a disk that is nearly full, none is tried for so long, ms: each failure has the
 * index read anew.
 */
const AFTER_FAILURE_MS = 10 * 60 * 1000;

/** Log entries that the last snapshot holds, and those written since. */
export type LogGrowth = { readonly inSnapshot: number; readonly sinceSnapshot: number };

/** Says when the index is worth a new snapshot. Lives as long as the worker. */
export class SnapshotTiming {
  readonly #growth: () => LogGrowth;
  readonly #write: () => Promise<void>;
  /** Waits for no more messages to come. */
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #isOnItsWay = false;
  /** When the next may be tried, by a clock that nobody sets. */
  #againAt = 0;

  /** `write`: called when a snapshot is due and none is on its way. Where it fails nothing is lost: the log says the same. */
  constructor(growth: () => LogGrowth, write: () => Promise<void>) {
    this.#growth = growth;
    this.#write = write;
  }

  /** Call after each report. */
  afterReport(): void {
    clearTimeout(this.#quiet);
    if (this.#isOnItsWay || performance.now() < this.#againAt) return;
    const growth = this.#growth();
    if (hasGrownBy(growth, EVERY, SHARE)) void this.#begin();
    else if (hasGrownBy(growth, QUIET_EVERY, QUIET_SHARE)) {
      this.#quiet = setTimeout(() => void this.#begin(), QUIET_MS);
    }
  }

  async #begin(): Promise<void> {
    this.#isOnItsWay = true;
    try {
      await this.#write();
    } catch {
      this.#againAt = performance.now() + AFTER_FAILURE_MS;
    } finally {
      this.#isOnItsWay = false;
    }
  }
}

function hasGrownBy({ inSnapshot, sinceSnapshot }: LogGrowth, entries: number, share: number) {
  return sinceSnapshot >= Math.max(entries, share * inSnapshot);
}

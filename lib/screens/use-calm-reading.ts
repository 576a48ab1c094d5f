import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { readingDb } from '../tally/query';
import type { Live } from './watch-live';

/** Least time between two readings of what costs much to read, while messages come in every second. */
const CALM_MS = 60_000;

/**
 * The result of a reading that is too dear to do again for every message: anew at once when an input changes, else at
 * most once a minute, only when the tally has changed, and not while nobody looks. The last result stays until the next
 * is there. `read` may tell a part `early`, which is shown where there is nothing else yet.
 */
export function useCalmReading<T>(
  read: (early: (part: T) => void) => Promise<T>,
  inputs: readonly unknown[],
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: null });
  useEffect(() => {
    let isOver = false;
    const early = (value: T) => {
      const orBefore = (before: Live<T>) =>
        before.value === undefined ? { value, error: null } : before;
      if (!isOver) setLive(orBefore);
    };
    const reading = new CalmReading(() => read(early), setLive);
    let told: string | undefined;
    const subscription = liveQuery(state).subscribe({
      next(now) {
        if (now !== told) reading.changed();
        told = now;
      },
      error: (error: unknown) => reading.failed(error),
    });
    const look = () => reading.looked();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      subscription.unsubscribe();
      reading.end();
      isOver = true;
    };
  }, inputs);
  return live;
}

/**
 * Another one whenever anything was recorded, erased or restored, or the purpose of a group was noted: groups of the
 * same purpose are suspected. Other notes change nothing of what is read.
 */
async function state(): Promise<string> {
  const db = readingDb();
  const [rev, groups] = await Promise.all([db.meta.get('rev'), db.groups.toArray()]);
  const purposes = groups.flatMap(({ id, purpose }) => (purpose === '' ? [] : [[id, purpose]]));
  return JSON.stringify([rev?.value, purposes]);
}

class CalmReading<T> {
  readonly #read: () => Promise<T>;
  readonly #tell: (live: Live<T>) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last reading began, Unix ms; and whether one is going on. */
  #begun = Number.NEGATIVE_INFINITY;
  #isReading = false;
  #isEnded = false;
  /** Something changed while nobody looked. */
  #isMissed = false;
  #last: T | undefined;

  constructor(read: () => Promise<T>, tell: (live: Live<T>) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Reads as soon as it may; several changes until then are one. The first time also for a page that nobody sees yet. */
  changed(): void {
    if (this.#timer !== undefined || this.#isEnded) return;
    this.#isMissed = this.#begun > 0 && document.visibilityState !== 'visible';
    if (this.#isMissed) return;
    const wait = Math.max(0, this.#begun + CALM_MS - Date.now());
    if (wait === 0 && !this.#isReading) void this.#now();
    else this.#timer = setTimeout(() => this.#again(), Math.max(wait, 50));
  }

  /** The page was shown or hidden. */
  looked(): void {
    if (this.#isMissed) this.changed();
  }

  failed(error: unknown): void {
    if (this.#isEnded) return;
    console.error(error);
    this.#tell({ value: this.#last, error });
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
  }

  #again(): void {
    this.#timer = undefined;
    this.changed();
  }

  async #now(): Promise<void> {
    this.#begun = Date.now();
    this.#isReading = true;
    try {
      this.#last = await this.#read();
      if (!this.#isEnded) this.#tell({ value: this.#last, error: null });
    } catch (error) {
      this.failed(error);
    } finally {
      this.#isReading = false;
    }
  }
}

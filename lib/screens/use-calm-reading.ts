import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { readingDb } from '../tally/query';
import type { Live } from './use-live';

/** Least time between two readings of what costs much to read, while messages come in every second. */
const CALM_MS = 10_000;

/**
 * The result of a reading that is too dear to do again for every message: anew at once when an input changes, else at
 * most every ten seconds, and only when the tally has changed. The last result stays until the next is there.
 */
export function useCalmReading<T>(read: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: null });
  useEffect(() => {
    const reading = new CalmReading(read, setLive);
    const subscription = liveQuery(changes).subscribe({
      next: () => reading.changed(),
      error: (error: unknown) => reading.failed(error),
    });
    return () => {
      subscription.unsubscribe();
      reading.end();
    };
  }, inputs);
  return live;
}

/** Told anew whenever anything was recorded, or noted of a group: notes leave the revision number as it is. */
async function changes(): Promise<void> {
  const db = readingDb();
  await Promise.all([db.meta.get('rev'), db.groups.toArray()]);
}

class CalmReading<T> {
  readonly #read: () => Promise<T>;
  readonly #tell: (live: Live<T>) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last reading began, Unix ms; and whether one is going on. */
  #begun = Number.NEGATIVE_INFINITY;
  #isReading = false;
  #isEnded = false;
  #last: T | undefined;

  constructor(read: () => Promise<T>, tell: (live: Live<T>) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Reads as soon as it may; several changes until then are one. */
  changed(): void {
    if (this.#timer !== undefined || this.#isEnded) return;
    const wait = Math.max(0, this.#begun + CALM_MS - Date.now());
    if (wait === 0 && !this.#isReading) void this.#now();
    else this.#timer = setTimeout(() => this.#again(), Math.max(wait, 50));
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

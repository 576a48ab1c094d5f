import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * `value` is undefined before the first result; `error` is what the newest reading threw, else null. A reading that
 * fails leaves the last value of the same inputs: one failure must not take away what the reader is looking at.
 */
export type Live<T> = { value: T | undefined; error: unknown };

/**
 * The result of a Dexie query, and again whenever what it read changes, also from the background.
 * When an input changes, the last result stays until the new one is there, so that nothing jumps. `known`: what the
 * first reading gave before the page was there.
 */
export function useLive<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  known?: T,
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: known, error: null });
  // Before the first painting: the numbers are what the page was opened for.
  useLayoutEffect(() => {
    let last: T | undefined;
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        last = value;
        setLive({ value, error: null });
      },
      error: (error: unknown) => {
        console.error(error);
        setLive({ value: last, error });
      },
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return live;
}

import { useLayoutEffect, useState } from 'preact/hooks';
import { type Live, watchLive } from './watch-live';

/**
 * The result of a Dexie query, and again whenever what it read changes, also from the background.
 * When an input changes, the last result stays until the new one is there, so that nothing jumps.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: null });
  // Before the first painting: the numbers are what the page was opened for.
  useLayoutEffect(() => watchLive(query, setLive), inputs);
  return live;
}

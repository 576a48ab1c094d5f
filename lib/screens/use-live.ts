import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * The result of a Dexie query, and again whenever what it read changes, also from the background.
 * Undefined before the first result. When an input changes, the last result stays until the new one is there,
 * so that nothing jumps.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [result, setResult] = useState<{ value: T }>();
  // Before the first painting: the numbers are what the page was opened for.
  useLayoutEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setResult({ value }),
      error: (error: unknown) => console.error(error),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return result?.value;
}

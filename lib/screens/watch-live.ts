import { liveQuery } from 'dexie';

/**
 * `value` is undefined before the first result; `error` is what the newest reading threw, else null. A reading that
 * fails leaves the last value: one failure must not take away what the reader is looking at.
 */
export type Live<T> = { value: T | undefined; error: unknown };

/**
 * Tells the result of a Dexie query, and again whenever what it read changes, also from the background. `known`: its
 * result where that is known already. Returns the function that ends it.
 */
export function watchLive<T>(
  query: () => Promise<T>,
  tell: (live: Live<T>) => void,
  known?: T,
): () => void {
  let last = known;
  const subscription = liveQuery(query).subscribe({
    next: (value) => {
      last = value;
      tell({ value, error: null });
    },
    error: (error: unknown) => {
      console.error(error);
      tell({ value: last, error });
    },
  });
  return () => subscription.unsubscribe();
}

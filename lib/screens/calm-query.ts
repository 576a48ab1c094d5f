import { Dexie } from 'dexie';

/**
 * The same reading of the tally, for a live query, begun at most once every `pause` ms; the first time at once. Messages
 * may come in ten a second, and reading two thousand notices for each would keep the machine busy with nothing. For one
 * live query alone: begun again while it waits, it gives up, for Dexie has let go of its answer.
 */
export function calmly<T>(query: () => Promise<T>, pause: number): () => Promise<T> {
  let next = 0;
  let newest = 0;
  return async () => {
    newest += 1;
    const own = newest;
    const wait = next - performance.now();
    // Dexie's promise: after any other it no longer knows that this is a live query.
    if (wait > 0) await new Dexie.Promise<void>((resolve) => setTimeout(resolve, wait));
    if (own !== newest) throw new Dexie.AbortError('begun again');
    next = performance.now() + pause;
    return query();
  };
}

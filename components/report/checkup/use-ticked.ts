import { useCallback, useState } from 'preact/hooks';

/** Lines that the reader has ticked, by key, and how that changes. `set` stays the same function. */
export type Ticked = {
  keys: ReadonlySet<string>;
  set(keys: readonly string[], ticked: boolean): void;
  /** Ticks these and no others. */
  only(keys: readonly string[]): void;
};

/** Which lines of a table are ticked. Ticks are kept for lines that a filter hides for a while. */
export function useTicked(): Ticked {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback((changed: readonly string[], ticked: boolean) => {
    setKeys((before) => {
      const after = new Set(before);
      for (const key of changed) ticked ? after.add(key) : after.delete(key);
      return after;
    });
  }, []);
  return { keys, set, only: (chosen) => setKeys(new Set(chosen)) };
}

import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { readingDb } from '../tally/query';

/** A year of many groups is not read anew for every message that comes in. */
const CALM_MS = 60_000;

/** A number that rises when the tally has changed: at most once a minute, and not while nobody looks. */
export function useChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The first telling is of how things are, not of a change.
    let told = -1;
    const tell = () => {
      timer = undefined;
      if (document.visibilityState === 'visible') setChanges(Math.max(0, told));
    };
    const watching = liveQuery(state).subscribe({
      next: () => {
        told += 1;
        if (told > 0) timer ??= setTimeout(tell, CALM_MS);
      },
      // Whoever reads the tally for the reader says what is wrong with it.
      error: (error: unknown) => console.error(error),
    });
    document.addEventListener('visibilitychange', tell);
    return () => {
      watching.unsubscribe();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, []);
  return changes;
}

/** Cheap to read, and touched by whatever changes the sums: every recording raises the number, erasing takes rows away. */
async function state(): Promise<unknown> {
  const db = readingDb();
  return [await db.meta.get('rev'), await db.days.count()];
}

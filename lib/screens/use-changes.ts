import { liveQuery } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { readingDb } from '../tally/query';

/** A year of many groups is not read anew for every message that comes in. */
const CALM_MS = 60_000;

/** A number that rises when the tally has changed: at most once a minute, and not while nobody looks. */
export function useChanges(): number {
  const [changes, setChanges] = useState(0);
  // Begun before the readings that hang on it: a change in between is then one too many, and never one too few.
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = 0;
    let last: string | undefined;
    const tell = () => {
      timer = undefined;
      if (document.visibilityState === 'visible') setChanges(seen);
    };
    const look = (now: string) => {
      if (last !== undefined && now !== last) {
        seen += 1;
        timer ??= setTimeout(tell, CALM_MS);
      }
      last = now;
    };
    // Whoever reads the tally for the reader says what is wrong with it.
    const failed = (error: unknown) => console.error(error);
    const first = state().then(look, failed);
    const watching = liveQuery(state).subscribe({
      next: (now) => void first.then(() => look(now)),
      error: failed,
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

/** Cheap to read, and raised by every recording, erasing and restoring. */
async function state(): Promise<string> {
  const rev = await readingDb().meta.get('rev');
  return String(rev?.value);
}

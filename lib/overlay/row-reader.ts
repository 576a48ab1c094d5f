import { contentHash } from '../sites/content-hash';
import type { ReadMessage, Site } from '../sites/site';

/** What the DOM says of a mounted row. `key` is null for a line that is no message, and for one still being sent. */
export type ReadRow =
  | { element: HTMLElement; key: string; hash: string; read: ReadMessage }
  /** `unnamed`: a message that the page gives no id; its key is made of what stands around it, too. */
  | { element: HTMLElement; key: null; unnamed?: { hash: string; read: ReadMessage } };

/** Different rows whose outcome is remembered; so many failures among them, and more than half, end it. */
const REMEMBERED = 20;
const TOO_MANY = 5;

export type RowReader = {
  /** Never throws: a row that is not understood is no message. */
  read(row: HTMLElement): ReadRow;
  reads(): number;
  errors(): number;
  /** Most of the last rows were not understood: the site has changed. */
  isLost(): boolean;
};

/** Reads rows through an adapter, each for itself, and notices when the adapter no longer understands the page. */
export function createRowReader(site: Site, onError: (error: unknown) => void): RowReader {
  /** By what the row says, so that one odd row that is touched or mounted again counts once. */
  const outcomes = new Map<string, boolean>();
  let reads = 0;
  let errors = 0;

  function note(row: string, isGood: boolean): void {
    outcomes.delete(row);
    outcomes.set(row, isGood);
    const [oldest] = outcomes.keys();
    if (outcomes.size > REMEMBERED && oldest !== undefined) outcomes.delete(oldest);
  }

  function read(row: HTMLElement): ReadRow {
    try {
      const message = site.read(row);
      if (message === null) return { element: row, key: null };
      note(message.id ?? message.knownBy ?? '', true);
      reads++;
      if (message.id === null) {
        if (message.knownBy === undefined) return { element: row, key: null };
        const unnamed = { hash: contentHash(message), read: message };
        return { element: row, key: null, unnamed };
      }
      const key = `${site.id}:${message.id}`;
      return { element: row, key, hash: contentHash(message), read: message };
    } catch (error) {
      note(row.textContent ?? '', false);
      errors++;
      onError(error);
      return { element: row, key: null };
    }
  }

  return {
    read,
    reads: () => reads,
    errors: () => errors,
    isLost: () => {
      const failures = [...outcomes.values()].filter((isGood) => !isGood).length;
      return failures >= TOO_MANY && failures * 2 > outcomes.size;
    },
  };
}

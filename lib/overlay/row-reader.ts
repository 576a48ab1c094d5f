import { contentHash } from '../sites/content-hash';
import type { ReadMessage, Site } from '../sites/site';

/** What the DOM says of a mounted row. `key` is null for a line that is no message, and for one still being sent. */
export type ReadRow =
  | { element: HTMLElement; key: string; hash: string; read: ReadMessage }
  | { element: HTMLElement; key: null };

/** Outcomes that are remembered, failures that end it, both counted over the last readings. */
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
  const outcomes: boolean[] = [];
  let reads = 0;
  let errors = 0;

  function note(isGood: boolean): void {
    outcomes.push(isGood);
    if (outcomes.length > REMEMBERED) outcomes.shift();
  }

  function read(row: HTMLElement): ReadRow {
    try {
      const message = site.read(row);
      if (message === null) return { element: row, key: null };
      note(true);
      reads++;
      if (message.id === null) return { element: row, key: null };
      const key = `${site.id}:${message.id}`;
      return { element: row, key, hash: contentHash(message), read: message };
    } catch (error) {
      note(false);
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
      const failures = outcomes.filter((isGood) => !isGood).length;
      return failures >= TOO_MANY && failures * 2 > outcomes.length;
    },
  };
}

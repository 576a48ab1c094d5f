import { type HashOf, shownContent } from '../sites/content-hash';
import type { ReadMessage, Site } from '../sites/site';

/**
 * What the DOM says of a mounted row. `key` is null for a line that is no message, for one still being sent, and for a row
 * that is not understood: `odd` is what that one says. `unnamed`: a message that the page gives no id; its key is made of
 * what stands around it, too.
 */
export type ReadRow = { element: HTMLElement } & (
  | { key: string; hash: string; read: ReadMessage; odd?: undefined; unnamed?: undefined }
  | { key: null; read?: undefined; odd?: string; unnamed?: { hash: string; read: ReadMessage } }
);

/** Different rows whose outcome is remembered; so many failures among them, and more than half, end it. */
const REMEMBERED = 20;
const TOO_MANY = 5;

export type RowReader = {
  /** Never throws: a row that is not understood is no message. `before`: what the same element held. */
  read(row: HTMLElement, before?: ReadRow): ReadRow;
  reads(): number;
  errors(): number;
  /** Most of the last rows were not understood: the site has changed. */
  isLost(): boolean;
  /** Messages of others in a row whose sender is not told: each counts once. */
  nameless(): number;
  /** Judges the page by what is read from now on. What was counted stays. */
  startOver(): void;
};

/** Reads rows through an adapter, each for itself, and notices when the adapter no longer understands the page. */
export function createRowReader(
  site: Site,
  onError: (error: unknown) => void,
  hashOf: HashOf = shownContent,
): RowReader {
  /** By what the row says, so that one odd row that is touched or mounted again counts once. */
  const outcomes = new Map<string, boolean>();
  const nameless = new Set<string>();
  let reads = 0;
  let errors = 0;

  function note(row: string, isGood: boolean): void {
    outcomes.delete(row);
    outcomes.set(row, isGood);
    const [oldest = ''] = outcomes.keys();
    if (outcomes.size > REMEMBERED) outcomes.delete(oldest);
  }

  function noteSender({ id, own, sender }: ReadMessage): void {
    if (own || id === null) return;
    if (sender !== '') nameless.clear();
    else if (nameless.size < 100) nameless.add(id);
  }

  function read(row: HTMLElement, before?: ReadRow): ReadRow {
    try {
      const message = site.read(row);
      if (message === null) {
        // A message that is suddenly none, was not taken back and is no empty stand-in of a row out of sight.
        const text = before?.key && !site.isRecalled(row) ? (row.textContent ?? '').trim() : '';
        if (text === '') return { element: row, key: null };
        note(text, false);
        return { element: row, key: null, odd: text };
      }
      note(message.id ?? message.knownBy ?? '', true);
      noteSender(message);
      reads++;
      if (message.id === null) {
        if (message.knownBy === undefined) return { element: row, key: null };
        const unnamed = { hash: hashOf(message), read: message };
        return { element: row, key: null, unnamed };
      }
      const key = `${site.id}:${message.id}`;
      return { element: row, key, hash: hashOf(message), read: message };
    } catch (error) {
      const odd = row.textContent ?? '';
      note(odd, false);
      errors++;
      onError(error);
      return { element: row, key: null, odd };
    }
  }

  return {
    read,
    reads: () => reads,
    errors: () => errors,
    isLost: () => {
      const failures = [...outcomes.values()].filter((isGood) => !isGood).length;
      return isMost(failures, outcomes.size);
    },
    nameless: () => nameless.size,
    startOver: () => {
      outcomes.clear();
      nameless.clear();
    },
  };
}

/** So many failures that the site must have changed; of rows that say the same only one counts. */
export function isMost(failures: number, all: number): boolean {
  return failures >= TOO_MANY && failures * 2 > all;
}

import type { DaySums } from './burden.ts';
import { DATABASE_NAME, SCHEMA_VERSION, schemaVersion } from './database.ts';
import type { DayRange } from './periods.ts';
import type { Day, DayRow } from './rows.ts';

/**
 * The tally's database without Dexie, for the first figures of a page that should not wait until that is loaded. Null
 * where there is none yet, where it is of another version, and where it does not open: who goes on to read by Dexie makes
 * it, changes it, or is told why not. To be closed.
 */
export function openAsItIs(name = DATABASE_NAME): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    // Nothing is made here: a database without tables would be one of version 1 to Dexie.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    request.onsuccess = () => {
      const db = request.result;
      // Whoever upgrades or deletes it must not wait for this.
      db.onversionchange = () => db.close();
      if (schemaVersion(db.version) === SCHEMA_VERSION) return resolve(db);
      db.close();
      resolve(null);
    };
  });
}

/** The same as `daySums`. Throws what the browser does. */
export async function daySumsIn(db: IDBDatabase, { from, to }: DayRange): Promise<DaySums> {
  const transaction = db.transaction(['days', 'closedDays', 'historyDays']);
  const read = (table: string) => transaction.objectStore(table);
  const [rows, restored, imported] = await Promise.all([
    answer<DayRow[]>(read('days').getAll(IDBKeyRange.bound(from, `${to}|\uffff`))),
    answer<IDBValidKey[]>(read('closedDays').getAllKeys(IDBKeyRange.bound(from, to))),
    answer<IDBValidKey[]>(read('historyDays').getAllKeys(IDBKeyRange.bound(from, to))),
  ]);
  return { rows, restored: restored as Day[], imported: imported as Day[] };
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

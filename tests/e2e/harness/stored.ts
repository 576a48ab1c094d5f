import type { Settings } from '../../../lib/default-settings.ts';
import type { Session } from './launch.ts';

/** A document of the extension's origin that runs none of its code. */
export const QUIET_PAGE = 'manifest.json';

type ExtensionApi = {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
    };
  };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** Evaluates in the extension's origin, in a page that is closed afterwards. */
export async function insideExtension<Argument, Value>(
  session: Session,
  evaluated: (argument: Argument) => Value | Promise<Value>,
  argument: Argument,
): Promise<Value> {
  const page = await session.extensionPage(QUIET_PAGE);
  try {
    return (await page.evaluate(evaluated as (argument: unknown) => unknown, argument)) as Value;
  } finally {
    await page.close();
  }
}

/** Writes the given settings and leaves the others, as the options page does. */
export async function changeSettings(session: Session, change: Partial<Settings>): Promise<void> {
  await insideExtension(
    session,
    async (wanted) => {
      const { storage } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
      const { settings } = await storage.local.get('settings');
      await storage.local.set({ settings: { ...(settings as object | undefined), ...wanted } });
    },
    change,
  );
}

/** Every row of one table of the tally; none where the database or the table is not there yet. */
export async function tallyRows<Row>(session: Session, table: string): Promise<Row[]> {
  const rows = await insideExtension(session, readTable, table);
  return rows as Row[];
}

/** How many messages the tally holds: cheap, so that asking again and again does not slow what is waited for. */
export function countMessages(session: Session): Promise<number> {
  return insideExtension(session, readCount, 'messages');
}

/** How many rows a table of the tally holds. Runs in a page of the extension, so it must not use anything around it. */
export async function readCount(table: string): Promise<number> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('fingerlight'));
  try {
    return await settled(database.transaction(table).objectStore(table).count());
  } finally {
    database.close();
  }
}

/** Every row of a table. Runs in a page of the extension, so it must not use anything around it. */
export async function readTable(table: string): Promise<unknown[]> {
  const present = await indexedDB.databases();
  if (!present.some(({ name }) => name === 'fingerlight')) return [];
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('fingerlight'));
  try {
    if (!database.objectStoreNames.contains(table)) return [];
    return await settled(database.transaction(table).objectStore(table).getAll());
  } finally {
    database.close();
  }
}

import type { MadeTally } from '../../tally/year/making.ts';
import type { Session } from './launch.ts';
import { QUIET_PAGE } from './stored.ts';

/** Rows that go over in one call: a message to the browser should stay far below a hundred megabytes. */
const BATCH = 5_000;

/** Puts rows into the extension's tally as they are. The database must exist: any page of ours that reads it makes it. */
export async function fillTally(session: Session, tally: Partial<MadeTally>): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  await popup.waitForSelector('.popup');
  await popup.close();
  const page = await session.extensionPage(QUIET_PAGE);
  for (const [table, rows] of Object.entries(tally)) {
    for (let from = 0; from < rows.length; from += BATCH) {
      await page.evaluate(putRows, { table, rows: rows.slice(from, from + BATCH) });
    }
  }
  await page.close();
}

/** Runs in the page, so it must not use anything around it. */
async function putRows({ table, rows }: { table: string; rows: unknown[] }): Promise<void> {
  const opened = indexedDB.open('fingerlight');
  await new Promise((resolve, reject) => {
    opened.onsuccess = resolve;
    opened.onerror = reject;
  });
  const transaction = opened.result.transaction(table, 'readwrite', { durability: 'relaxed' });
  const store = transaction.objectStore(table);
  for (const row of rows) store.put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  opened.result.close();
}

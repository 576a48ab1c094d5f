import type { Page } from 'puppeteer-core';
import type { Verdict } from '../../lib/detect/types.ts';
import type { DayRow, MessageRow, NoticeRow } from '../../lib/tally/rows.ts';
import { readTable } from '../e2e/harness/stored.ts';

/** As much of a message's row as is compared. */
export type StoredMessage = Pick<MessageRow, 'key' | 'recalled' | 'excerpt'> & { verdict: Verdict };

export async function storedDays(probe: Page): Promise<DayRow[]> {
  return (await probe.evaluate(readTable, 'days')) as DayRow[];
}

/** Ids of the messages that stand for what a reader has had. */
export async function storedClaims(probe: Page): Promise<string[]> {
  const notices = (await probe.evaluate(readTable, 'notices')) as NoticeRow[];
  return notices.flatMap(({ claims }) => claims.map(({ key }) => key.slice(key.indexOf(':') + 1)));
}

export async function storedMessage(probe: Page, key: string): Promise<StoredMessage | null> {
  const [row] = await probe.evaluate(readMessages, { after: key, count: 1, isFrom: true });
  return row?.key === key ? row : null;
}

/** In pieces: an answer of the browser should stay far below a hundred megabytes. */
const PIECE = 10_000;

export async function storedMessages(probe: Page): Promise<StoredMessage[]> {
  const all: StoredMessage[] = [];
  for (;;) {
    const after = all.at(-1)?.key ?? '';
    const more = await probe.evaluate(readMessages, { after, count: PIECE, isFrom: false });
    if (more.length === 0) return all;
    all.push(...more);
  }
}

type Part = { after: string; count: number; isFrom: boolean };

/** Runs in a page of the extension, so it must not use anything around it. */
async function readMessages({ after, count, isFrom }: Part): Promise<StoredMessage[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('fingerlight'));
  try {
    const store = database.transaction('messages').objectStore('messages');
    const rows: MessageRow[] = await settled(
      store.getAll(IDBKeyRange.lowerBound(after, !isFrom), count),
    );
    return rows.map(({ key, recalled, excerpt, verdict }) => ({ key, recalled, excerpt, verdict }));
  } finally {
    database.close();
  }
}

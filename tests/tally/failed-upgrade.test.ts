import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { tallyDb } from '../../lib/tally/db';
import { type Trouble, troubleOf } from '../../lib/tally/trouble';
import { MemorySnapshots } from './memory-snapshots';
import { message, recorderOn, reportOf } from './tally-bench';

type Image = { version: number; stores: Record<string, string>; tables: Record<string, unknown[]> };

const IMAGE = JSON.parse(
  readFileSync(new URL('../fixtures/tally/v1.json', import.meta.url), 'utf8'),
) as Image;

afterEach(() => vi.restoreAllMocks());

/** A database as the first version left it. */
async function oldDatabase(): Promise<string> {
  const old = new Dexie(`old ${crypto.randomUUID()}`);
  old.version(IMAGE.version).stores(IMAGE.stores);
  for (const [table, rows] of Object.entries(IMAGE.tables)) await old.table(table).bulkAdd(rows);
  old.close();
  return old.name;
}

/** Everything in it by the schema of the first version, as it is on the disk. */
async function contentOf(name: string): Promise<Record<string, unknown[]>> {
  const old = new Dexie(name);
  old.version(IMAGE.version).stores(IMAGE.stores);
  const tables = await Promise.all(
    Object.keys(IMAGE.stores).map(async (table) => [table, await old.table(table).toArray()]),
  );
  old.close();
  return Object.fromEntries(tables) as Record<string, unknown[]>;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

/** The browser fails at the so-manieth write from now on. */
function failWrites(after: number, name: string): void {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    writes += 1;
    if (writes > after) throw new DOMException('write failed', name);
    return put.apply(this, row);
  });
}

test.each([
  [0, 'DataError', 'upgrade-failed'],
  [3, 'UnknownError', 'upgrade-failed'],
  [2, 'QuotaExceededError', 'disk-full'],
])(
  'an upgrade that fails after %d writes (%s) leaves everything as it was',
  async (after, name, trouble) => {
    const database = await oldDatabase();
    const before = await contentOf(database);
    failWrites(after, name);
    const snapshots = new MemorySnapshots();
    const failure = await failureOf(recorderOn(tallyDb(database), { snapshots }));
    expect(troubleOf(failure)).toBe(trouble);
    vi.restoreAllMocks();
    expect(await contentOf(database)).toEqual(before);
  },
);

test('a page that reads after a failed upgrade is told the same, and the next start tries again', async () => {
  const database = await oldDatabase();
  failWrites(0, 'DataError');
  const db = tallyDb(database);
  await failureOf(db.open());
  expect(troubleOf(await failureOf(db.days.count()))).toBe('upgrade-failed');
  vi.restoreAllMocks();
  const recorder = await recorderOn(tallyDb(database));
  await recorder.report(reportOf(message('new', 'words')));
  expect(await tallyDb(database).messages.count()).toBe((IMAGE.tables.messages?.length ?? 0) + 1);
});

test('one damaged row of a notice does not keep the others from the upgrade', async () => {
  const old = new Dexie(`old ${crypto.randomUUID()}`);
  old.version(1).stores(IMAGE.stores);
  await old.table('notices').add({ notice: 'damaged' });
  await old.table('days').add({ id: '2026-10-15|wechat|one', day: '2026-10-15' });
  old.close();
  expect(await tallyDb(old.name).days.toArray()).toMatchObject([{ hours: {} }]);
});

test.each<[string, unknown, Trouble | null]>([
  [
    'a wrapped cause',
    { name: 'DatabaseClosedError', inner: { name: 'UnknownError' } },
    'cannot-open',
  ],
  [
    'a disk full at opening',
    { name: 'OpenFailedError', inner: { name: 'QuotaExceededError' } },
    'disk-full',
  ],
  ['a query that fails', new TypeError('x'), null],
  ['a text', 'UnknownError', null],
  ['nothing', undefined, null],
])('what stands behind %s', (_, thrown, trouble) => {
  expect(troubleOf(thrown)).toBe(trouble);
});

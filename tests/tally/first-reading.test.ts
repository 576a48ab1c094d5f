import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { emptyDay } from '../../lib/tally/counts';
import { SCHEMA_VERSION } from '../../lib/tally/database';
import { tallyDb } from '../../lib/tally/db';
import { daySumsIn, openAsItIs } from '../../lib/tally/first-reading';
import { daySums } from '../../lib/tally/query';

const NAME = 'first-reading';
const WEEK = { from: '2026-10-12', to: '2026-10-18' };

afterEach(() => Dexie.delete(NAME));

async function openedWith(days: readonly string[], restored: readonly string[]): Promise<void> {
  const db = tallyDb(NAME);
  await db.days.bulkPut(days.map((day) => emptyDay(`${day}|wechat|防汛值守群`)));
  await db.closedDays.bulkPut(restored.map((day) => ({ day, since: 0 })));
  db.close();
}

async function namesOfAll(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

test('it reads what Dexie reads: the days of the period, both ends included, and those that were restored', async () => {
  const days = ['2026-10-11', '2026-10-12', '2026-10-15', '2026-10-18', '2026-10-19'];
  await openedWith(days, ['2026-10-11', '2026-10-18', '2026-10-19']);
  const db = await openAsItIs(NAME);
  const sums = await daySumsIn(db as IDBDatabase, WEEK);
  expect(sums.rows.map(({ day }) => day)).toEqual(['2026-10-12', '2026-10-15', '2026-10-18']);
  expect(sums.restored).toEqual(['2026-10-18']);
  expect(sums).toEqual(await daySums(WEEK, tallyDb(NAME)));
  db?.close();
});

test('where there is no tally, none is made', async () => {
  expect(await openAsItIs(NAME)).toBeNull();
  expect(await namesOfAll()).not.toContain(NAME);
  await openedWith(['2026-10-15'], []);
  expect((await openAsItIs(NAME))?.objectStoreNames).toContain('closedDays');
});

test.each([1, SCHEMA_VERSION + 1])('a tally of version %i is left to Dexie', async (version) => {
  const other = new Dexie(NAME);
  other.version(version).stores({ days: 'id' });
  await other.open();
  other.close();
  expect(await openAsItIs(NAME)).toBeNull();
});

test('neither an upgrade nor an erasing waits for it', async () => {
  await openedWith(['2026-10-15'], []);
  expect(await openAsItIs(NAME)).not.toBeNull();
  const later = new Dexie(NAME);
  later.version(SCHEMA_VERSION + 1).stores({ days: 'id' });
  await later.open();
  later.close();
  await Dexie.delete(NAME);
  expect(await namesOfAll()).not.toContain(NAME);
});

test('the version that it reads is the one that Dexie writes', () => {
  expect(tallyDb(NAME).verno).toBe(SCHEMA_VERSION);
});

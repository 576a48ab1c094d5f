import type { EntityTable } from 'dexie';

/** From so many keys on, looking at what lies between them costs less than asking for each. */
const MANY = 16;

/**
 * The rows of these keys, in their order; undefined where there is none. What arrives at once is new, nearly always, and
 * lies beside each other: one question for the keys between the first and the last takes 1 ms where 500 take 15.
 */
export async function rowsByKey<Row, Key extends keyof Row & string>(
  table: EntityTable<Row, Key>,
  keys: readonly string[],
): Promise<(Row | undefined)[]> {
  if (keys.length < MANY) return table.bulkGet(keys as never[]);
  // Of strings, IndexedDB compares the code units, and so does this sort.
  const sorted = [...keys].sort();
  const range = () => table.where(':id').between(sorted[0], sorted.at(-1), true, true);
  const between: readonly unknown[] = await range()
    .limit(keys.length + 1)
    .primaryKeys();
  if (between.length > keys.length) return table.bulkGet(keys as never[]);
  const there = new Set(between);
  const known = keys.filter((key) => there.has(key));
  if (known.length === 0) return keys.map(() => undefined);
  const byKey = new Map<unknown, Row>();
  const isAll = known.length === between.length;
  const order = isAll ? between : known;
  const rows = isAll ? await range().toArray() : await table.bulkGet(known as never[]);
  for (const [index, row] of rows.entries()) if (row) byKey.set(order[index], row);
  return keys.map((key) => byKey.get(key));
}

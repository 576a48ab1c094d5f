/** The entries of a list by what `keyOf` says of each, in their order. `Map.groupBy` is younger than the oldest browsers served. */
export function grouped<Key, Value>(
  list: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of list) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

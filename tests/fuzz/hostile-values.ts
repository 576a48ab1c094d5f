import fc from 'fast-check';

/** A value that nobody expects, as plain data: some are too large or too odd to be printed when they fail. */
export type Hostile =
  | { is: 'value'; value: unknown }
  | { is: 'deep' | 'long' | 'holes'; size: number }
  | { is: 'getter' | 'proto' | 'loop' | 'proxy' };

/** One change of a value; `at` picks the place. */
export type Edit = { at: number; do: 'set' | 'add' | 'drop' | 'twice'; name: string; to: Hostile };

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'x', ''];
const TIMES = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  1,
  8.64e15,
  8.64e15 + 1,
  1e300,
  -8.64e15,
];
const WORDS = [...NAMES, '\ud800', '\u0000', '\u202e', '9'.repeat(400), 'https://[', '2026-02-30'];

export const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  fc.record({
    is: fc.constant('value' as const),
    value: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom<unknown>(...TIMES, ...WORDS, null, undefined, [], {}),
      },
      {
        weight: 4,
        arbitrary: fc.anything({
          withBigInt: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
  }),
  fc.record({
    is: fc.constantFrom('deep' as const, 'long' as const, 'holes' as const),
    size: fc.constantFrom(10, 3_000, 100_000),
  }),
  fc.record({
    is: fc.constantFrom('getter' as const, 'proto' as const, 'loop' as const, 'proxy' as const),
  }),
);

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.nat(),
    do: fc.constantFrom('set', 'set', 'set', 'add', 'drop', 'twice'),
    name: fc.constantFrom(...NAMES),
    to: hostile,
  }),
  { maxLength: 3 },
);

/** The value itself. `isPlain`: only what a file of JSON can say. */
export function made(from: Hostile, isPlain = false): unknown {
  if (from.is === 'value') return isPlain ? plain(from.value) : from.value;
  if (from.is === 'long') return 'x'.repeat(from.size * (isPlain ? 10 : 100));
  if (from.is === 'deep') return nested(from.size);
  if (from.is === 'proto') return JSON.parse('{"__proto__":{"own":true},"constructor":{}}');
  if (isPlain) return null;
  if (from.is === 'holes') {
    const list: unknown[] = [];
    list.length = from.size;
    return list;
  }
  if (from.is === 'proxy') {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }
  const odd: Record<string, unknown> = {};
  if (from.is === 'loop') odd.self = odd;
  else Object.defineProperty(odd, 'x', { enumerable: true, get: refuse });
  return odd;
}

/** A copy of plain data with some of its values changed. `isPlain` as for `made`. */
export function edited(value: unknown, changes: readonly Edit[], isPlain = false): unknown {
  const root = { value: structuredClone(value) };
  for (const change of changes) apply(root, change, isPlain);
  return root.value;
}

type Slot = { holder: Record<string, unknown>; name: string };

function apply(root: { value: unknown }, { at, do: what, name, to }: Edit, isPlain: boolean): void {
  const all = slotsIn(root);
  const slot = all[at % all.length];
  if (!slot) return;
  const { holder } = slot;
  const value = made(to, isPlain);
  if (what === 'set') put(holder, slot.name, value);
  else if (what === 'add' && holder !== root) put(holder, name, value);
  else if (what === 'drop') delete holder[slot.name];
  else if (Array.isArray(holder)) holder.push(structuredCloneOr(holder[Number(slot.name)]));
  if (what === 'add' && to.is === 'getter' && !isPlain && holder !== root) {
    Object.defineProperty(holder, slot.name, { enumerable: true, configurable: true, get: refuse });
  }
}

/** Every place in plain data that holds a value, not deeper than data of ours is. */
function slotsIn(root: object, depth = 0): Slot[] {
  if (depth > 8) return [];
  const holder = root as Record<string, unknown>;
  const names = Object.keys(Object.getOwnPropertyDescriptors(holder)).filter((name) =>
    isData(holder, name),
  );
  return names.slice(0, 200).flatMap((name) => {
    const value = holder[name];
    const isHolder = typeof value === 'object' && value !== null && isOrdinary(value);
    return [{ holder, name }, ...(isHolder ? slotsIn(value, depth + 1) : [])];
  });
}

function isData(holder: object, name: string): boolean {
  const property = Object.getOwnPropertyDescriptor(holder, name);
  return property !== undefined && 'value' in property && property.enumerable === true;
}

function isOrdinary(value: object): boolean {
  try {
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  } catch {
    return false;
  }
}

/** As own field, whatever it is called. */
function put(holder: object, name: string, value: unknown): void {
  if (Array.isArray(holder) && name === 'length') return;
  Object.defineProperty(holder, name, {
    ...{ value, enumerable: true, configurable: true, writable: true },
  });
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { x: value };
  return value;
}

function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}

function structuredCloneOr(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return null;
  }
}

function refuse(): never {
  throw new Error('a getter that throws');
}

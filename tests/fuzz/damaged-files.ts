import fc from 'fast-check';

/** One way in which a file comes to harm, as plain data; `at` picks the place. */
export type Damage =
  | { do: 'flip'; at: number; length: number }
  | { do: 'cut'; at: number; length: number }
  | { do: 'twice'; at: number; length: number }
  | { do: 'insert'; at: number; bytes: number[] }
  | { do: 'number'; at: number; as: string }
  | { do: 'nest'; at: number; depth: number; isInPlace: boolean }
  | { do: 'repeat'; at: number; times: number }
  | { do: 'line'; at: number; length: number }
  | { do: 'encode'; as: 'utf-16le' | 'utf-16be' | 'gb18030' | 'mark' };

const at = fc.nat();
const NUMBERS = [
  '1e999',
  '-1',
  '0.5',
  '9007199254740993',
  '1e21',
  '00',
  `1${'0'.repeat(400)}`,
  'NaN',
  '{"toString":1}',
];
const PIECES = [
  '"',
  ',',
  '\n',
  '{',
  '}',
  '[',
  '\u0000',
  '__proto__',
  '":"',
  '\\u0000',
  '\\',
  '\u2028',
];

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom<'flip' | 'cut' | 'twice'>('flip', 'cut', 'twice'),
        at,
        length: fc.integer({ min: 1, max: 200 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('insert' as const),
        at,
        bytes: fc.oneof(
          fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 12 }),
          fc.constantFrom(...PIECES.map((piece) => [...Buffer.from(piece)])),
        ),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('number' as const),
        at,
        as: fc.constantFrom(...NUMBERS),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('nest' as const),
        at,
        depth: fc.constantFrom(10, 5_000, 100_000),
        isInPlace: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('repeat' as const),
        at,
        times: fc.constantFrom(2, 1_000, 70_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('line' as const),
        at,
        length: fc.constantFrom(100, 70_000, 2_000_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('encode' as const),
        as: fc.constantFrom('utf-16le', 'utf-16be', 'gb18030', 'mark'),
      }),
    },
  ),
  { maxLength: 4 },
);

/** The file after all of it. */
export function damaged(file: Uint8Array, list: readonly Damage[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    list.reduce<Buffer>((bytes, each) => harm(bytes, each), Buffer.from(file)),
  );
}

function harm(bytes: Buffer, damage: Damage): Buffer {
  if (damage.do === 'encode') return encoded(bytes.toString('utf8'), damage.as);
  const place = damage.at % Math.max(1, bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (damage.do === 'insert') return Buffer.concat([before, Buffer.from(damage.bytes), after]);
  if (damage.do === 'cut') return Buffer.concat([before, after.subarray(damage.length)]);
  if (damage.do === 'twice')
    return Buffer.concat([before, after.subarray(0, damage.length), after]);
  if (damage.do === 'flip') {
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (damage.length % 8));
    return flipped;
  }
  // The sign that stands there, many times: marks, delimiters, brackets, letters.
  if (damage.do === 'repeat') {
    const sign = after.subarray(0, 1).toString('latin1').repeat(damage.times);
    return Buffer.concat([before, Buffer.from(sign, 'latin1'), after]);
  }
  if (damage.do === 'line') return Buffer.concat([before, Buffer.alloc(damage.length, 'x'), after]);
  const text = bytes.toString('utf8');
  if (damage.do === 'number') return Buffer.from(replaced(text, /-?\d+(?:\.\d+)?/g, damage));
  return nested(text, damage);
}

function nested(text: string, damage: Damage & { do: 'nest' }): Buffer {
  const nest = '['.repeat(damage.depth) + ']'.repeat(damage.depth);
  if (!damage.isInPlace) {
    const as = `{"x":${nest},`;
    return Buffer.from(replaced(text, /\{(?=\s*")/g, { at: damage.at, as }));
  }
  const value = /(?<=":\s*)(?:-?[\d.]+|"[^"\\]*"|true|false|null)/g;
  return Buffer.from(replaced(text, value, { at: damage.at, as: nest }));
}

/** With another text in place of one of those that are found. */
function replaced(
  text: string,
  found: RegExp,
  { at: pick, as }: { at: number; as: string },
): string {
  const all = [...text.matchAll(found)];
  const one = all[pick % Math.max(1, all.length)];
  if (!one) return text;
  return text.slice(0, one.index) + as + text.slice(one.index + one[0].length);
}

function encoded(text: string, as: (Damage & { do: 'encode' })['as']): Buffer {
  if (as === 'mark') return Buffer.from(`\ufeff${text}`);
  if (as === 'gb18030') return Buffer.concat([...text].map(inGb));
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return as === 'utf-16le' ? bytes : bytes.swap16();
}

/** By the decoder's own table: there is no encoder. Signs that take four bytes become a question mark. */
function inGb(sign: string): Buffer {
  if (sign < '\u0080') return Buffer.from(sign);
  return GB.get(sign) ?? Buffer.from('?');
}

const GB = new Map<string, Buffer>();
const decoder = new TextDecoder('gb18030');
for (let high = 0x81; high < 0xff; high++) {
  for (let low = 0x40; low < 0xff; low++) {
    const bytes = Buffer.from([high, low]);
    const sign = decoder.decode(bytes);
    if ([...sign].length === 1 && sign !== '\ufffd') GB.set(sign, bytes);
  }
}

/** Fails when it takes longer than any file so small may take. Time of the processor, so a busy machine does no harm. */
export async function inBounds<T>(act: () => T | Promise<T>, most = 4_000): Promise<T> {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  if (ms > most) throw new Error(`took ${Math.round(ms)} ms of the processor`);
  return result;
}

/** 64 secret bits as two 32-bit numbers. Who does not know them cannot make two contents with the same hash. */
export type HashKey = readonly [low: number, high: number];

/** The key where nobody attacks: commands, benchmarks, tests. */
export const OPEN_KEY: HashKey = [0, 0];

/** Room for the words that are hashed, as it grew, and for the last hash. */
let words = new Int32Array(1 << 10);
const out = new Int32Array(2);

/** 64 bits of a text, written into `pair`. */
export function hashInto(key: HashKey, text: string, pair: Int32Array): void {
  hashText(key, text);
  pair.set(out);
}

/** 32 bits of a text. */
export function hash32With(key: HashKey, text: string): number {
  hashText(key, text);
  return out[0] as number;
}

/** 64 bits of a text, for maps. */
export function hashWith(key: HashKey, text: string): string {
  hashText(key, text);
  return named();
}

/** 64 bits of a row of 32-bit numbers, for maps. */
export function hashCodesWith(key: HashKey, codes: readonly number[]): string {
  makeRoom(codes.length);
  for (let at = 0; at < codes.length; at++) words[at] = codes[at] as number;
  halfSipHash(key, codes.length, 0, codes.length * 4);
  return named();
}

function hashText(key: HashKey, text: string): void {
  const { length } = text;
  const whole = length >> 1;
  makeRoom(whole);
  for (let at = 0; at < whole; at++) {
    words[at] = text.charCodeAt(2 * at) | (text.charCodeAt(2 * at + 1) << 16);
  }
  halfSipHash(key, whole, length & 1 ? text.charCodeAt(length - 1) : 0, length * 2);
}

function makeRoom(count: number): void {
  if (words.length < count) words = new Int32Array(count * 2);
}

function named(): string {
  return `${((out[1] as number) >>> 0).toString(36)}.${((out[0] as number) >>> 0).toString(36)}`;
}

/**
 * HalfSipHash-2-4 with 64 bits of output, over `count` words and what is `left` of less than a word; of `bytes` in all
 * (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, and their reference implementation, public domain).
 * It is made to be keyed, works on 32-bit numbers, which JavaScript has, and a text of 200 letters takes it 1 µs.
 */
function halfSipHash([low, high]: HashKey, count: number, left: number, bytes: number): void {
  let v0 = low;
  let v1 = high ^ 0xee;
  let v2 = 0x6c796765 ^ low;
  let v3 = 0x74656462 ^ high;
  const last = left | (bytes << 24);
  for (let at = 0; at <= count + 2; at++) {
    // The words, the rest with the length, and then twice four rounds without any.
    const word = at < count ? (words[at] as number) : at === count ? last : 0;
    if (at === count + 1) v2 ^= 0xee;
    else if (at === count + 2) v1 ^= 0xdd;
    v3 ^= word;
    for (let round = at > count ? 4 : 2; round > 0; round--) {
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
    v0 ^= word;
    if (at > count) out[at - count - 1] = v1 ^ v3;
  }
}

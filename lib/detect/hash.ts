/** The multipliers of cyrb53 as 32-bit numbers: larger ones are worked out with a division each time. */
const PRIME_1 = -1640531535;
const PRIME_2 = 1597334677;
const PRIME_3 = -2048144789;
const PRIME_4 = -1028477387;

/** cyrb53 (public domain, github.com/bryc): fast, well mixed, not cryptographic. 53 bits as 14 hexadecimal digits. */
export function hash53(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, PRIME_1);
    high = Math.imul(high ^ unit, PRIME_2);
  }
  return digits(low, high);
}

function digits(one: number, other: number): string {
  let low = one;
  let high = other;
  low = Math.imul(low ^ (low >>> 16), PRIME_3) ^ Math.imul(high ^ (high >>> 13), PRIME_4);
  high = Math.imul(high ^ (high >>> 16), PRIME_3) ^ Math.imul(low ^ (low >>> 13), PRIME_4);
  return hex(2097151 & high, 0x1000000) + hex(low >>> 16, 0x10000) + hex(low & 0xffff, 0x10000);
}

/** With leading zeros, in small steps: a number above 31 bits is written by dividing it digit by digit. */
function hex(value: number, above: number): string {
  return (value + above).toString(16).slice(1);
}

/** 32-bit FNV-1a with a final mix; for tokens and grams, where a rare clash only costs a comparison. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix32(hash);
}

/** The same over bytes `[start, end)`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return mix32(hash);
}

/** Spreads the bits of a 32-bit number. */
export function mix32(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/**
 * Rounds of PBKDF2 that turn a campaign word into a key (OWASP, Password Storage Cheat Sheet 2023, for SHA-256).
 * A word is short and group names can be guessed: each guess at a word then costs a good part of a second.
 */
const ROUNDS = 600_000;

const SALT = 'fingerlight campaign word 1';

/** Bits of a group's code: RFC 2104 section 5 asks for at least 80. Two of a million groups meet once in 2.4 × 10¹². */
const CODE_DIGITS = 20;

/** Few on purpose: enough to tell files of different words apart, too few to make sure of a guessed word. */
const CHECK_DIGITS = 4;

/** Fewest characters of a campaign word. */
export const SHORTEST_WORD = 4;

/** A campaign word as it counts: width, case and white space make no difference when several people type it. */
export function plainWord(word: string): string {
  return word.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** True when a campaign word is long enough. */
export function isLongEnough(word: string): boolean {
  return [...plainWord(word)].length >= SHORTEST_WORD;
}

/** The key that everyone who knows the word can make, and nobody else. */
export async function wordKey(word: string): Promise<CryptoKey> {
  const typed = bytesOf(plainWord(word));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(SALT), iterations: ROUNDS };
  return hmacKey(new Uint8Array(await crypto.subtle.deriveBits(how, material, 256)));
}

/** The key of one installation alone. `secret`: random bytes in hexadecimal that never leave it. */
export function secretKey(secret: string): Promise<CryptoKey> {
  return hmacKey(bytesOf(secret));
}

/** A group's code: HMAC-SHA-256 of its site and name, shortened. Same key, same group: same code. */
export function codeOf(
  key: CryptoKey,
  { site, chat }: { site: string; chat: string },
): Promise<string> {
  return mac(key, `group|${site}|${chat.normalize('NFC').trim()}`, CODE_DIGITS);
}

/** Tells files of different words apart; hints at the word itself no more than any 16 bits do. */
export function checkOf(key: CryptoKey): Promise<string> {
  return mac(key, 'word check', CHECK_DIGITS);
}

async function mac(key: CryptoKey, text: string, digits: number): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, bytesOf(text));
  return hexOf(new Uint8Array(signature)).slice(0, digits);
}

function hmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Bytes in hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

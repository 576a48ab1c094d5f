import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { evidenceText } from '../detect/evidence-text';
import type { Message } from '../detect/types';

/** A shorter text could be guessed from its number. Code points of the evidence text; docs/export.md names the figure. */
const LEAST_CHARACTERS = 24;

/**
 * The SHA-256 of a message's evidence text, 64 hexadecimal digits; null for anything but a text that was read whole and
 * is long enough. Synchronous, unlike the browser's own: a database transaction waits for nothing else.
 */
export function evidenceNumber({ kind, text, oversize }: Message): string | null {
  if (kind !== 'text' || oversize) return null;
  const words = evidenceText(text);
  return [...words].length < LEAST_CHARACTERS ? null : bytesToHex(sha256(utf8ToBytes(words)));
}

import { contentHash, hash53 } from './content-hash';
import type { ReadMessage } from './site';

/**
 * A hash of what a page without ids tells of a message. No secret goes into it: the same message has the same in every
 * installation, so that a backup counts it once.
 */
export function likenessOf(chat: string, message: ReadMessage): string {
  return hash53([chat, message.knownBy, contentHash(message)].join('\u0000'));
}

/**
 * The channel between the page world and the content script: synchronous DOM events whose detail is JSON text.
 * Synchronous, because a fold and the page's own record of its height have to change in the same task;
 * text, because nothing else crosses the two worlds in every browser.
 * The name is a random secret, so that the page's own code does not meet these events by chance;
 * it is no defence: what arrives is checked as untrusted input on either side.
 */

/** Sent by the content script with the secret as detail. */
export const HELLO = 'fingerlight:hello';
/** Sent by the page-world script when it starts, to ask for a hello. */
export const READY = 'fingerlight:ready';

/** Content script → page world. */
export type FeedCommand =
  /** Look for new messages now. */
  | { do: 'scan' }
  /** Record these row heights (px, whole numbers) by message id; null gives the page its own back. */
  | { do: 'heights'; chat: string; heights: [id: string, height: number | null][] }
  /** Answer with the distance of a message from the top of its chat. */
  | { do: 'locate'; chat: string; id: string }
  | { do: 'stop' };

/** Page world → content script. */
export type FeedEvent =
  /** New messages, oldest first within each chat; a system line has no more than `chat` and `line: true`. */
  | { is: 'messages'; entries: ({ told: unknown } | { chat: string; line: true })[] }
  | { is: 'recalled'; ids: string[] }
  | { is: 'located'; id: string; top: number };

export function eventName(secret: string, direction: 'command' | 'event'): string {
  return `fingerlight:${secret}:${direction}`;
}

/** The value in an event's detail, or null when it is not JSON text. */
export function detailOf(event: Event): unknown {
  const { detail } = event as CustomEvent<unknown>;
  if (typeof detail !== 'string') return null;
  try {
    return JSON.parse(detail);
  } catch {
    return null;
  }
}

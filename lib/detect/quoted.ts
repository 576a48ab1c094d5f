import type { Analysis } from './analysis.ts';
import type { Message } from './types.ts';

/** Reason of a verdict on a notice that changes another and is told as a quotation. */
export const QUOTED = 'quoted-change';

/** What a message quotes, as if it were said in its place. */
export function quotedMessage({ message, normal }: Analysis): Message {
  return { ...message, text: normal.quoted.replace(/^[^\s:,。]{1,20}:/, '') };
}

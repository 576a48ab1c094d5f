import { chatKey, type NoticeIndex, relayContinuedBy, remember } from './notice-index.ts';
import { type Relay, relayOf } from './relay.ts';
import type { Message, Verdict } from './types.ts';

/** As much of a judged message as `remember` needs to do the same again. */
export type Memo = { message: Message; verdict: Verdict };

/**
 * Takes in a judged message, as `remember` does. Returns what to keep so that an index to which the same memos are
 * told in the same order comes out alike; null when the index has nothing of the message.
 * Words are kept of a notice and of a relay list only, a sender only where the index keeps one.
 */
export function rememberWithMemo(
  index: NoticeIndex,
  message: Message,
  verdict: Verdict,
): Memo | null {
  const before = index.contexts.get(chatKey(message));
  remember(index, message, verdict);
  const inContext = index.contexts.get(chatKey(message)) !== before;
  const plain = { ...verdict, title: '', changed: [] };
  if (verdict.notice === message.key) {
    const { mentionsMe: _, ...kept } = message;
    return { message: kept, verdict: plain };
  }
  const relay = relayOf(message);
  const isSeenAgain = verdict.notice !== null && verdict.guards.includes('too-old');
  if (!relay && !inContext && !isSeenAgain) return null;
  const { key, site, chat, own, time, kind } = message;
  const sender = inContext ? message.sender : '';
  const text = relay ? asMuchOf(index, relay, message) : kind === 'text' ? '' : message.text;
  const { file, link, image } = message;
  const attached = { ...(file && { file }), ...(link && { link }), ...(image && { image }) };
  return {
    message: { key, site, chat, sender, own, time, kind, text, ...(inContext && attached) },
    verdict: plain,
  };
}

/** Lines of a relay list within which its head and two entries stand. */
const HEAD_LINES = 12;

/** The text of a relay list; of one that goes on only the lines by which it is known again, without the later names. */
function asMuchOf(index: NoticeIndex, relay: Relay, message: Message): string {
  const known = relayContinuedBy(index, relay, message);
  if (!known) return message.text;
  const lines = message.text.split('\n', HEAD_LINES);
  for (let count = 2; count <= lines.length; count++) {
    const text = lines.slice(0, count).join('\n');
    const part = relayOf({ ...message, text });
    if (part?.key === relay.key && relayContinuedBy(index, part, message) === known) return text;
  }
  return message.text;
}

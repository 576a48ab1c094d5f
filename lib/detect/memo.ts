import { analyse, analysePart } from './analysis.ts';
import { chatKey, type NoticeIndex, remember } from './notice-index.ts';
import { pictureOf } from './picture-memory.ts';
import { type Relay, relayOf } from './relay.ts';
import { relayContinuedBy } from './relay-memory.ts';
import type { Message, Verdict } from './types.ts';
import { ownHeader } from './version.ts';

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
  const placesBefore = placesOf(index, verdict);
  remember(index, message, verdict);
  const inContext = index.contexts.get(chatKey(message)) !== before;
  const isPlaced = placesOf(index, verdict) > placesBefore;
  const plain = { ...verdict, title: '', changed: [] };
  if (verdict.notice === message.key) {
    const { mentionsMe: _, ...kept } = message;
    return { message: kept, verdict: plain };
  }
  const relay = relayOf(message, index.key);
  const isSeenAgain = verdict.notice !== null && verdict.guards.includes('too-old');
  const isLookedAt = pictureOf(message) !== null;
  if (!relay && !inContext && !isSeenAgain && !isPlaced && !isLookedAt) return null;
  const { key, site, chat, own, time, kind } = message;
  const sender = inContext ? message.sender : '';
  const words = kind === 'text' ? '' : message.text;
  const text = relay ? asMuchOf(index, relay, message) : isPlaced ? headOf(index, message) : words;
  const { file, link, image } = message;
  const attached = { ...(file && { file }), ...(link && { link }), ...(image && { image }) };
  const isAttached = inContext || isLookedAt;
  return {
    message: { key, site, chat, sender, own, time, kind, text, ...(isAttached && attached) },
    verdict: plain,
  };
}

function placesOf({ store }: NoticeIndex, { notice }: Verdict): number {
  return notice === null ? 0 : (store.byId(notice)?.places.length ?? 0);
}

/** Characters of a line that may be a numbered head. */
const HEAD_LENGTH = 60;

/** As much of a copy as tells its number: its first line, or nothing. */
function headOf({ key }: NoticeIndex, message: Message): string {
  const number = ownHeader(analyse(message, key));
  if (number === null) return message.kind === 'text' ? '' : message.text;
  const text = message.text.trimStart().split('\n', 1)[0]?.slice(0, HEAD_LENGTH) ?? '';
  return ownHeader(analysePart({ ...message, text }, key)) === number ? text : message.text;
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
    const part = relayOf({ ...message, text }, index.key);
    if (part?.key === relay.key && relayContinuedBy(index, part, message) === known) return text;
  }
  return message.text;
}

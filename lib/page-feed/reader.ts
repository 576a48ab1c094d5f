import type { FeedEvent } from '../sites/feed-channel';
import { createRememberedHeights } from './remembered-heights';
import { nameOf, type PageMessage, SYSTEM_TYPE, tell, type WechatWindow } from './wechat-page';

/** At most so many messages in one event: a long JSON text blocks the page. */
const MAX_ENTRIES = 500;

/** What was told of a message object last. */
type Told = { id: string; isLine: boolean };

type Entries = Extract<FeedEvent, { is: 'messages' }>['entries'];

/** An entry and the Unix seconds by which it is put in order. */
type Found = { time: number; entry: Entries[number] };

/** Follows the page's message lists and tells what is new. Writes nothing but `_h`. */
export function createReader(page: WechatWindow, send: (told: FeedEvent) => void) {
  const known = new WeakMap<PageMessage, Told>();
  const lengths = new Map<string, number>();
  const remembered = createRememberedHeights();

  /** `thorough` looks at every message again, for recalls and for own ids that changed; else only at what was added. */
  function scan(thorough: boolean): void {
    const found: Found[] = [];
    const recalled: string[] = [];
    for (const [chat, messages] of Object.entries(page._chatContent ?? {})) {
      // A room that is not loaded yet has no name: its messages wait, for they are told only once.
      if (!Array.isArray(messages) || nameOf(page, chat) === '') continue;
      const seen = lengths.get(chat) ?? 0;
      const start = thorough || messages.length < seen ? 0 : seen;
      inOrder(messages.slice(start), (message, time) => {
        try {
          const entry = look(chat, message, recalled);
          if (entry) found.push({ time, entry });
        } catch {
          // One message that cannot be read keeps no other from being told.
        }
      });
      lengths.set(chat, messages.length);
    }
    remembered.reassert();
    // Lists come chat by chat; a notice is to be judged before its copies and changes in other chats.
    const entries = found.sort((one, other) => one.time - other.time).map(({ entry }) => entry);
    for (let start = 0; start < entries.length; start += MAX_ENTRIES) {
      send({ is: 'messages', entries: entries.slice(start, start + MAX_ENTRIES) });
    }
    if (recalled.length > 0) send({ is: 'recalled', ids: recalled });
  }

  function look(chat: string, message: PageMessage, recalled: string[]): Entries[number] | null {
    if (typeof message !== 'object' || message === null) return null;
    const id = String(message.MsgId ?? '');
    const isLine = Number(message.MsgType) === SYSTEM_TYPE;
    const before = known.get(message);
    if (before && before.id === id && before.isLine === isLine) return null;
    const isRecall = before !== undefined && isLine && !before.isLine;
    if (isRecall) recalled.push(before.id);
    const entry = isLine ? { chat, line: true as const } : { told: tell(page, chat, message) };
    // Only now: a message that could not be told is tried again.
    known.set(message, { id, isLine });
    return isRecall ? null : entry;
  }

  function setHeights(chat: string, heights: [id: string, height: number | null][]): void {
    const wanted = new Map(heights);
    for (const message of page._chatContent?.[chat] ?? []) {
      const height = wanted.get(String(message.MsgId));
      if (height !== undefined) remembered.set(message, height);
    }
  }

  function locate(chat: string, id: string): void {
    let top = 0;
    for (const message of page._chatContent?.[chat] ?? []) {
      if (String(message.MsgId) === id) {
        send({ is: 'located', id, top });
        return;
      }
      top += Number(message._h) || 0;
    }
  }

  return { scan, setHeights, locate, restoreHeights: remembered.restoreAll };
}

/** Visits a chat's messages with times that never fall, so that ordering by them keeps the order of the list. */
function inOrder(
  messages: readonly PageMessage[],
  visit: (message: PageMessage, time: number) => void,
): void {
  let time = 0;
  for (const message of messages) {
    const own = message?.CreateTime;
    time = Math.max(time, typeof own === 'number' ? own : 0);
    visit(message, time);
  }
}

import type { Contact } from './contacts.ts';
import { type FeedMessage, MESSAGE_TYPE } from './feed-message.ts';

/** A chat as the left list needs it. */
export type ChatEntry = {
  contact: Contact;
  unread: number;
  firstUnread: FeedMessage | null;
  /** Unix seconds of the last message, 0 without one. */
  lastTime: number;
  digest: string;
  _index: number;
  _h: number;
  _offsetTop: number;
};

/** Height of one row of the left list, pixels. */
export const ENTRY_HEIGHT = 64;

/** A time bar stands before a message when so many seconds have passed since the last bar. */
const BAR_GAP = 180;

export type ChatStore = {
  /** The page's own table: chat → messages. */
  content: Record<string, FeedMessage[]>;
  addChat(contact: Contact): void;
  /** False when the id is known already. */
  addMessage(message: FeedMessage, isOpen: boolean): boolean;
  find(id: string): FeedMessage | undefined;
  /** The server's id of a sent message; its echo is dropped. */
  acknowledge(message: FeedMessage, serverId: string): void;
  /** The list's line follows a change of the last message. */
  redigest(message: FeedMessage): void;
  /** Marks the first unread message and clears the count. Its height is forgotten. */
  enter(id: string, markUnread: boolean): void;
  leave(id: string): void;
  /** Pinned first, then newest first; chats without messages keep their order at the end. */
  entries(): ChatEntry[];
};

export function createChatStore(): ChatStore {
  const content: Record<string, FeedMessage[]> = {};
  const entries = new Map<string, ChatEntry>();
  const lastBar = new Map<string, number>();
  const known = new Map<string, FeedMessage>();

  function setUnreadLine(message: FeedMessage | null, on: boolean): void {
    if (!message || message.MMUnread === on) return;
    message.MMUnread = on;
    message._h = 0;
  }

  return {
    content,
    addChat(contact) {
      const id = contact.UserName;
      if (entries.has(id)) return;
      content[id] = [];
      entries.set(id, {
        contact,
        unread: 0,
        firstUnread: null,
        lastTime: 0,
        digest: '',
        _index: 0,
        _h: ENTRY_HEIGHT,
        _offsetTop: 0,
      });
    },
    addMessage(message, isOpen) {
      const chat = message.MMPeerUserName;
      const entry = entries.get(chat);
      const list = content[chat];
      if (!entry || !list || known.has(message.MsgId)) return false;
      known.set(message.MsgId, message);
      const isSystem = message.MsgType === MESSAGE_TYPE.system;
      if (!isSystem && message.CreateTime - (lastBar.get(chat) ?? 0) >= BAR_GAP) {
        message.MMTime = clockOf(message.CreateTime);
        lastBar.set(chat, message.CreateTime);
      }
      list.push(message);
      entry.lastTime = message.CreateTime;
      entry.digest = message.MMDigest;
      if (!isOpen && !isSystem) countUnread(entry, message);
      return true;
    },
    find: (id) => known.get(id),
    acknowledge(message, serverId) {
      known.set(serverId, message);
      message.MsgId = serverId;
    },
    redigest(message) {
      const chat = message.MMPeerUserName;
      const entry = entries.get(chat);
      if (entry && content[chat]?.at(-1) === message) entry.digest = message.MMDigest;
    },
    enter(id, markUnread) {
      const entry = entries.get(id);
      if (!entry) return;
      if (markUnread) setUnreadLine(entry.firstUnread, true);
      entry.unread = 0;
      entry.firstUnread = null;
    },
    leave(id) {
      for (const message of content[id] ?? []) setUnreadLine(message, false);
    },
    entries() {
      const rank = (entry: ChatEntry): number => (entry.contact.isTop() ? 1 : 0);
      return [...entries.values()].sort(
        (one, other) => rank(other) - rank(one) || other.lastTime - one.lastTime,
      );
    },
  };
}

/** An own message, sent from the phone, says that all before it was read. */
function countUnread(entry: ChatEntry, message: FeedMessage): void {
  if (message.MMIsSend) {
    entry.unread = 0;
    entry.firstUnread = null;
    return;
  }
  entry.unread++;
  entry.firstUnread ??= message;
}

/** Twenty-four hours, the hour not padded. */
export function clockOf(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

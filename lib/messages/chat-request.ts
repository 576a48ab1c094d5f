import type { MessageKind } from '../detect/types';
import type { ChatCalls, ObservedMessage, Report } from './protocol';

/** Longest text that is judged, in UTF-16 units. Ten times the longest notice seen; a longer one is cut and marked. */
const MAX_TEXT = 20_000;
/** Longest name of a chat, sender, file or title; sites allow far less. */
const MAX_NAME = 500;
/** Longest key, hash or address. */
const MAX_KEY = 2_000;
/** Most entries in one list of a report: a page sends far smaller batches. */
const MAX_LIST = 5_000;

const KINDS: ReadonlySet<string> = new Set<MessageKind>([
  'text',
  'file',
  'image',
  'link',
  'video',
  'voice',
  'location',
  'placeholder',
  'system',
]);
const LESSONS: ReadonlySet<string> = new Set(['not-copy', 'always-fold', 'forget']);

/**
 * The request of a chat call with checked types and lengths and without unknown fields, or null when it is malformed.
 * In a report one malformed entry is left out and the rest goes on: otherwise one odd message would block
 * a page's whole outbox for ever.
 */
export function readChatRequest<K extends keyof ChatCalls>(
  name: K,
  request: unknown,
): Parameters<ChatCalls[K]>[0] | null {
  return READERS[name](request) as Parameters<ChatCalls[K]>[0] | null;
}

const READERS: {
  [K in keyof ChatCalls]: (request: unknown) => Parameters<ChatCalls[K]>[0] | null;
} = {
  report: readReport,
  setDone(request) {
    const { key, done } = fieldsOf(request);
    return isKey(key) && typeof done === 'boolean' ? { key, done } : null;
  },
  teach(request) {
    const { key, lesson } = fieldsOf(request);
    if (!isKey(key) || typeof lesson !== 'string' || !LESSONS.has(lesson)) return null;
    return { key, lesson: lesson as Parameters<ChatCalls['teach']>[0]['lesson'] };
  },
  lost(request) {
    const { isLost } = fieldsOf(request);
    return typeof isLost === 'boolean' ? { isLost } : null;
  },
};

function readReport(request: unknown): Report | null {
  const { messages, claims, recalls, folded } = fieldsOf(request);
  if (![messages, claims, recalls, folded].every(isList)) return null;
  return {
    messages: readEach(messages, readMessage),
    claims: readEach(claims, readClaim),
    recalls: readEach(recalls, readKey),
    folded: readEach(folded, readKey),
  };
}

function readEach<T>(list: unknown, read: (entry: unknown) => T | null): T[] {
  return (list as unknown[]).map(read).filter((entry) => entry !== null);
}

function readClaim(entry: unknown): { key: string; hash: string } | null {
  const { key, hash } = fieldsOf(entry);
  return isKey(key) && isKey(hash) ? { key, hash } : null;
}

function readKey(entry: unknown): string | null {
  return isKey(entry) ? entry : null;
}

function readMessage(entry: unknown): ObservedMessage | null {
  const it = fieldsOf(entry);
  const { key, site, chat, sender, own, time, kind, text, hash, via } = it;
  if (!isKey(key) || !isKey(hash) || !isSite(site) || !isName(chat) || !isName(sender)) return null;
  if (!isName(kind) || !KINDS.has(kind) || typeof text !== 'string') return null;
  if (!isTime(time) || typeof own !== 'boolean' || (via !== 'page' && via !== 'feed')) return null;
  const message: ObservedMessage = {
    key,
    site,
    chat,
    sender,
    own,
    time,
    kind: kind as MessageKind,
    text: text.slice(0, MAX_TEXT),
    hash,
    via,
  };
  if (text.length > MAX_TEXT || it.oversize === true) message.oversize = true;
  if (it.mentionsMe === true) message.mentionsMe = true;
  if (it.isPrivate === true) message.isPrivate = true;
  return addParts(message, it);
}

/** Adds file, link and image; null when one is there but malformed. */
function addParts(message: ObservedMessage, it: Record<string, unknown>): ObservedMessage | null {
  if (it.file !== undefined) {
    const { name, size, exact } = fieldsOf(it.file);
    if (!isName(name) || !isSize(size) || typeof exact !== 'boolean') return null;
    message.file = { name, size, exact };
  }
  if (it.link !== undefined) {
    const { url, title } = fieldsOf(it.link);
    if (typeof url !== 'string' || typeof title !== 'string') return null;
    message.link = { url: url.slice(0, MAX_KEY), title: title.slice(0, MAX_NAME) };
  }
  if (it.image !== undefined) {
    const { key, look } = fieldsOf(it.image);
    if (key === undefined ? !isLook(look) : !isKey(key)) return null;
    message.image = { ...(isKey(key) && { key }), ...(isLook(look) && { look }) };
  }
  return message;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= MAX_LIST;
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_KEY;
}

/** See `Message.image`. */
function isLook(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16} \d{1,5}x\d{1,5}$/.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME;
}

function isSite(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
}

/** Not always whole: a size read from "2.7MB" is not. */
function isSize(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}

/** Between 2000 and 2100: anything else is a misread clock and would put counts on an absurd day. */
function isTime(value: unknown): value is number {
  return (
    Number.isFinite(value) &&
    (value as number) > 946_684_800_000 &&
    (value as number) < 4_102_444_800_000
  );
}

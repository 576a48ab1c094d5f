import {
  detailOf,
  eventName,
  type FeedCommand,
  type FeedEvent,
  HELLO,
  READY,
} from './feed-channel';
import { createRowHeights, type RowHeights } from './row-heights';
import type { FeedMessage } from './site';

/** A message, or a line that is none (a system line, an own message still being sent): it ends a run of replies. */
export type FeedEntry = FeedMessage | { line: true; sessionId: string };

/** What the feed tells, checked. */
export type FeedListener = {
  messages(entries: FeedEntry[]): void;
  recalled(ids: string[]): void;
  located(id: string, top: number): void;
};

export type Feed = {
  /** Greets the page world; everything that it has seen so far is told at once. */
  start(): void;
  /** The page world has answered. */
  isAlive(): boolean;
  scan(): void;
  heights: RowHeights;
  locate(sessionId: string, id: string): void;
  stop(): void;
};

/** At most so many entries of one event are looked at. */
const MAX_ENTRIES = 5000;

/** Turns what the page-world feed tells into a message; null when it is not one or not well formed. */
type FromFeed = (told: unknown, parseHtml: (html: string) => Element) => FeedMessage | null;

/** Opens the channel to the page-world script. Everything that comes back is untrusted. */
export function openFeed(fromFeed: FromFeed, listener: FeedListener, signal: AbortSignal): Feed {
  const secret = crypto.randomUUID();
  let alive = false;
  const parser = new DOMParser();
  const parseHtml = (html: string) => parser.parseFromString(html, 'text/html').body;

  const onEvent = (event: Event) => {
    const told = detailOf(event) as FeedEvent | null;
    if (typeof told !== 'object' || told === null) return;
    alive = true;
    if (told.is === 'messages' && Array.isArray(told.entries)) {
      const entries = told.entries.slice(0, MAX_ENTRIES);
      listener.messages(
        entries.map((entry) => readEntry(fromFeed, entry, parseHtml)).filter(isEntry),
      );
    } else if (told.is === 'recalled' && Array.isArray(told.ids)) {
      listener.recalled(told.ids.filter((id) => typeof id === 'string').slice(0, MAX_ENTRIES));
    } else if (told.is === 'located' && typeof told.id === 'string' && Number.isFinite(told.top)) {
      listener.located(told.id, told.top);
    }
  };
  const command = (detail: FeedCommand) => {
    const name = eventName(secret, 'command');
    document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  };
  const hello = () => void document.dispatchEvent(new CustomEvent(HELLO, { detail: secret }));

  document.addEventListener(eventName(secret, 'event'), onEvent, { signal });
  document.addEventListener(READY, hello, { signal });
  return {
    start: hello,
    isAlive: () => alive,
    scan: () => command({ do: 'scan' }),
    heights: createRowHeights((chat, heights) => command({ do: 'heights', chat, heights })),
    locate: (chat, id) => command({ do: 'locate', chat, id }),
    stop: () => command({ do: 'stop' }),
  };
}

function readEntry(
  fromFeed: FromFeed,
  entry: unknown,
  parseHtml: (html: string) => Element,
): FeedEntry | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { told, chat, line } = entry as { told?: unknown; chat?: unknown; line?: unknown };
  if (line === true) return typeof chat === 'string' ? { line: true, sessionId: chat } : null;
  const message = fromFeed(told, parseHtml);
  if (message) return message;
  const sessionId = (told as { chat?: unknown } | null | undefined)?.chat;
  return typeof sessionId === 'string' ? { line: true, sessionId } : null;
}

function isEntry(entry: FeedEntry | null): entry is FeedEntry {
  return entry !== null;
}

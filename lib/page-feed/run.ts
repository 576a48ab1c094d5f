import {
  detailOf,
  eventName,
  type FeedCommand,
  type FeedEvent,
  HELLO,
  READY,
} from '../sites/feed-channel';
import { createReader } from './reader';
import { onArrival, type WechatWindow } from './wechat-page';

/** How often messages are looked for besides the page's own event: recalls and own ids have none. Milliseconds. */
const SCAN_EVERY = 1000;

/** Runs in the page's own world: tells the content script what arrives in any chat, and records row heights for it. */
export function runPageFeed(page: WechatWindow): void {
  let end: (() => void) | null = null;
  page.document.addEventListener(HELLO, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string' || !/^[\w-]{16,64}$/.test(detail)) return;
    end?.();
    end = serve(page, detail);
  });
  page.document.dispatchEvent(new page.CustomEvent(READY));
}

function serve(page: WechatWindow, secret: string): () => void {
  const send = (told: FeedEvent) => {
    const detail = JSON.stringify(told);
    page.document.dispatchEvent(new page.CustomEvent(eventName(secret, 'event'), { detail }));
  };
  const reader = createReader(page, send);
  let endArrival: (() => void) | null = null;
  const scanAdded = () => reader.scan(false);
  // A microtask later: messages that arrive in one task are told together, and are in their list by then.
  const soon = () => queueMicrotask(scanAdded);
  let isAnnounced = false;
  const scanAll = () => {
    endArrival ??= onArrival(page, soon);
    // An empty event says that the page can be read, also before its first message.
    if (!isAnnounced && page._chatContent) send({ is: 'messages', entries: [] });
    isAnnounced ||= page._chatContent !== undefined;
    reader.scan(true);
  };
  const commands: { [K in FeedCommand['do']]: (command: Extract<FeedCommand, { do: K }>) => void } =
    {
      scan: scanAdded,
      heights: ({ chat, heights }) => reader.setHeights(chat, heights),
      locate: ({ chat, id }) => reader.locate(chat, id),
      stop,
    };
  const onCommand = (event: Event) => {
    const command = detailOf(event) as FeedCommand | null;
    if (!command || !Object.hasOwn(commands, command.do)) return;
    try {
      commands[command.do](command as never);
    } catch {
      // Only the page itself can have made up a command of a wrong shape.
    }
  };
  page.document.addEventListener(eventName(secret, 'command'), onCommand);
  const timer = page.setInterval(scanAll, SCAN_EVERY);
  scanAll();
  function stop(): void {
    page.clearInterval(timer);
    endArrival?.();
    reader.restoreHeights();
    page.document.removeEventListener(eventName(secret, 'command'), onCommand);
  }
  return stop;
}

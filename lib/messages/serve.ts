import { type Browser, browser } from 'wxt/browser';
import { readChatRequest } from './chat-request';
import type { ChatCalls, PageCalls, TabCalls } from './protocol';
import { type Call, type CallError, isCallTo, type Receiver, type Result } from './wire';

type Sender = Browser.runtime.MessageSender;
type AnyCalls = Record<string, (request: never) => unknown>;

/** One function per call; receives the request and who sent it; may answer later. */
export type Handlers<Calls extends AnyCalls> = {
  [K in keyof Calls]: (
    request: Parameters<Calls[K]>[0],
    sender: Sender,
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** A call that the sender may not make, or that has the wrong shape. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

type Handler = (request: unknown, sender: Sender) => unknown;

/**
 * Answers calls to the background. Register synchronously when the background starts.
 * `chat` may be called by any context of this extension and gets a checked request without unknown fields;
 * `page` only by the extension's own pages. Returns the function that ends it.
 */
export function serve(handlers: {
  chat: Handlers<ChatCalls>;
  page: Handlers<PageCalls>;
}): () => void {
  return listen('background', (call, sender) => {
    if (Object.hasOwn(handlers.chat, call.name)) {
      const name = call.name as keyof ChatCalls;
      const request = readChatRequest(name, call.request);
      if (request === null) throw new Refusal(`malformed request: ${name}`);
      return (handlers.chat[name] as Handler)(request, sender);
    }
    if (Object.hasOwn(handlers.page, call.name)) {
      if (!isOwnPage(sender)) throw new Refusal(`not from a web page: ${call.name}`);
      return (handlers.page[call.name as keyof PageCalls] as Handler)(call.request, sender);
    }
    throw new Refusal(`unknown call: ${call.name}`);
  });
}

/** Answers calls to this tab's content script. Returns the function that ends it. */
export function serveTab(handlers: Handlers<TabCalls>): () => void {
  return listen('tab', (call, sender) => {
    if (!Object.hasOwn(handlers, call.name)) throw new Refusal(`unknown call: ${call.name}`);
    return (handlers[call.name as keyof TabCalls] as Handler)(call.request, sender);
  });
}

function listen(receiver: Receiver, answer: (call: Call, sender: Sender) => unknown): () => void {
  // Not async: a promise would claim messages that are somebody else's to answer.
  const listener = (message: unknown, sender: Sender, respond: (result: Result) => void) => {
    if (!isCallTo(receiver, message)) return undefined;
    void resultOf(message, sender, answer).then(respond);
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function resultOf(
  call: Call,
  sender: Sender,
  answer: (call: Call, sender: Sender) => unknown,
): Promise<Result> {
  try {
    if (sender.id !== browser.runtime.id) throw new Refusal('not from this extension');
    return { ok: true, value: (await answer(call, sender)) ?? null };
  } catch (error) {
    return { ok: false, error: describe(error) };
  }
}

function describe(error: unknown): CallError {
  const kind = error instanceof Refusal ? 'refused' : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? { kind, message, code } : { kind, message };
}

/** A web page cannot forge `sender.url`; a content script's is the page that it runs in. */
function isOwnPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

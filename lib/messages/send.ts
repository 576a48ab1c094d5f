import { browser } from 'wxt/browser';
import type { ChatCalls, PageCalls, TabCalls } from './protocol';
import { type Call, type CallError, isResult } from './wire';

type BackgroundCalls = ChatCalls & PageCalls;

/**
 * Why a call failed.
 * `invalidated`: the extension was updated or removed under this page; it will never answer again.
 * `no-answer`: nobody listened, or the worker was stopped before it answered; sending again may help.
 * `refused`: the call was malformed or not this sender's to make; sending it again will not help.
 * `failed`: the handler threw, so nothing was recorded.
 */
export type CallFailure = 'invalidated' | 'no-answer' | CallError['kind'];

/** A call that brought no value. `code` is the handler's own machine word, for example "newer-version". */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: CallFailure;
  readonly code: string | undefined;

  constructor(kind: CallFailure, message: string, code?: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** Calls the background and waits for its answer. Throws `CallFailed`, never synchronously. */
export async function call<K extends keyof BackgroundCalls>(
  name: K,
  request: Parameters<BackgroundCalls[K]>[0],
): Promise<ReturnType<BackgroundCalls[K]>> {
  const message: Call = { fingerlight: 'background', name, request };
  const value = await valueFrom(() => browser.runtime.sendMessage(message));
  return value as ReturnType<BackgroundCalls[K]>;
}

/** Calls the content script of a tab and waits for its answer. Throws `CallFailed`. */
export async function callTab<K extends keyof TabCalls>(
  tabId: number,
  name: K,
  request: Parameters<TabCalls[K]>[0],
): Promise<ReturnType<TabCalls[K]>> {
  const message: Call = { fingerlight: 'tab', name, request };
  const value = await valueFrom(() => browser.tabs.sendMessage(tabId, message));
  return value as ReturnType<TabCalls[K]>;
}

async function valueFrom(send: () => Promise<unknown>): Promise<unknown> {
  const result = await sent(send);
  // A worker stopped half-way answers with undefined in Firefox.
  if (!isResult(result)) throw new CallFailed('no-answer', 'no answer');
  if (result.ok) return result.value;
  throw new CallFailed(result.error.kind, result.error.message, result.error.code);
}

async function sent(send: () => Promise<unknown>): Promise<unknown> {
  try {
    // After an update of the extension, sendMessage throws synchronously, or `runtime` has lost its id.
    return await send();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CallFailed(isInvalidated(message) ? 'invalidated' : 'no-answer', message);
  }
}

function isInvalidated(message: string): boolean {
  return /context invalidated/i.test(message) || !browser.runtime?.id;
}

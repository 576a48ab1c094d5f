import { browser } from 'wxt/browser';

/** How long this script lives in its page: until its extension is updated or removed, or a newer copy of it starts. */
export type ScriptLife = {
  /** Asking may end it: after an update the old script is told nothing. */
  readonly isInvalid: boolean;
  onInvalidated(callback: () => void): void;
  /** A timer that ends with it. */
  setInterval(callback: () => void, ms: number): void;
};

/**
 * Stands in the build for WXT's class of this name (see wxt.config.ts). That one also watches addresses, wraps every
 * kind of timer and posts a message to the page: more than every chat page should carry.
 */
export class ContentScriptContext implements ScriptLife {
  readonly #ended = new AbortController();

  constructor() {
    const { signal } = this.#ended;
    // Named after the extension: another one made of this code may run in the same page.
    const started = `fingerlight:started:${browser.runtime.id}`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.#ended.abort(), { signal });
  }

  get isInvalid(): boolean {
    if (!browser.runtime?.id) this.#ended.abort();
    return this.#ended.signal.aborted;
  }

  onInvalidated(callback: () => void): void {
    this.#ended.signal.addEventListener('abort', callback);
  }

  setInterval(callback: () => void, ms: number): void {
    const timer = setInterval(callback, ms);
    this.onInvalidated(() => clearInterval(timer));
  }
}

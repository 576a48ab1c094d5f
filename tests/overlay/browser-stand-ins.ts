import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const NOON = new Date(2026, 10, 5, 12).getTime();

/** Observers of what is seen, of which happy-dom has none. */
const observers = new Set<SeenObserver>();

class SeenObserver {
  readonly #tell: IntersectionObserverCallback;
  readonly #targets = new Set<Element>();
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
    observers.add(this);
  }
  observe(target: Element) {
    this.#targets.add(target);
  }
  unobserve(target: Element) {
    this.#targets.delete(target);
  }
  disconnect() {
    observers.delete(this);
  }
  see() {
    const entries = [...this.#targets].map((target) => ({ target, isIntersecting: true }));
    this.#tell(
      entries as unknown as IntersectionObserverEntry[],
      this as unknown as IntersectionObserver,
    );
  }
}

/** Everything that is watched is before the reader's eyes now. */
export function seeAll(): void {
  for (const observer of observers) observer.see();
}

export function nothingWatched(): void {
  observers.clear();
}

/** What the overlay asks of a browser and happy-dom lacks, on a clock that stands at noon until it is moved. */
export function standInForBrowser(): void {
  fakeBrowser.reset();
  observers.clear();
  fakeBrowser.i18n.getMessage = ((name: string) =>
    /lang|locale/.test(name) ? 'zh-CN' : name) as never;
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: NOON,
  });
  vi.stubGlobal('IntersectionObserver', SeenObserver);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act, 1));
  const box = { top: 0, bottom: 100, height: 100, left: 0, right: 100, width: 100 };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box as DOMRect);
  Object.assign(HTMLElement.prototype, { togglePopover() {}, scrollIntoView() {} });
}

export function leaveBrowser(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
}

import type { Site } from '../sites/site';
import type { KnownRow } from './known-rows';

/** Looks at pictures when they are loaded and the page has time; at each message's once. Asks the network for nothing. */
export type Looks = { watch(rows: readonly KnownRow[]): void };

/** `onLook` is told what a message's picture looks like, in a task of its own. */
export function createLooks(
  site: Site,
  onLook: (key: string, look: string) => void,
  signal: AbortSignal,
): Looks {
  const watched = new WeakSet<HTMLElement>();
  const done = new Set<string>();

  function look(key: string, picture: HTMLImageElement): void {
    if (signal.aborted || done.has(key)) return;
    done.add(key);
    const found = site.lookOf?.(picture);
    if (found) onLook(key, found);
  }

  function watch({ key, element, read }: KnownRow): void {
    if (read.kind !== 'image' || watched.has(element) || done.has(key)) return;
    watched.add(element);
    const picture = site.picture?.(element);
    const soon = () => requestIdleCallback(() => picture && look(key, picture));
    if (picture?.complete) soon();
    else picture?.addEventListener('load', soon, { once: true, signal });
  }

  return { watch: (rows) => rows.forEach(watch) };
}

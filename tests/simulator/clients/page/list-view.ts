import type { Client, Placed, Shown, SimulatedChat } from '../types.ts';

/** Draws a chat's messages, keyed by id, the way the client does. */
export type ListView = {
  show(messages: readonly Shown[], chat: SimulatedChat): void;
  /** The next drawing makes every row anew. */
  forget(): void;
  toEnd(): void;
};

type Row = { element: HTMLElement; html: string };

/** Height that a row is taken for until it was measured, px. */
const GUESSED = 80;
/** How far beyond the view rows are mounted, px. */
const BUFFER = 800;

export function createListView(client: Client, document: Document, me: string): ListView {
  const rows = new Map<string, Row>();
  const groups = new Map<string, Row>();
  const heights = new Map<string, number>();
  let all: readonly Placed[] = [];
  const list = () => document.querySelector<HTMLElement>(client.list);
  const scroller = () => document.querySelector<HTMLElement>(client.scroller);
  const spacers = ['top', 'bottom'].map(() => document.createElement('div'));

  let watched: HTMLElement | null = null;
  watchScroller();

  /** A client that draws its whole room anew has another scroller then. */
  function watchScroller(): void {
    const box = scroller();
    if (!box || box === watched) return;
    watched = box;
    box.addEventListener('scroll', () => client.mounts !== 'all' && draw());
  }

  function elementOf(html: string): HTMLElement {
    const template = document.createElement('template');
    template.innerHTML = html.trim();
    const element = template.content.firstElementChild;
    if (!element || template.content.childElementCount !== 1) throw new Error('not one element');
    return element as HTMLElement;
  }

  function rowFor(id: string, html: string): HTMLElement {
    const old = rows.get(id);
    if (old?.html === html) return old.element;
    const made = elementOf(html);
    const stays = old && client.changes === 'patch' && old.element.localName === made.localName;
    if (stays) patch(old.element, made);
    const row = { element: stays ? old.element : made, html };
    rows.set(id, row);
    if (old) heights.delete(id);
    return row.element;
  }

  /** Only attributes that the client itself has set: what others added stays. */
  function patch(element: HTMLElement, made: HTMLElement): void {
    for (const { name, value } of made.attributes) element.setAttribute(name, value);
    const ours = [...element.children].filter((child) => child.hasAttribute('data-fl-ui'));
    element.replaceChildren(...made.childNodes, ...ours);
  }

  function isNear(): readonly boolean[] {
    const box = scroller();
    if (!box || client.mounts === 'all') return all.map(() => true);
    const height = (placed: Placed) => heights.get(placed.message.id) ?? GUESSED;
    const total = all.reduce((sum, placed) => sum + height(placed), 0);
    // A reversed list counts from its end.
    const top = client.isReversed
      ? total - box.clientHeight + box.scrollTop
      : Math.min(box.scrollTop, Math.max(0, total - box.clientHeight));
    let at = 0;
    return all.map((placed) => {
      const start = at;
      at += height(placed);
      return at >= top - BUFFER && start <= top + box.clientHeight + BUFFER;
    });
  }

  function measure(): void {
    for (const { message } of all) {
      const element = rows.get(message.id)?.element;
      const isKept = client.trustsHeights && heights.has(message.id);
      if (element?.isConnected && !isKept && element.offsetHeight > 1) {
        heights.set(message.id, element.offsetHeight);
      }
    }
  }

  function heightOf(placed: readonly Placed[]): number {
    return placed.reduce((sum, { message }) => sum + (heights.get(message.id) ?? GUESSED), 0);
  }

  function draw(): void {
    const place = list();
    if (!place) return;
    if (client.mounts !== 'all') measure();
    const near = isNear();
    const wanted: HTMLElement[] = [];
    const isWindow = client.mounts === 'window';
    const first = near.indexOf(true);
    const last = near.lastIndexOf(true);
    for (const [index, placed] of all.entries()) {
      const isFar = !near[index];
      if (isFar && isWindow) {
        rows.delete(placed.message.id);
        continue;
      }
      const height = heights.get(placed.message.id) ?? GUESSED;
      const html = isFar ? client.standIn?.(placed, height) : client.row(placed, me);
      wanted.push(rowFor(placed.message.id, html ?? ''));
    }
    const [above, below] = spacers;
    const inOrder = grouped(wanted, isWindow ? all.slice(first, last + 1) : all);
    if (isWindow && above && below) {
      above.style.height = `${heightOf(all.slice(0, Math.max(0, first)))}px`;
      below.style.height = `${heightOf(all.slice(last + 1))}px`;
      inOrder.unshift(above);
      inOrder.push(below);
    }
    arrange(place, client.isReversed ? inOrder.toReversed() : inOrder);
  }

  function grouped(elements: readonly HTMLElement[], placed: readonly Placed[]): HTMLElement[] {
    const runs = wrapped(elements, placed, client.run);
    return wrapped(runs.elements, runs.placed, client.group).elements;
  }

  /** Each wrapper with what was placed first in it. */
  function wrapped(
    elements: readonly HTMLElement[],
    placed: readonly Placed[],
    wrapperOf: Client['group'],
  ): { elements: HTMLElement[]; placed: Placed[] } {
    if (!wrapperOf) return { elements: [...elements], placed: [...placed] };
    const result: HTMLElement[] = [];
    const firsts: Placed[] = [];
    const inside = new Map<HTMLElement, HTMLElement[]>();
    for (const [index, element] of elements.entries()) {
      const here = placed[index];
      if (!here) continue;
      const { key, html } = wrapperOf(here);
      const known = `${wrapperOf === client.run ? 'run' : 'group'} ${key}`;
      const group = groups.get(known) ?? { element: elementOf(html), html };
      groups.set(known, group);
      if (!inside.has(group.element)) {
        result.push(group.element);
        firsts.push(here);
      }
      inside.set(group.element, [...(inside.get(group.element) ?? []), element]);
    }
    // What the group itself draws (a line with the day) stays before its rows.
    for (const [group, children] of inside) arrange(group, children, '[data-head]');
    return { elements: result, placed: firsts };
  }

  /** Puts children into order, touching only what is out of place. */
  function arrange(place: HTMLElement, wanted: readonly HTMLElement[], kept = '[data-kept]'): void {
    const keep = new Set<Element>(wanted);
    for (const child of [...place.children]) {
      if (!keep.has(child) && !child.matches(kept)) child.remove();
    }
    let next = [...place.children].find((child) => !child.matches(kept)) ?? null;
    for (const element of wanted) {
      if (element === next) next = element.nextElementSibling;
      else place.insertBefore(element, next);
    }
  }

  return {
    show(messages, chat) {
      watchScroller();
      const box = scroller();
      const wasAtEnd = box ? isAtEnd(box) : true;
      all = messages.map((message, index) => ({
        message,
        before: messages[index - 1] ?? null,
        after: messages[index + 1] ?? null,
        chat,
      }));
      draw();
      if (box && wasAtEnd) toEnd();
    },
    forget() {
      rows.clear();
      groups.clear();
      heights.clear();
      list()?.replaceChildren(...(list()?.querySelectorAll(':scope > [data-kept]') ?? []));
    },
    toEnd,
  };

  function isAtEnd(box: HTMLElement): boolean {
    if (client.isReversed) return box.scrollTop > -2;
    return box.scrollHeight - box.clientHeight - box.scrollTop < 2;
  }

  function toEnd(): void {
    const box = scroller();
    if (!box) return;
    // Rows are measured only when they are there: heights may change where the end is.
    for (let turn = 0; turn < 3; turn++) {
      box.scrollTop = client.isReversed ? 0 : box.scrollHeight;
      if (client.mounts !== 'all') draw();
    }
  }
}

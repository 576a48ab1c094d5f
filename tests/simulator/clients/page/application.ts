import type { Client, ClientControl, Said, Shown, SimulatedChat } from '../types.ts';
import { createListView } from './list-view.ts';

declare global {
  interface Window {
    client?: ClientControl;
  }
}

export type Options = { me: string; chats: readonly string[]; open: string | null };

/** Starts a client in this page. */
export function runClient(client: Client, { me, chats: names, open: first }: Options): void {
  const chats: SimulatedChat[] = names.map((name, index) => ({
    name,
    id: `chat${index + 1}`,
    isGroup: true,
  }));
  const messages = new Map<string, Shown[]>(names.map((name) => [name, []]));
  let open = chats.find(({ name }) => name === first) ?? null;
  let count = 0;

  document.body.innerHTML = client.shell(me, chats, open);
  let list = createListView(client, document, me);

  function made(said: Said): Shown {
    const time = said.time ?? Date.now();
    return {
      ...said,
      id: said.id ?? client.newId(++count, time),
      time,
      from: said.own ? me : (said.from ?? ''),
      own: said.own === true,
      kind: said.kind ?? 'text',
      text: said.text ?? '',
      isEdited: false,
      isRecalled: false,
    };
  }

  function add(said: readonly Said[], put: 'push' | 'unshift'): string[] {
    const all = said.map(made);
    for (const message of put === 'push' ? all : all.toReversed()) {
      messages.get(message.chat)?.[put](message);
    }
    return all.map(({ id }) => id);
  }

  function draw(): void {
    if (!open) return;
    const all = messages.get(open.name) ?? [];
    const shown = client.recalls === 'remove' ? all.filter(({ isRecalled }) => !isRecalled) : all;
    list.show(shown, open);
  }

  function drawShell(): void {
    const next = document.createElement('body');
    next.innerHTML = client.shell(me, chats, open);
    for (const selector of client.following) follow(document, next, selector);
  }

  async function change(id: string, edit: (message: Shown) => void): Promise<void> {
    for (const message of [...messages.values()].flat()) if (message.id === id) edit(message);
    draw();
    await drawn();
  }

  window.client = {
    async receive(said) {
      const ids = add(said, 'push');
      draw();
      await drawn();
      return ids;
    },
    async older(said) {
      const ids = add(said, 'unshift');
      draw();
      await drawn();
      return ids;
    },
    async open(name) {
      const wasNone = open === null;
      open = chats.find((chat) => chat.name === name) ?? null;
      const rows = () => {
        list.forget();
        draw();
        list.toEnd();
      };
      if (wasNone) {
        document.body.innerHTML = client.shell(me, chats, open);
        list = createListView(client, document, me);
        rows();
      } else {
        const [one, other] = client.opens === 'rows first' ? [rows, drawShell] : [drawShell, rows];
        one();
        if (client.opens !== 'together') {
          await new Promise((done) => setTimeout(done, client.switchDelay ?? 30));
        }
        other();
      }
      await drawn();
    },
    edit: (id, text) => change(id, (message) => Object.assign(message, { text, isEdited: true })),
    recall: (id) => change(id, (message) => Object.assign(message, { isRecalled: true })),
    async scrollTo(top) {
      const scroller = document.querySelector(client.scroller);
      if (scroller) scroller.scrollTop = top;
      await drawn();
    },
    async redraw() {
      list.forget();
      draw();
      await drawn();
    },
  };
  draw();
  list.toEnd();
}

/** Draws a part of the shell again, in the element that is there. */
function follow(document: Document, next: Element, selector: string): void {
  const from = next.querySelector(selector);
  const to = document.querySelector(selector);
  if (!from || !to) throw new Error(`no ${selector}`);
  for (const { name } of [...to.attributes]) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
  to.replaceChildren(...from.childNodes);
}

/** Two frames: what was to be drawn has been. A hidden page has none. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done()));
    if (document.hidden) setTimeout(done, 50);
    else frames();
  });
}

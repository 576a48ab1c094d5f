import type { PageOptions, SimulatedMessage, Simulator } from '../types.ts';
import type { Application } from './application.ts';
import { escapeHtml } from './element.ts';
import { type FeedMessage, MESSAGE_TYPE } from './feed-message.ts';
import { localId, serverId } from './session.ts';
import { textHtml } from './text-markup.ts';

/** The control object of the page. */
export function createControl(
  app: Application,
  options: PageOptions,
  contentPlace: HTMLElement,
): Simulator {
  const settled = (): Promise<void> => settle(app);

  async function send(text: string): Promise<string> {
    const chat = app.open();
    if (!chat) throw new Error('no chat is open');
    const name = chat.plainName;
    const message = app.make({ chat: name, own: true, id: localId(), text });
    message.MMActualContent = textHtml(text, '<br>');
    app.add([message]);
    await wait(options.sendDelay ?? 50);
    app.store.acknowledge(message, serverId());
    app.digest();
    await settled();
    return message.MsgId;
  }
  app.onSend(send);

  return {
    async addChats(chats) {
      for (const chat of chats) app.store.addChat(app.contacts.addChat(chat));
      app.refreshList();
      await settled();
    },
    async receive(given) {
      const messages = Array.isArray(given) ? given : [given as SimulatedMessage];
      const made = messages.map(app.make);
      app.add(made);
      await settled();
      return made.map((message) => message.MsgId);
    },
    send,
    async switchChat(name) {
      const chat = app.contacts.chat(name);
      if (!chat) throw new Error(`no chat is called ${name}`);
      app.switchTo(chat);
      await settled();
    },
    async switchTab(tab) {
      app.showTab(tab, contentPlace);
      await settled();
    },
    scrollBy: (pixels) => scrollTo(app, (app.view()?.scroller.scrollTop ?? 0) + pixels),
    scrollTo: (top) => scrollTo(app, top),
    scrollToBottom: () => scrollTo(app, app.view()?.scroller.scrollHeight ?? 0),
    atBottom: async () => app.atBottom(),
    async recall(id) {
      const message = found(app, id);
      takeBack(app, message);
      app.refreshList();
      app.refreshTranscript(app.atBottom());
      app.digest();
      await settled();
    },
    async edit(id, text) {
      const message = found(app, id);
      message.Content = escapeHtml(text);
      message.MMActualContent = textHtml(text);
      message._h = 0;
      app.digest();
      app.refreshTranscript(app.atBottom());
      await settled();
    },
    async fillNames() {
      app.contacts.fill();
      await settled();
    },
    async lie(id, fields) {
      const message = found(app, id);
      if (!app.truth.has(message)) app.truth.set(message, { ...message });
      Object.assign(message, fields);
    },
    state: async () => stateOf(app),
  };
}

/** A taken-back message becomes a system line in the same row. */
function takeBack(app: Application, message: FeedMessage): void {
  const name = app.contacts.byId[message.MMActualSender]?.getDisplayName() ?? '';
  const words = message.MMIsSend ? '你撤回了一条消息' : `"${name}" 撤回了一条消息`;
  message.MsgType = MESSAGE_TYPE.system;
  message.MMRecall = true;
  message.MMUnread = false;
  message.MMActualContent = words;
  message.MMDigest = words;
  message._h = 0;
  app.store.redigest(message);
}

function stateOf(app: Application) {
  const view = app.view();
  const open = app.open();
  const messages = open ? (app.store.content[open.UserName] ?? []) : [];
  const heightOf = (selector: string): number =>
    view?.scroller.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
  return {
    chat: open?.plainName ?? null,
    messages: messages.length,
    mounted: (view?.list.rows() ?? []).map((row) => {
      const message = app.messageOfNode(row.element);
      return message && message.MsgType !== MESSAGE_TYPE.system ? message.MsgId : '';
    }),
    scroll: {
      top: view?.scroller.scrollTop ?? 0,
      height: view?.scroller.scrollHeight ?? 0,
      visible: view?.scroller.clientHeight ?? 0,
    },
    topPlaceholder: heightOf('.top-placeholder'),
    bottomPlaceholder: heightOf('.bottom-placeholder'),
    rememberedHeight: messages.reduce((sum, message) => sum + message._h, 0),
    ...app.counts(),
  };
}

async function scrollTo(app: Application, top: number): Promise<void> {
  const scroller = app.view()?.scroller;
  if (!scroller) return;
  if (document.hidden) throw new Error('a hidden tab gets no scroll event: bring it to the front');
  const before = scroller.scrollTop;
  scroller.scrollTop = top;
  if (scroller.scrollTop === before) return;
  await new Promise((resolve) => scroller.addEventListener('scroll', resolve, { once: true }));
  await settle(app);
}

function found(app: Application, id: string): FeedMessage {
  const message = app.store.find(id);
  if (!message) throw new Error(`no message has the id ${id}`);
  return message;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Resolves when nothing waits to be measured or rendered. Not by frames: a hidden tab has none. */
async function settle(app: Application): Promise<void> {
  do {
    await wait(0);
  } while (!app.idle());
}

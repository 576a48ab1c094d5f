import type { PageOptions, SimulatedMessage, TabName } from '../types.ts';
import { createAngular } from './angular.ts';
import { CHAT_LIST_REPEAT, createEntryRow } from './chat-list.ts';
import { type ChatEntry, createChatStore } from './chat-store.ts';
import { type Contact, createContacts } from './contacts.ts';
import { type ContentView, createContentView } from './content-view.ts';
import { element } from './element.ts';
import { type FeedMessage, feedMessage } from './feed-message.ts';
import { createCopy, type MessageRow, type RowSource } from './message-row.ts';
import { createPrerender, type MeasureJob } from './prerender.ts';
import { createVirtualList } from './virtual-list.ts';

/** Pixels of the left list that are rendered beyond either edge. */
const LIST_BUFFER = 200;

const SWITCH_MS = 30;

export type Application = ReturnType<typeof createApplication>;

/** The running application: its data, its views, and what a user or the server does to it. */
export function createApplication(options: PageOptions) {
  const contacts = createContacts(options.me ?? '我', options.nameDelay ?? 0, () => digest());
  const store = createChatStore();
  const messageOfNode = new WeakMap<Element, FeedMessage>();
  const truth = new WeakMap<FeedMessage, FeedMessage>();
  const { angular, root } = createAngular((node) => messageOfNode.get(node));
  const source: RowSource = {
    shown: (message) => truth.get(message) ?? message,
    sender: (message) => contacts.byId[message.MMActualSender],
  };
  let open: Contact | null = null;
  let view: ContentView | null = null;
  let rowsMade = 0;
  let switching = 0;
  const prerender = createPrerender(() => view?.prerender ?? null, options.cost ?? 0);

  function jobFor(message: FeedMessage): MeasureJob {
    return {
      makeCopy() {
        const copy = createCopy(message, source);
        messageOfNode.set(copy, message);
        return copy;
      },
      known: () => Boolean(message._h),
      take(height) {
        message._h = height;
      },
    };
  }

  const measure = (messages: readonly FeedMessage[], done: () => void): void =>
    prerender.measure(messages.map(jobFor), done);

  function made(row: MessageRow): void {
    rowsMade++;
    messageOfNode.set(row.element, row.message);
  }

  const listHost = element('div', { 'mm-repeat': CHAT_LIST_REPEAT });
  const listScroller = chatListScroller(listHost);
  const chatList = createVirtualList<ChatEntry>({
    host: listHost,
    scroller: listScroller,
    buffer: LIST_BUFFER,
    keyOf: (entry) => entry.contact.UserName,
    makeRow: (entry) => createEntryRow(entry, () => open?.UserName ?? null),
    measure: (_entries, done) => done(),
  });

  function digest(): void {
    view?.list.digest();
    view?.showTitle(open);
    chatList.digest();
  }

  const refreshList = (): void => chatList.setItems(store.entries(), false);

  const refreshTranscript = (toBottom: boolean): void =>
    view?.list.setItems(open ? (store.content[open.UserName] ?? []) : [], toBottom);

  function atBottom(): boolean {
    const scroller = view?.scroller;
    if (!scroller) return true;
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 20;
  }

  /** Takes messages from the server or from this page. */
  function add(messages: readonly FeedMessage[]): void {
    const stay = atBottom();
    const closed: FeedMessage[] = [];
    let opened = false;
    for (const message of messages) {
      const isOpen = message.MMPeerUserName === open?.UserName;
      if (!store.addMessage(message, isOpen)) continue;
      root.$emit('message:add:success', message);
      if (isOpen) opened = true;
      else closed.push(message);
    }
    if (opened) refreshTranscript(stay);
    // Messages of chats that are not open pass through the measuring element all the same.
    measure(
      closed.filter((message) => !message._h),
      () => {},
    );
    refreshList();
  }

  function chatOf(name: string): Contact {
    const known = contacts.chat(name);
    if (known) return known;
    const contact = contacts.addChat({ name });
    store.addChat(contact);
    return contact;
  }

  /** The title changes first; the rows follow later. */
  function switchTo(next: Contact): void {
    if (open) store.leave(open.UserName);
    open = next;
    store.enter(next.UserName, options.unreadLine !== false);
    listScroller.setAttribute('data-username', next.UserName);
    digest();
    refreshList();
    switching++;
    setTimeout(() => {
      switching--;
      if (open === next) refreshTranscript(true);
    }, options.switchDelay ?? SWITCH_MS);
  }

  function showTab(tab: TabName, place: HTMLElement): void {
    view?.list.stop();
    view = null;
    if (tab !== 'chat') {
      place.replaceChildren(element(`div.box.${tab}.ng-scope`, {}, [element('div.box_hd')]));
      return;
    }
    view = createContentView(place, { source, measure, made, send: (text) => void send(text) });
    view.showTitle(open);
    refreshTranscript(true);
  }

  /** Set by the control: an own message needs a server. */
  let send: (text: string) => Promise<string> = async () => '';

  return {
    angular,
    contacts,
    store,
    truth,
    listScroller,
    digest,
    refreshList,
    refreshTranscript,
    showTab,
    switchTo,
    atBottom,
    add,
    make: (message: SimulatedMessage) => feedMessage(message, chatOf(message.chat), contacts),
    messageOfNode: (node: Element) => messageOfNode.get(node),
    onSend(handler: (text: string) => Promise<string>) {
      send = handler;
    },
    open: () => open,
    view: () => view,
    counts: () => ({ rowsMade, copiesMade: prerender.copiesMade() }),
    idle: () =>
      switching === 0 && prerender.idle() && chatList.idle() && (view === null || view.list.idle()),
  };
}

function chatListScroller(host: HTMLElement): HTMLElement {
  return element(
    'div.chat_list.scrollbar-dynamic.scroll-content',
    { id: 'J_NavChatScrollBody', 'data-username': '' },
    [host],
  );
}

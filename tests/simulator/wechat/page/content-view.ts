import type { Contact } from './contacts.ts';
import { element, withHtml } from './element.ts';
import type { FeedMessage } from './feed-message.ts';
import { createRow, type MessageRow, type RowSource } from './message-row.ts';
import { createVirtualList, type VirtualList } from './virtual-list.ts';

/** Pixels of the transcript that are rendered beyond either edge. */
const BUFFER = 300;

/** The right-hand side of the page while the chat tab is chosen. Made anew each time. */
export type ContentView = {
  list: VirtualList<FeedMessage>;
  scroller: HTMLElement;
  prerender: HTMLElement;
  /** Puts name, count and classes of a chat into the title. */
  showTitle(chat: Contact | null): void;
};

type Parts = {
  source: RowSource;
  measure(messages: FeedMessage[], done: () => void): void;
  made(row: MessageRow): void;
  send(text: string): void;
};

/** Fills the place of the content view with the transcript, and says how to work it. */
export function createContentView(place: HTMLElement, parts: Parts): ContentView {
  const title = element('a.title_name.ng-binding', { 'data-username': '' });
  const count = element('span.title_count.ng-binding');
  const host = element('div', { 'mm-repeat': 'message in chatContent' });
  const prerender = element('div', { id: 'prerender' });
  const scroller = element(
    'div.box_bd.chat_bd.scrollbar-dynamic.scroll-content',
    { 'data-cm': '{"type":"clean"}', 'data-buffer-height': String(BUFFER) },
    [host, prerender],
  );
  const area = element('div.box.chat.ng-scope.no-choose', { id: 'chatArea' }, [
    element('div.box_hd', {}, [
      element('div.title_wrap', {}, [
        element('div.title.poi', {}, [title, count, element('i.web_wechat_down_icon')]),
      ]),
    ]),
    element('div.scroll-wrapper.box_bd.chat_bd.scrollbar-dynamic', {}, [scroller]),
    editor(parts.send),
  ]);
  place.replaceChildren(area);
  const list = createVirtualList<FeedMessage>({
    host,
    scroller,
    buffer: BUFFER,
    makeRow(message) {
      const row = createRow(message, parts.source);
      parts.made(row);
      return row;
    },
    measure: parts.measure,
    rendered(rows) {
      markFirst(rows.map((row) => row.element));
      const overflows = scroller.scrollHeight > scroller.clientHeight;
      scroller.classList.toggle('scroll-scrolly_visible', overflows);
    },
  });
  return {
    list,
    scroller,
    prerender,
    showTitle(chat) {
      area.classList.toggle('no-choose', chat === null);
      area.classList.toggle('chatRoom', chat?.isRoomContact() === true);
      title.setAttribute('data-username', chat?.UserName ?? '');
      withHtml(title, chat?.getDisplayName() ?? '');
      const members = chat?.isRoomContact() ? chat.MemberList.length : 0;
      count.textContent = members > 0 ? `(${members})` : '';
    },
  };
}

/** `.first` is the first mounted row without a time bar, so it changes while scrolling. */
function markFirst(rows: readonly HTMLElement[]): void {
  let found = false;
  for (const row of rows) {
    const message = row.querySelector('.message');
    const isFirst: boolean =
      !found && message !== null && !message.querySelector('.message_system');
    message?.classList.toggle('first', isFirst);
    found ||= isFirst;
  }
}

function editor(send: (text: string) => void): HTMLElement {
  const input = element('pre.flex.edit_area', { id: 'editArea', contenteditable: 'true' });
  const button = element('a.btn.btn_send', { href: 'javascript:;' }, ['发送']);
  button.addEventListener('click', () => {
    const text = input.innerText.trim();
    input.textContent = '';
    if (text !== '') send(text);
  });
  return element('div.box_ft.ng-scope', {}, [
    element('div.toolbar', {}, [
      element('a.web_wechat_face', { title: '表情' }),
      element('a.web_wechat_screencut', { title: '截屏' }),
      element('a.web_wechat_pic', { title: '图片和文件' }),
    ]),
    element('div.content', {}, [input]),
    element('div.action', {}, [element('span.desc', {}, ['按下Ctrl+Enter换行']), button]),
  ]);
}

import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/** Feishu's messenger; names only on the first of a run. How its list works is not known: rows far from the view are stand-ins of their noted height, the hardest case. */
export const client: Client = {
  id: 'feishu',
  url: 'https://town.feishu.cn/next/messenger/',
  shell: (_, chats, open) =>
    html`<div class="lark_feedMainList"><div class="scroller feed-main-list a11y_feed_main_list">${chats.map(listed)}</div></div>
    <div class="chatContainer">${open ? chat(open) : html`<div class="messenger-empty"></div>`}</div>`
      .markup,
  following: ['.chatNewWindow_headerMain'],
  scroller: '.messageContainer > .scroller',
  list: '.list_items',
  row,
  rowSelector: (id) => `.messageItem-wrapper[data-id="${id}"]`,
  mounts: 'stand-ins',
  standIn: ({ message }) =>
    html`<div class="messageList-row-wrapper"><div class="messageItem-wrapper" data-id="${message.id}" style="min-height:80px"></div></div>`
      .markup,
  trustsHeights: true,
  changes: 'patch',
  opens: 'title first',
  recalls: 'words',
  newId: (number, time) => String((BigInt(Math.floor(time / 1000)) << 32n) + BigInt(number)),
  style: `.messageContainer > .scroller { height: 600px; overflow-y: auto }
    .message-container { display: flex; padding: 6px 16px } .message-right { flex: 1 }`,
};

function listed({ name, id }: SimulatedChat): Markup {
  return html`<div class="a11y_feed_card_item" data-feed-id="${id}"><div class="a11y_feed_card_main">${name}</div></div>`;
}

function chat({ name }: SimulatedChat): Markup {
  return html`<div class="chatContainer__headerWrapper"><div class="chatNewWindow_headerMain"><div class="chatWindow_chatName">${name}</div><span class="chatNewWindow_count">46</span></div></div>
    <div class="chatMessages"><div class="messageContainer"><div class="scroller"><div class="list_items"></div></div></div></div>
    <div class="chatEditorContainer"><div contenteditable="true" class="zone-container"></div></div>`;
}

function row({ message, before }: Placed): string {
  const { id, own, from, time, isRecalled } = message;
  if (message.kind === 'system' || isRecalled) {
    const words = isRecalled ? `${from} 撤回了一条消息` : message.text;
    return wrapped(
      id,
      html`<div id="${id}" class="js-message-item system-text-background"><span class="system-text">${words}</span></div>`,
    );
  }
  const isFirst = before?.from !== from || before.isRecalled || before.kind === 'system';
  const owner = own ? 'message-self' : 'message-not-self';
  const kind = message.file ? 'file-message' : 'text-message';
  const clock = new Date(time).toTimeString().slice(0, 5);
  const name =
    own || !isFirst
      ? null
      : html`<div class="message-info"><span class="message-info-name">${from}</span><span class="message-timestamp">${clock}</span></div>`;
  return wrapped(
    id,
    html`<div id="${id}" class="js-message-item message-item ${owner} ${isFirst ? 'message-item-first' : ''} ${kind}"><div class="message-left"></div><div class="message-right">${name}<div class="message-content-container"><div class="message-content">${words(message)}</div></div></div></div>`,
  );
}

function wrapped(id: string, inside: Markup): string {
  return html`<div class="messageList-row-wrapper"><div class="messageItem-wrapper" data-id="${id}"><div class="message-container">${inside}</div></div></div>`
    .markup;
}

function words({ text, file, isEdited }: Placed['message']): Markup {
  if (file)
    return html`<div class="message-file"><div class="newFileCard__file_name">${file.name}</div><span>${file.size} B</span></div>`;
  const mark = isEdited ? html`<span class="message-edited">（已编辑）</span>` : null;
  return html`<div class="message-text" role="text-message"><div class="richTextContainer"><span class="text-only">${withBreaks(text)}</span></div></div>${mark}`;
}

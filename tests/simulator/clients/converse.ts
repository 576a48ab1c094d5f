import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/** Converse.js 14, whose rows all stay; the box of another room is another box. The real client is tried in tests/e2e/converse. */
export const client: Client = {
  id: 'converse',
  url: 'https://talk.example.org/',
  shell: (_, chats, open) =>
    html`<converse-root id="conversejs" class="conversejs converse-fullscreen">
    <converse-chats class="converse-chatboxes row">
      <converse-controlbox id="controlbox" class="chatbox"><converse-rooms-list>${chats.map(link)}</converse-rooms-list></converse-controlbox>
      ${open ? box(open) : null}
    </converse-chats></converse-root>`.markup,
  following: ['converse-muc'],
  scroller: '.chat-content__messages',
  list: 'converse-message-history',
  row,
  rowSelector: (id) => `.chat-msg[data-msgid="${id}"]`,
  mounts: 'all',
  isReversed: false,
  changes: 'patch',
  opens: 'together',
  recalls: 'words',
  newId: (number) => `c0ffee-${number}`,
  style: `converse-muc, converse-message-history, converse-chat-message, converse-muc-chat-content { display: block }
    .chat-content__messages { height: 600px; overflow-y: auto }
    .chat-msg { display: flex; padding: 4px 8px } .chat-msg__content { flex: 1 }
    .chat-msg__text { display: block; white-space: pre-wrap }`,
};

function link({ name, id }: SimulatedChat): Markup {
  return html`<a class="open-room" data-room-jid="${id}@rooms.example.org">${name}</a>`;
}

function box({ name, id }: SimulatedChat): Markup {
  const jid = `${id}@rooms.example.org`;
  return html`<converse-muc class="chatbox chatroom" jid="${jid}"><div class="flyout box-flyout">
    <converse-muc-heading class="chat-head"><div class="chatbox-title__text" role="heading" title="${jid}">${name}</div></converse-muc-heading>
    <converse-muc-chat-content><div class="chat-content__messages"><converse-message-history></converse-message-history></div></converse-muc-chat-content>
    <converse-muc-bottom-panel><textarea class="chat-textarea"></textarea></converse-muc-bottom-panel>
  </div></converse-muc>`;
}

function row({ message, chat }: Placed): string {
  const iso = new Date(message.time).toISOString();
  if (message.kind === 'system') {
    return html`<converse-chat-message><div class="message chat-info" data-isodate="${iso}"><div class="chat-info__message">${message.text}</div></div></converse-chat-message>`
      .markup;
  }
  const from = `${chat.id}@rooms.example.org/${message.from}`;
  const state = message.isRecalled ? 'chat-msg--retracted' : 'chat-msg--with-avatar';
  const whose = message.own ? 'me' : 'them';
  return html`<converse-chat-message><div class="message chat-msg groupchat ${state}" data-isodate="${iso}" data-msgid="${message.id}" data-from="${from}">
    <a class="show-msg-author-modal"><converse-avatar name="${message.from}"></converse-avatar></a>
    <div class="chat-msg__content chat-msg__content--${whose}"><span class="chat-msg__heading"><span class="chat-msg__author">${message.from}</span></span>
    <div class="chat-msg__body"><div class="chat-msg__message">${message.isRecalled ? html`<span class="retraction">${message.from} 撤回了一条消息</span>` : words(message)}</div></div></div>
  </div></converse-chat-message>`.markup;
}

function words({ text, link: shared, file }: Placed['message']): Markup {
  const url =
    shared?.url ?? (file ? `https://files.example.org/${encodeURIComponent(file.name)}` : '');
  const said = url === '' ? withBreaks(text) : html`<a href="${url}">${url}</a>`;
  return html`<converse-chat-message-body class="chat-msg__text">${said}</converse-chat-message-body>`;
}

import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

const MY_PICTURE = '/user_avatars/2/me.png';

/** Zulip, narrowed to one topic: rows of a day lie in a group that names channel and topic. */
export const client: Client = {
  id: 'zulip',
  url: 'https://zulip.example.org/',
  shell: (_, chats, open) =>
    html`<div id="navbar"><div id="personal-menu"><img class="header-button-avatar" src="${MY_PICTURE}"></div></div>
      <div id="left-sidebar">${chats.map(listed)}</div>
      <div id="message_feed_container"><div class="message-list ${open ? 'focused-message-list' : ''}" role="list"></div></div>
      <div id="compose"><textarea id="compose-textarea"></textarea></div>`.markup,
  following: ['#left-sidebar'],
  scroller: '#message_feed_container',
  list: '.message-list',
  group: ({ message, chat }) => {
    const date = new Date(message.time);
    const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
    return {
      key: `${chat.id} ${day}`,
      html: html`<div class="recipient_row"><div data-head class="message_header message_header_stream" data-stream-id="5"><span class="message-header-stream-name">红星镇</span><span class="stream-topic-inner">${chat.name}</span><span class="recipient_row_date">${day}</span></div></div>`
        .markup,
    };
  },
  row,
  rowSelector: (id) => `.message_row[data-message-id="${id}"]`,
  mounts: 'all',
  changes: 'patch',
  opens: 'together',
  recalls: 'remove',
  nameOf: (chat) => `红星镇 > ${chat}`,
  newId: (number) => String(7000 + number),
  style: `#message_feed_container { height: 600px; overflow-y: auto }
    .messagebox-content { padding: 4px 16px }`,
};

function listed({ name }: SimulatedChat): Markup {
  return html`<a class="topic-name">${name}</a>`;
}

function row({ message, before }: Placed): string {
  const { id, own, from, time, kind, text, isEdited } = message;
  if (kind === 'system') return html`<div class="stream-status">${text}</div>`.markup;
  const isRun =
    before?.from === from && new Date(before.time).getDate() === new Date(time).getDate();
  const picture = own ? MY_PICTURE : '/user_avatars/2/other.png';
  const head = isRun
    ? null
    : html`<div class="inline_profile_picture"><img src="${picture}"></div><span class="message_sender"><span class="sender_name_text">${from}</span></span>`;
  const mark = isEdited ? html`<div class="message_edit_notice">（已编辑）</div>` : null;
  return html`<div id="message-row-3-${id}" data-message-id="${id}" class="message_row selectable_row" role="listitem"><div class="unread_marker"></div><div class="messagebox"><div class="messagebox-content">${head}
    <a class="message_time">${new Date(time).toTimeString().slice(0, 5)}</a><div class="message_content rendered_markdown"><p>${withBreaks(text)}</p></div>${mark}</div></div></div>`
    .markup;
}

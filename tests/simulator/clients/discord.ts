import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

const SERVER = '1200000000000000001';
/** The owner of a picture that is the user's own. */
const ME = '1100000000000000009';
const EPOCH = 1_420_070_400_000;

/** Discord: the address changes with the channel. Every row names its sender here; runs are among the fixtures. */
export const client: Client = {
  id: 'discord',
  url: 'https://discord.com/channels/@me',
  shell: (_, chats, open) => {
    history.replaceState(null, '', `/channels/${open ? `${SERVER}/${numberOf(open)}` : '@me'}`);
    document.title = open ? `Discord | #${open.name} | 红星镇` : 'Discord';
    return html`<nav><ul>${chats.map(listed)}</ul></nav>
      <section class="panels__5e434"><img src="https://cdn.discordapp.com/avatars/${ME}/a.webp"></section>
      <main><section><h1>${open?.name ?? '好友'}</h1></section><div class="scroller__36d07"><ol data-list-id="chat-messages" role="list"></ol></div>
      <form><div role="textbox" contenteditable="true"></div></form></main>`.markup;
  },
  following: ['nav', 'main > section'],
  scroller: '.scroller__36d07',
  list: 'ol[data-list-id="chat-messages"]',
  row,
  rowSelector: (id) => `li[id$="-${id}"]`,
  mounts: 'all',
  changes: 'patch',
  opens: 'title first',
  recalls: 'remove',
  nameOf: (chat) => `红星镇 #${chat}`,
  newId: (number, time) => String((BigInt(time - EPOCH) << 22n) + BigInt(number)),
  style: `.scroller__36d07 { height: 600px; overflow-y: auto } li, ol { list-style: none; margin: 0 }
    .message__5126c { padding: 4px 16px 4px 72px } .messageContent_c19a55 { white-space: pre-wrap }`,
};

function numberOf({ id }: SimulatedChat): string {
  return `13000000000000000${id.replace(/\D/g, '').padStart(2, '0')}`;
}

function listed(chat: SimulatedChat): Markup {
  return html`<li><a href="/channels/${SERVER}/${numberOf(chat)}"><div class="name__2ea32">${chat.name}</div></a></li>`;
}

function row({ message, chat }: Placed): string {
  const { id, own, from, time, text, kind, isEdited } = message;
  const place = `chat-messages-${numberOf(chat)}-${id}`;
  const isMessage = kind !== 'system';
  const label = isMessage ? `message-username-${id} ` : '';
  const owner = own ? ME : '1100000000000000002';
  const head = isMessage
    ? html`<img src="https://cdn.discordapp.com/avatars/${owner}/b.webp"><h3><span id="message-username-${id}"><span class="username_c19a55">${from}</span></span></h3>`
    : null;
  const mark = isEdited
    ? html`<span class="timestamp_c19a55"><time><span class="edited_c19a55">（已编辑）</span></time></span>`
    : null;
  return html`<li id="${place}" class="messageListItem__5126c"><div class="message__5126c" role="article" aria-labelledby="${label}message-content-${id}">
    <div class="contents_c19a55">${head}<time id="message-timestamp-${id}" datetime="${new Date(time).toISOString()}"></time><div id="message-content-${id}" class="markup__75297 messageContent_c19a55">${withBreaks(text)}${mark}</div></div>
    <div id="message-accessories-${id}"></div></div></li>`.markup;
}

import { html, type Markup } from './page/markup.ts';
import type { Client, Placed, Shown, SimulatedChat } from './types.ts';

/** Telegram Web K, 2026-11: a new element for each changed message; at a switch the title comes before the rows. */
export const client: Client = {
  id: 'telegram-k',
  url: 'https://web.telegram.org/k/',
  shell: (_, chats, open) =>
    html`<div id="page-chats" class="whole"><div id="column-left"><ul class="chatlist">${chats.map(listItem)}</ul></div>
    <div id="column-center"><div class="chats-container tabs-container"><div class="chat tabs-tab active" data-type="chat">
      <div class="sidebar-header topbar">${open ? heading(open) : null}</div>
      <div class="bubbles has-groups"><div class="bubbles-remover-container"><div class="bubbles-remover bubbles-inner"></div></div>
        <div class="scrollable scrollable-y bubbles-scrollable"><div class="bubbles-inner is-chat has-rights"></div></div></div>
      <div class="chat-input"><div class="input-message-input" contenteditable="true"></div></div>
    </div></div></div></div>`.markup,
  following: ['.topbar'],
  scroller: '.bubbles-scrollable',
  list: '.bubbles-scrollable .bubbles-inner',
  row,
  rowSelector: (id) => `.bubble[data-mid="${id}"]`,
  group: ({ message }) => ({
    key: new Date(message.time).toDateString(),
    html: html`<section class="bubbles-date-group"><div class="bubble service is-date" data-head><div class="bubble-content"><div class="service-msg">11月5日</div></div></div></section>`
      .markup,
  }),
  run: (placed) => ({
    key: runOf(placed),
    html: html`<div class="bubbles-group">${placed.message.own ? null : html`<div class="bubbles-group-avatar-container" data-head><div class="avatar bubbles-group-avatar user-avatar" data-peer-id="501"></div></div>`}</div>`
      .markup,
  }),
  mounts: 'all',
  isReversed: false,
  changes: 'replace',
  opens: 'title first',
  switchDelay: 120,
  recalls: 'remove',
  newId: (number) => String(1000 + number),
  style: `.bubbles-scrollable { height: 600px; overflow-y: auto } .bubble { display: flex; flex-wrap: wrap; position: relative; margin-bottom: 4px }
    .bubbles-group { position: relative } .bubble-content { max-width: 480px } .message { white-space: pre-wrap }
    .bubbles-remover-container { display: none } .time-inner { display: none } .bubble:not(.is-group-first) .name { display: none }`,
};

function peerOf({ id }: SimulatedChat): string {
  return `-160070080${id.replace(/\D/g, '')}`;
}

function listItem(chat: SimulatedChat): Markup {
  return html`<a class="chatlist-chat" data-peer-id="${peerOf(chat)}"><span class="peer-title" data-peer-id="${peerOf(chat)}">${chat.name}</span></a>`;
}

function heading(chat: SimulatedChat): Markup {
  const peer = peerOf(chat);
  return html`<div class="chat-info-container"><div class="chat-info"><div class="person"><div class="avatar person-avatar" data-peer-id="${peer}"></div><div class="content"><div class="top"><div class="user-title"><span class="peer-title" dir="auto" data-peer-id="${peer}" data-dialog="1">${chat.name}</span></div></div></div></div></div></div>`;
}

/** One sender's messages of two minutes. */
function continues(message: Shown, before: Shown | null): boolean {
  return (
    before !== null &&
    before.kind !== 'system' &&
    message.kind !== 'system' &&
    before.from === message.from &&
    new Date(before.time).toDateString() === new Date(message.time).toDateString() &&
    message.time - before.time <= 121_000
  );
}

/** A run is called after its first message; a row knows only the one before it. */
const runs = new Map<string, string>();

function runOf({ message, before }: Placed): string {
  const run = continues(message, before) ? runs.get(before?.id ?? '') : undefined;
  const name = run ?? message.id;
  runs.set(message.id, name);
  return name;
}

function row({ message, before, chat }: Placed): string {
  const seconds = Math.floor(message.time / 1000);
  const marks = (shape: string, inside: Markup) =>
    html`<div data-mid="${message.id}" data-peer-id="${peerOf(chat)}" data-timestamp="${seconds}" class="bubble ${shape}"><div class="bubble-content-wrapper"><div class="bubble-content">${inside}</div></div></div>`
      .markup;
  if (message.kind === 'system') {
    return marks('service', html`<div class="service-msg">${message.text}</div>`);
  }
  const first = continues(message, before) ? '' : ' is-group-first';
  const name = message.own
    ? null
    : html`<div class="colored-name name floating-part" dir="auto" data-peer-id="501"><span class="peer-title" dir="auto" data-peer-id="501">${message.from}</span></div>`;
  const kind = message.kind === 'image' ? ' photo' : '';
  return marks(
    `${message.own ? 'is-out is-read' : 'is-in'}${first}${kind}`,
    html`${name}${quote(message)}${said(message)}`,
  );
}

function quote({ quote: quoted }: Shown): Markup | null {
  return quoted
    ? html`<div class="reply quote-like"><div class="reply-content"><div class="reply-title"><span class="peer-title">${quoted.from}</span></div><div class="reply-subtitle">${quoted.text}</div></div></div>`
    : null;
}

function said(message: Shown): Markup {
  const clock = new Date(message.time).toTimeString().slice(0, 5);
  const edited = message.isEdited ? html`<i class="time-edited time-part">已编辑</i>` : null;
  const time = html`<span class="time">${edited}<span>${clock}</span><div class="time-inner">${edited}<span>${clock}</span></div></span><span class="clearfix"></span>`;
  if (message.kind === 'image') {
    return html`<div class="attachment media-container"><img class="media-photo"></div>${time}`;
  }
  const body = (words: Markup, beside: Markup | null = null) =>
    html`<div class="message spoilers-container" dir="auto"><span class="translatable-message">${words}</span>${beside}${time}</div>`;
  if (message.file) {
    const { name, size } = message.file;
    const shown = `${(size / 1024).toFixed(1)} KB`;
    return html`<div class="message spoilers-container"><div class="document-container"><div class="document-wrapper"><div class="document"><div class="document-name"><middle-ellipsis-element>${name}</middle-ellipsis-element></div><div class="document-size"><span>${shown}<span style="visibility: hidden"> / ${shown}</span></span></div></div>${time}</div></div></div>`;
  }
  if (message.link) {
    const { url, title, description = '' } = message.link;
    return body(
      html`<a class="anchor-url" href="${url}">${url}</a>`,
      html`<a class="webpage" href="${url}"><div class="webpage-title"><strong>${title}</strong></div><div class="webpage-text">${description}</div></a>`,
    );
  }
  return body(html`${message.text}`);
}

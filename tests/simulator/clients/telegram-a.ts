import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, Shown, SimulatedChat } from './types.ts';

/** Telegram Web A, 2026-11: days with runs of one sender in them, all in normal flow; no row tells its day. */
export const client: Client = {
  id: 'telegram-a',
  url: 'https://web.telegram.org/a/',
  shell: (_, chats, open) =>
    html`<div id="UiLoader"><div id="Main">
    <div id="LeftColumn">${chats.map(listItem)}</div>
    <div id="MiddleColumn"><div class="messages-layout">
      <div class="MiddleHeader"><div class="Transition"><div class="Transition_slide Transition_slide-active">${open ? heading(open) : null}</div></div></div>
      <div class="Transition"><div class="Transition_slide Transition_slide-active">
        <div class="MessageList custom-scroll"><div class="messages-container"></div></div>
        <div class="middle-column-footer"><div class="Composer"><div id="editable-message-text" contenteditable="true"></div></div></div>
      </div></div>
    </div></div></div></div>`.markup,
  following: ['.MiddleHeader'],
  scroller: '.MessageList',
  list: '.messages-container',
  row,
  rowSelector: (id) => `#message-${id}`,
  group: ({ message }) => ({
    key: new Date(message.time).toDateString(),
    html: html`<div class="message-date-group"><div class="sticky-date interactive" data-head><span dir="auto">${dayOf(message.time)}</span></div></div>`
      .markup,
  }),
  run: (placed) => ({
    key: runOf(placed),
    html: html`<div class="sender-group-container" id="message-group-${placed.message.id}">${placed.message.own ? null : avatar(placed.message)}</div>`
      .markup,
  }),
  mounts: 'all',
  isReversed: false,
  changes: 'patch',
  opens: 'together',
  recalls: 'remove',
  newId: (number) => String(1000 + number),
  style: `.MessageList { height: 600px; overflow-y: auto } .Message { display: flex; position: relative; margin-bottom: 4px }
    .bottom-marker { position: absolute; bottom: 0; width: 1px; height: 1px } .sender-group-container { position: relative }
    .message-content-wrapper { position: relative; max-width: 480px } .text-content { white-space: pre-wrap } .own { flex-direction: row-reverse }`,
};

/** Large groups have addresses of this form. */
function peerOf({ id }: SimulatedChat): string {
  return `-100160070080${id.replace(/\D/g, '')}`;
}

function listItem(chat: SimulatedChat): Markup {
  return html`<div class="ListItem Chat"><div class="Avatar" data-peer-id="${peerOf(chat)}"></div><h3 class="fullName">${chat.name}</h3></div>`;
}

function heading(chat: SimulatedChat): Markup {
  return html`<div class="chat-info-wrapper"><div class="ChatInfo"><div class="Avatar size-medium" data-peer-id="${peerOf(chat)}"><div class="inner"></div></div>
    <div class="info"><div class="title"><h3 dir="auto" role="button" class="fullName">${chat.name}</h3></div><span class="status">52 位成员</span></div></div></div>`;
}

function avatar({ from }: Shown): Markup {
  return html`<div data-head><div class="Avatar size-small" data-peer-id="501" aria-label="${from}"><div class="inner">${from.slice(0, 1)}</div></div></div>`;
}

function continues(message: Shown, before: Shown | null): boolean {
  return (
    before !== null &&
    before.kind !== 'system' &&
    message.kind !== 'system' &&
    before.from === message.from &&
    new Date(before.time).toDateString() === new Date(message.time).toDateString() &&
    message.time - before.time < 10 * 60_000
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

/** As the client words it: today, yesterday, the days of the last week, then dates. */
function dayOf(time: number): string {
  const start = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const ago = Math.round((start(Date.now()) - start(time)) / (24 * 60 * 60 * 1000));
  if (ago === 0) return '今天';
  if (ago === 1) return '昨天';
  const date = new Date(time);
  if (ago > 1 && ago < 7) return `星期${'日一二三四五六'[date.getDay()]}`;
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}

function row({ message, before }: Placed): string {
  const { id, own, from } = message;
  if (message.kind === 'system') {
    return html`<div id="message-${id}" class="ActionMessage message-list-item" data-message-id="${id}"><div><span>${message.text}</span></div></div>`
      .markup;
  }
  const isFirst = !continues(message, before);
  const shape = `${isFirst ? ' first-in-group' : ''}${own ? ' own' : ''}${message.isEdited ? ' was-edited' : ''}`;
  const name =
    isFirst && !own
      ? html`<div class="message-title" dir="ltr"><span class="message-title-name-container interactive" dir="ltr"><span class="message-title-name"><span class="sender-title">${from}</span></span></span></div>`
      : null;
  return html`<div id="message-${id}" class="Message message-list-item${shape}" data-message-id="${id}">
    <div class="bottom-marker" data-message-id="${id}"></div><div class="message-select-control no-selection"></div>
    <div class="message-content-wrapper can-select-text"><div class="message-content text" dir="auto"><div class="content-inner" dir="auto">${name}${quote(message)}${said(message)}</div></div></div>
  </div>`.markup;
}

function quote({ quote: quoted }: Shown): Markup | null {
  return quoted
    ? html`<div class="message-subheader"><div class="EmbeddedMessage"><div class="message-text"><p class="embedded-text-wrapper">${quoted.text}</p><div class="message-title"><span class="embedded-sender">${quoted.from}</span></div></div></div></div>`
    : null;
}

function said(message: Shown): Markup {
  const time = new Date(message.time).toTimeString().slice(0, 5);
  const meta = html`<span class="MessageMeta" dir="ltr"><span class="message-time">${message.isEdited ? '已编辑 ' : ''}${time}</span></span>`;
  const text = (words: Markup) =>
    html`<div class="text-content clearfix with-meta" dir="auto">${words}${meta}</div>`;
  if (message.kind === 'image') {
    return html`<div class="media-inner"><img class="full-media" alt=""></div>${meta}`;
  }
  if (message.file) {
    const { name, size } = message.file;
    return html`<div class="File Document"><div class="file-info"><div class="file-title" dir="auto" title="${name}">${name}</div><div class="file-subtitle"><span>${(size / 1024).toFixed(1)} KB</span></div></div></div>${meta}`;
  }
  if (message.link) {
    const { url, title, description = '' } = message.link;
    return html`${text(html`<a class="text-entity-link" href="${url}">${url}</a>`)}<div class="WebPage"><div class="WebPage-text"><p class="site-title">${title}</p><p class="site-description">${description}</p></div></div>`;
  }
  return text(withBreaks(message.text));
}

import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/** Rocket.Chat: the address names the room; names and times stand on the first row of a run only. */
export const client: Client = {
  id: 'rocket-chat',
  url: 'https://rocket.example.org/home',
  shell: (_, chats, open) => {
    history.replaceState(null, '', open ? `/channel/${encodeURIComponent(open.name)}` : '/home');
    return html`<nav class="rcx-sidebar">${chats.map(listed)}</nav>
      <main class="rcx-room"><header class="rcx-room-header"><h1>${open?.name ?? ''}</h1></header>
      <div class="messages-box"><div class="wrapper"><ul class="messages-list" role="list"></ul></div></div>
      <footer><textarea name="msg"></textarea></footer></main>`.markup;
  },
  following: ['.rcx-sidebar', '.rcx-room-header'],
  scroller: '.wrapper',
  list: '.messages-list',
  row,
  rowSelector: (id) => `[data-qa-type="message"][data-mid="${id}"]`,
  mounts: 'all',
  changes: 'patch',
  opens: 'title first',
  recalls: 'remove',
  newId: (number) => `kLmNoPqRsTu${String(number).padStart(4, '0')}`,
  style: `.wrapper { height: 600px; overflow-y: auto } .messages-list { list-style: none; margin: 0; padding: 0 }
    .rcx-message { display: flex; padding: 4px 16px } .rcx-message-body { white-space: pre-wrap }`,
};

function listed({ name }: SimulatedChat): Markup {
  return html`<a href="/channel/${encodeURIComponent(name)}">${name}</a>`;
}

function row({ message, before }: Placed): string {
  const { id, own, from, kind, text, isEdited } = message;
  if (kind === 'system') {
    return html`<li><div class="rcx-message-system" data-qa="system-message">${text}</div></li>`
      .markup;
  }
  const isRun = before?.from === from && before.kind !== 'system' && before.own === own;
  const mark = isEdited ? html`<span class="rcx-message__edited">（已编辑）</span>` : null;
  return html`<li><div id="${id}" class="rcx-message" role="listitem" data-mid="${id}" data-sequential="${String(isRun)}" data-own="${String(own)}" data-qa-type="message">
    <div class="rcx-message-container rcx-message-container--left"></div><div class="rcx-message-container">${isRun ? null : head(message)}<div data-qa-type="message-body" class="rcx-message-body">${withBreaks(text)}${mark}</div></div></div></li>`
    .markup;
}

function head({ id, from, time }: Placed['message']): Markup {
  const date = new Date(time);
  const clock = date.toTimeString().slice(0, 5);
  const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
  return html`<div class="rcx-message-header"><span class="rcx-message-header__name" data-username="u">${from}</span><span class="rcx-message-header__time" id="${id}-time" title="${day} ${clock}">${clock}</span></div>`;
}

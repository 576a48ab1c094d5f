import { html, type Markup } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/** Made once: a new one for every row would take most of the page's time. */
const DAY = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' });

/** Rocket.Chat: another room is drawn wholly anew; rows near the view, at places that the list computes from heights it keeps. */
export const client: Client = {
  id: 'rocket-chat',
  url: 'https://rooms.example.org/home',
  shell: (_, chats, open) =>
    html`<div id="react-root"><div class="rcx-box rcx-box--full" id="rocket-chat">
    <nav class="rcx-sidebar-v2">${chats.map(listed)}</nav>
    <main id="main-content" class="rcx-box rcx-box--full main-content">${open ? room(open) : html`<div class="rcx-page"></div>`}</main>
    </div></div>`.markup,
  following: ['main'],
  scroller: '[data-overlayscrollbars-viewport]',
  list: '.messages-list',
  row,
  rowSelector: (id) => `.rcx-message[data-mid="${id}"]`,
  // Each message has a place of its own in the list; the line with the day stands in the same.
  group: ({ message, before }) => {
    const day = dayOf(message.time);
    const line =
      before && dayOf(before.time) === day
        ? null
        : html`<div role="listitem" data-head class="rcx-box rcx-box--full"><div role="separator" class="rcx-message-divider"><div class="rcx-message-divider__bar"></div><div class="rcx-message-divider__wrapper">${day}</div></div></div>`;
    return {
      key: message.id,
      html: html`<div class="rcx-box rcx-box--full">${line}</div>`.markup,
    };
  },
  mounts: 'window',
  trustsHeights: true,
  changes: 'patch',
  opens: 'together',
  recalls: 'remove',
  newId: (number) => `simulated${String(number).padStart(8, '0')}`,
  style: `[data-overlayscrollbars-viewport] { height: 600px; overflow-y: auto; overflow-anchor: none }
    .messages-list { list-style: none; margin: 0; padding: 0 }
    .rcx-message { display: flex; padding: 4px 20px } .rcx-message-container { flex: 1; position: relative }
    .rcx-message-container--left { flex: 0 0 48px } .rcx-message-body { white-space: pre-wrap }`,
};

function dayOf(time: number): string {
  return DAY.format(time);
}

function listed({ name }: SimulatedChat): Markup {
  return html`<div class="rcx-sidebar-v2-item"><span class="rcx-sidebar-v2-item__title">${name}</span></div>`;
}

function room({ name, id }: SimulatedChat): Markup {
  return html`<div class="rcx-box rcx-box--full">
    <header class="rcx-box rcx-box--full rcx-room-header"><div role="button" tabindex="0"><i class="rcx-icon rcx-icon--name-hash"></i><h1 class="rcx-box rcx-box--full">${name}</h1></div></header>
    <div class="rcx-box rcx-box--full main-content-flex"><section role="presentation" class="messages-container flex-tab-main-content" id="chat-window-${id}"><div class="messages-container-wrapper"><div class="messages-container-main"><div class="messages-box"><div class="wrapper">
      <div class="rcx-box rcx-box--full" data-overlayscrollbars="host"><div data-overlayscrollbars-viewport="overflowYScroll"><ul class="messages-list" aria-label="消息列表"></ul></div></div>
    </div></div><footer><textarea name="msg"></textarea></footer></div></div></section></div></div>`;
}

function row({ message, before }: Placed): string {
  const { id, own, from, kind } = message;
  if (kind === 'system') {
    return html`<div role="listitem" class="rcx-box rcx-box--full rcx-message-system"><div class="rcx-message-system__block"><span class="rcx-message-system__name">${from}</span><div class="rcx-message-system__body">${message.text}</div></div></div>`
      .markup;
  }
  const isFollowing =
    before !== null &&
    before.kind !== 'system' &&
    before.from === from &&
    message.time - before.time < 5 * 60_000 &&
    dayOf(before.time) === dayOf(message.time);
  const shape = isFollowing ? 'rcx-message--sequential' : '';
  return html`<div id="${id}" role="listitem" tabindex="0" data-id="${id}" data-mid="${id}" data-unread="false" data-sequential="${String(isFollowing)}" data-own="${String(own)}" class="rcx-message ${shape}">
    <div class="rcx-box rcx-box--full rcx-message-container rcx-message-container--left">${isFollowing ? marks(message) : null}</div>
    <div class="rcx-box rcx-box--full rcx-message-container">${isFollowing ? null : head(message)}<div class="rcx-message-body" id="${id}-content" role="document" dir="auto">${words(message)}</div>${file(message)}</div></div>`
    .markup;
}

function head(message: Placed['message']): Markup {
  const { id, from, time } = message;
  const at = new Date(time);
  const half = at.getHours() < 12 ? '上午' : '下午';
  const clock = `${half} ${at.getHours() % 12 || 12}:${String(at.getMinutes()).padStart(2, '0')}`;
  return html`<div class="rcx-box rcx-box--full rcx-message-header"><div class="rcx-box rcx-box--full rcx-message-header__wrapper"><span id="${id}-displayName" class="rcx-message-header__name-container" role="button"><span class="rcx-message-header__name">${from}</span></span><span id="${id}-time" class="rcx-message-header__time" title="${dayOf(time)} ${clock}">${clock}</span>${marks(message)}</div></div>`;
}

function marks({ isEdited }: Placed['message']): Markup {
  const edited = isEdited
    ? html`<i title="消息已编辑" class="rcx-icon rcx-icon--name-edit"></i>`
    : null;
  return html`<div class="rcx-message-status-indicator">${edited}</div>`;
}

function words({ text, link }: Placed['message']): Markup {
  if (link) return html`<div><a href="${link.url}" target="_blank">${link.url}</a></div>`;
  return html`${text.split('\n').map((line) => html`<div>${line}</div>`)}`;
}

function file({ file: sent }: Placed['message']): Markup | null {
  if (!sent) return null;
  return html`<div class="rcx-box rcx-box--full"><div class="rcx-box rcx-box--full" title="${sent.name}">${sent.name}</div> <button type="button"><i class="rcx-icon rcx-icon--name-chevron-down"></i></button></div>
    <div class="rcx-message-generic-preview"><div class="rcx-message-generic-preview__content-wrapper"><a class="rcx-message-generic-preview__title" href="/file-upload/a/b">${sent.name}</a><div class="rcx-message-generic-preview__description">${(sent.size / 1024).toFixed(2)} kB</div></div></div>`;
}

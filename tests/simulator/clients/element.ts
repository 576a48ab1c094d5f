import { html, type Markup } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

// Made once: a new one for every row would take most of the page's time.
const DAY = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium' });
const WHOLE_DAY = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full' });
const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short' });

/** Element Web: another room is another room view; only the newest row shows its hour, and links to its message. */
export const client: Client = {
  id: 'element',
  url: 'https://chat.example.org/',
  shell: (_, chats, open) =>
    html`<section id="matrixchat"><div class="mx_MatrixChat_wrapper"><div class="mx_MatrixChat">
    <nav class="mx_LeftPanel"><div data-testid="room-list">${chats.map(listed)}</div></nav>
    <div class="mx_RoomView">${open ? room(open) : html`<div class="mx_HomePage"></div>`}</div>
    </div></div></section>`.markup,
  following: ['.mx_RoomView'],
  scroller: '.mx_RoomView_messagePanel',
  list: '.mx_RoomView_MessageList',
  row,
  rowSelector: (id) => `.mx_EventTile[data-event-id="${id}"]`,
  group: ({ message }) => {
    const day = DAY.format(message.time);
    const label = WHOLE_DAY.format(message.time);
    return {
      key: day,
      html: html`<div class="day"><li data-head><div class="mx_TimelineSeparator" role="separator" aria-label="${label}"><hr><h2 aria-hidden="true">${label}</h2></div></li></div>`
        .markup,
    };
  },
  mounts: 'all',
  changes: 'patch',
  opens: 'together',
  recalls: 'words',
  newId: (number) => `$c0ffee-${number}`,
  style: `.mx_RoomView_messagePanel { height: 600px; overflow-y: auto } .mx_RoomView_MessageList { list-style: none; margin: 0 }
    .mx_EventTile { position: relative; padding: 4px 64px } .mx_EventTile_body { white-space: pre-wrap }
    .mx_EventTile_avatar { position: absolute; left: 8px }`,
};

function listed({ name }: SimulatedChat): Markup {
  return html`<button class="mx_RoomListItemView" role="option"><div class="mx_RoomListItemView_roomName">${name}</div></button>`;
}

function room({ name, isGroup }: SimulatedChat): Markup {
  const faces = isGroup ? html`<div class="mx_FacePile mx_RoomHeader_members">46</div>` : null;
  return html`<header class="mx_RoomHeader"><button class="mx_RoomHeader_infoWrapper"><div class="mx_RoomHeader_heading" role="heading"><span class="mx_RoomHeader_truncated">${name}</span></div></button>${faces}</header>
    <main class="mx_RoomView_body"><div class="mx_RoomView_timeline"><div class="mx_ScrollPanel mx_RoomView_messagePanel"><div class="mx_RoomView_messageListWrapper"><ol class="mx_RoomView_MessageList"></ol></div></div></div>
    <div class="mx_MessageComposer"><div class="mx_BasicMessageComposer_input" contenteditable="true"></div></div></main>`;
}

function row(placed: Placed): string {
  const { message, before } = placed;
  const isContinued =
    before !== null &&
    before.from === message.from &&
    message.time - before.time < 5 * 60_000 &&
    new Date(before.time).getDate() === new Date(message.time).getDate();
  const info = message.kind === 'system' ? 'mx_EventTile_info' : '';
  const run = isContinued ? 'mx_EventTile_continuation' : '';
  return html`<li class="mx_EventTile ${run} ${info}" tabindex="-1" data-scroll-tokens="${message.id}" data-event-id="${message.id}" data-self="${String(message.own)}" data-layout="group">
    ${isContinued || info ? null : profile(message.from)}
    <div class="mx_EventTile_line">${clock(placed)}${quote(message)}${words(message)}</div>
    <div class="mx_EventTile_msgOption"></div></li>`.markup;
}

function profile(name: string): Markup {
  return html`<div class="mx_DisambiguatedProfile"><span class="mx_DisambiguatedProfile_displayName">${name}</span></div><div class="mx_EventTile_avatar"><span class="mx_BaseAvatar">${name.slice(0, 1)}</span></div>`;
}

/** Other rows show it while the pointer is over them. */
function clock({ message, after, chat }: Placed): Markup | null {
  if (after) return null;
  const shown = CLOCK.format(message.time);
  const link = `https://matrix.to/#/!${chat.id}:example.org/${message.id}?via=example.org`;
  return html`<a class="mx_MessageTimestamp" href="${link}">${shown}</a>`;
}

function quote({ quote: quoted }: Placed['message']): Markup | null {
  if (!quoted) return null;
  return html`<div class="mx_ReplyChain_wrapper"><blockquote class="mx_ReplyChain"><div class="mx_ReplyTile"><span class="mx_DisambiguatedProfile_displayName">${quoted.from}</span><div class="mx_EventTile_body">${quoted.text}</div></div></blockquote></div>`;
}

function words(message: Placed['message']): Markup {
  const { text, link, file } = message;
  if (message.isRecalled) return html`<span class="mx_RedactedBody">消息已删除</span>`;
  if (message.kind === 'system') return html`<div class="mx_TextualEvent">${text}</div>`;
  if (file) {
    const label = `${file.name} (${Math.ceil(file.size / 1024)} KB)`;
    return html`<span class="mx_MFileBody"><div data-type="info"><button aria-label="${label}"><span>${label}</span></button></div></span>`;
  }
  const said = link ? html`<a href="${link.url}">${link.url}</a>` : html`${text}`;
  const edited = message.isEdited
    ? html`<span role="button" data-textual-body-edited-marker=""><span>(已编辑)</span></span>`
    : null;
  return html`<div class="mx_MTextBody mx_EventTile_content"><div dir="auto"><div class="mx_EventTile_body" dir="auto">${said}</div>${edited}</div></div>`;
}

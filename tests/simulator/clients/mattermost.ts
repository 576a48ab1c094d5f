import { html, type Markup } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/** Made once: a new one for every row would take most of the page's time. */
const DAY = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' });

/** Mattermost: rows near the view between blank ones, measured while they are mounted; the title changes before the posts. */
export const client: Client = {
  id: 'mattermost',
  url: 'https://posts.example.org/town/channels/street',
  shell: (_, chats, open) =>
    html`<div id="root" class="channel-view">
    <div id="SidebarContainer">${chats.map(listed)}</div>
    <div id="channel_view" class="channel-view"><div class="app__content">
      ${open ? header(open) : null}
      ${open ? POSTS : html`<div class="GlobalThreads"></div>`}
    </div></div></div>`.markup,
  following: ['#channel-header'],
  scroller: '#postListScrollContainer',
  list: '#postListScrollContainer .inner_list',
  row,
  rowSelector: (id) => `#post_${id}`,
  group: ({ message }) => {
    const day = DAY.format(message.time);
    return {
      key: day,
      html: html`<div class="day"><div class="item_measurer" data-head><div class="Separator BasicSeparator date-separator"><hr class="separator__hr"><div class="separator__text">${day}</div></div></div></div>`
        .markup,
    };
  },
  mounts: 'window',
  changes: 'patch',
  opens: 'title first',
  recalls: 'words',
  newId: (number) => `simulated${String(number).padStart(17, '0')}`,
  style: `#postListScrollContainer { height: 600px; overflow-y: auto; overflow-anchor: none }
    .post { position: relative; padding: 4px 8px } .post__content { display: flex } .post-menu { display: none }
    .same--user .user-popover { display: none } .post-message__text p { white-space: pre-wrap; margin: 0 }`,
};

const POSTS = html`<div id="post-list"><div id="postListContent"><div id="postListScrollContainer" class="dynamic_virtualized_list post-list__dynamic"><div role="list" class="inner_list"></div></div></div></div>
  <div id="post-create"><textarea id="post_textbox"></textarea></div>`;

function listed({ name, id }: SimulatedChat): Markup {
  return html`<a class="SidebarLink" id="sidebarItem_${id}"><span class="SidebarChannelLinkLabel">${name}</span></a>`;
}

function header({ name, id, isGroup }: SimulatedChat): Markup {
  const members = isGroup ? html`<button id="member_rhs"><span>46</span></button>` : null;
  return html`<div id="channel-header" role="banner" data-channelid="${id.padEnd(26, '0')}" class="channel-header alt a11y__region"><div class="channel-header__title"><button id="channelHeaderDropdownButton"><strong id="channelHeaderTitle" class="heading">${name}</strong></button>${members}</div></div>`;
}

function row({ message, before }: Placed): string {
  const isFollowing =
    before !== null &&
    before.from === message.from &&
    message.time - before.time < 5 * 60_000 &&
    new Date(before.time).getDate() === new Date(message.time).getDate();
  const shape = [
    isFollowing ? 'same--root same--user' : 'other--root',
    message.own ? 'current--user' : '',
    message.kind === 'system' ? 'post--system' : '',
    message.isRecalled ? 'post--hide-controls' : '',
  ].join(' ');
  return html`<div role="listitem" class="item_measurer"><div class="post-row"><div role="listitem" id="post_${message.id}" data-testid="postView" tabindex="0" class="a11y__section post ${shape}">
    <div role="application" class="post__content"><div class="post__img"></div><div>
      <div class="post__header"><div class="col col__name"><button class="user-popover">${message.from}</button></div>${isFollowing ? null : clock(message)}<ul class="post-menu"></ul></div>
      <div class="post__body" id="${message.id}_message">${words(message)}<div class="post__body-reactions-acks"></div></div>
    </div></div></div></div></div>`.markup;
}

/** The browser's own time, without a zone. */
function clock({ id, time }: Placed['message']): Markup {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString();
  return html`<a class="post__permalink" href="/town/pl/${id}"><time class="post__time" datetime="${local.slice(0, -1)}">${local.slice(11, 16)}</time></a>`;
}

function words(message: Placed['message']): Markup {
  const { id, text, link, file } = message;
  if (message.isRecalled) return html`<p>(消息已删除)</p>`;
  const said = link
    ? html`<a class="markdown__link" href="${link.url}">${link.url}</a>`
    : html`${text}`;
  const edited = message.isEdited
    ? html`<span class="post-edited__indicator"><i></i>已编辑</span>`
    : null;
  const files = file
    ? html`<div class="post-image__columns"><div class="post-image__column"><span class="post-image__name">${file.name}</span><span class="post-image__size">${Math.floor(file.size / 1024)}KB</span></div></div>`
    : null;
  return html`<div class="post-message post-message--collapsed"><div class="post-message__text-container"><div id="postMessageText_${id}" class="post-message__text" dir="auto"><p>${said}${edited}</p></div></div></div>${files}`;
}

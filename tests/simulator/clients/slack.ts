import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, Shown, SimulatedChat } from './types.ts';

const TEAM = 'T0TOWN0001';
const ME = 'U0ME000001';

/**
 * Slack: the address changes with the channel, then the title and the box to write in, last the messages. Rows near the view
 * stand at places in a list of a noted height; names and pictures on the first of a run.
 */
export const client: Client = {
  id: 'slack',
  url: `https://app.slack.com/client/${TEAM}`,
  shell: (_, chats, open) => {
    history.replaceState(null, '', `/client/${TEAM}/${open ? channelOf(open) : 'threads'}`);
    return html`<div class="p-client_container"><div class="p-control_strip"><button data-qa="user-button"><span class="c-avatar">${avatar(ME)}</span></button></div>
    <div class="p-view_contents p-view_contents--sidebar"><nav class="p-channel_sidebar" data-qa="channel-sidebar">${chats.map(listed)}</nav></div>
    <div class="p-view_contents p-view_contents--primary">${open ? channel(open) : html`<div class="p-threads_view" data-qa="threads_view"></div>`}</div></div>`
      .markup;
  },
  following: ['.p-view_header', '.p-message_pane_input'],
  scroller: '[data-qa="slack_kit_scrollbar"]',
  list: '[data-qa="slack_kit_list"]',
  row,
  rowSelector: (id) => `[data-qa="message_container"][data-msg-ts="${id}"]`,
  mounts: 'window',
  trustsHeights: true,
  changes: 'patch',
  opens: 'title first',
  switchDelay: 120,
  recalls: 'remove',
  newId: (number, time) => `${Math.floor(time / 1000)}.${String(number).padStart(6, '0')}`,
  style: `.c-scrollbar__hider { height: 600px; overflow-y: auto; overflow-anchor: none } .c-message_kit__gutter { display: flex; padding: 8px 20px }
    .c-message_kit__gutter__left { width: 44px } .c-message_kit__message { position: relative } .c-mrkdwn__br { display: block; height: 8px }`,
};

function channelOf({ id }: SimulatedChat): string {
  return `C0CHAT${id.replace(/\D/g, '').padStart(4, '0')}`;
}

function avatar(person: string): Markup {
  return html`<img class="c-base_icon c-base_icon--image" alt="" src="https://ca.slack-edge.com/${TEAM}-${person}-23dc45b70a8e-48">`;
}

function listed(chat: SimulatedChat): Markup {
  return html`<div class="p-channel_sidebar__channel" data-qa="channel-sidebar-channel" data-qa-channel-sidebar-channel-id="${channelOf(chat)}"><span class="p-channel_sidebar__name">${chat.name}</span></div>`;
}

function channel(open: SimulatedChat): Markup {
  return html`<div class="p-view_header" data-qa="view_header"><button data-qa="channel_name_button"><span class="p-view_header__channel_title" data-qa="channel_name">${open.name}</span></button></div>
    <div class="p-workspace__primary_view_body"><div class="p-message_pane" data-qa="message_pane"><div role="list" class="c-virtual_list c-message_list"><div data-qa="slack_kit_scrollbar" class="c-scrollbar__hider"><div class="c-scrollbar__child"><div data-qa="slack_kit_list" class="c-virtual_list__scroll_container"></div></div></div></div></div></div>
    <div class="p-message_pane_input"><div data-qa="message_input" data-channel-id="${channelOf(open)}"><div class="ql-editor" contenteditable="true"></div></div></div>`;
}

/** One sender's messages of five minutes of one day. */
function continues(message: Shown, before: Shown | null): boolean {
  return (
    before !== null &&
    before.kind !== 'system' &&
    before.from === message.from &&
    message.time - before.time < 5 * 60_000 &&
    new Date(before.time).getDate() === new Date(message.time).getDate()
  );
}

function row({ message, before, chat }: Placed): string {
  const { id, own, from, kind } = message;
  const person = own ? ME : `U0P${String([...from].reduce((sum, c) => sum + c.charCodeAt(0), 0))}`;
  const isHead = !continues(message, before);
  const stamp = html`<a class="c-link c-timestamp" data-ts="${id}" href="https://town.slack.com/archives/${channelOf(chat)}/p${id.replace('.', '')}"><span class="c-timestamp__label">9:00</span></a>`;
  const left = isHead
    ? html`<button class="c-button-unstyled c-message_kit__avatar c-avatar">${avatar(person)}</button>`
    : stamp;
  const head = isHead
    ? html`<span class="c-message__sender c-message_kit__sender" data-qa="message_sender" data-stringify-text="${from}"><button data-message-sender="${person}" data-qa="message_sender_name" class="c-link--button c-message__sender_button">${from}</button><span class="offscreen">${from} :</span></span>&nbsp;&nbsp;${stamp}<br>`
    : null;
  const said =
    kind === 'system'
      ? html`<span class="c-message__body c-message__body--automated" data-qa="message-text">${message.text}</span>`
      : words(message);
  return html`<div role="listitem" class="c-virtual_list__item" data-qa="virtual-list-item" id="message-list_${id}" data-item-key="${id}">
    <div role="presentation" class="c-message_kit__background p-message_pane_message__message c-message_kit__message" data-qa="message_container" data-qa-unprocessed="false" data-qa-placeholder="false" data-msg-ts="${id}" data-msg-channel-id="${channelOf(chat)}">
    <div role="document" class="c-message_kit__hover" data-qa-hover="true"><div class="c-message_kit__actions"><div class="c-message_kit__gutter"><div class="c-message_kit__gutter__left" data-stringify-ignore="true">${left}</div><div class="c-message_kit__gutter__right" data-qa="message_content">${head}${said}</div></div></div></div></div></div>`
    .markup;
}

function words({ text, file, link, isEdited }: Shown): Markup {
  if (file) {
    return html`<div class="c-message_kit__file"><div class="c-files_container"><div class="c-pillow_file_container"><span data-qa="file_name">${file.name}</span><span data-qa="file-entity-metadata-description">${Math.floor(file.size / 1024)} KB</span></div></div></div>`;
  }
  const said = link
    ? html`<a class="c-link" href="${link.url}">${link.url}</a>`
    : html`${withBreaks(text)}`;
  const mark = isEdited
    ? html`<span class="c-message__edited_label">&nbsp;（已编辑）&nbsp;</span>`
    : null;
  return html`<div class="c-message_kit__blocks c-message_kit__blocks--rich_text"><div class="c-message__message_blocks" data-qa="message-text"><div class="p-rich_text_block" dir="auto"><div class="p-rich_text_section">${said}${mark}</div></div></div></div>`;
}

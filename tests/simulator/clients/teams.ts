import { html, type Markup, withBreaks } from './page/markup.ts';
import type { Client, Placed, SimulatedChat } from './types.ts';

/**
 * Microsoft Teams: rows near the view between blank ones; how its list keeps its place is not known, so its heights are
 * trusted, the hardest case. The head and the box below name the conversation before its messages are drawn.
 */
export const client: Client = {
  id: 'teams',
  url: 'https://teams.cloud.microsoft/v2/',
  shell: (me, chats, open) =>
    html`<div id="app"><div data-tid="experience-layout">
    <div data-tid="app-layout-area--title-bar"><span data-tid="me-control-avatar" class="fui-Avatar" aria-label="${me} 的个人资料图片。"></span></div>
    <div data-tid="app-layout-area--mid-nav"><div role="tree" data-tid="simple-collab-dnd-rail">${chats.map(listed)}</div></div>
    <div data-tid="app-layout-area--main"><div data-tid="slot-measurer" data-app-name="chats" data-slot-name="main">${open ? layout(open) : null}</div></div>
    </div></div>`.markup,
  following: ['[data-tid="message-pane-header"]', '[data-tid="message-pane-footer"]'],
  scroller: '[data-tid="message-pane-list-viewport"]',
  list: '#chat-pane-list',
  row,
  rowSelector: (id) => `[data-mid="${id}"]`,
  mounts: 'window',
  trustsHeights: true,
  changes: 'patch',
  opens: 'title first',
  recalls: 'words',
  newId: (number, time) => String(Math.floor(time / 1000) * 1000 + (number % 1000)),
  style: `[data-tid="message-pane-list-viewport"] { height: 600px; overflow-y: auto; overflow-anchor: none }
    .fui-ChatMessage__body, .fui-ChatMyMessage__body { max-width: 480px; padding: 6px 16px } .f1ekcaio { position: absolute; width: 1px; height: 1px; overflow: hidden }
    [data-message-content] p { margin: 0 }`,
};

function threadOf({ id }: SimulatedChat): string {
  return `19:${id.replace(/\D/g, '').padStart(32, '0')}@thread.v2`;
}

function listed(chat: SimulatedChat): Markup {
  return html`<div role="treeitem" aria-level="2" data-item-type="chat" data-fui-tree-item-value="f|${threadOf(chat)}"><span id="title-chat-list-item_${threadOf(chat)}">${chat.name}</span></div>`;
}

function layout(chat: SimulatedChat): Markup {
  const thread = threadOf(chat);
  return html`<div data-tid="message-pane-layout">
    <div data-tid="message-pane-header"><div id="chat-header-${thread}"><div data-tid="entity-header"><h2 data-tid="chat-title"><div><span dir="auto" title="${chat.name}">${chat.name}</span></div></h2></div></div></div>
    <div data-tid="message-pane-body"><div role="presentation"><div aria-haspopup="menu"><div data-tid="message-pane-list-viewport"><div><div><div data-tid="message-pane-list-runway" id="chat-pane-list" class="fui-Chat"></div></div></div></div></div></div></div>
    <div data-tid="message-pane-footer"><div data-tid="ckeditor" role="textbox" contenteditable="true"></div><button data-tid="sendMessageCommands-send" data-track-thread-id="${thread}"></button></div>
  </div>`;
}

function row({ message, before }: Placed): string {
  const { id, own, from, time, kind, isRecalled, isEdited } = message;
  if (kind === 'system') {
    return item(
      html`<div class="fui-ChatControlMessage" data-tid="control-message-renderer" data-mid="${id}"><span>${message.text}</span></div>`,
    );
  }
  const side = own ? 'fui-ChatMyMessage' : 'fui-ChatMessage';
  const isFollowing =
    before?.kind !== 'system' && before?.from === from && time - before.time < 300_000;
  const name = html`<div class="${side}__author${isFollowing || own ? ' f1ekcaio' : ''}"><div class="fui-Flex"><span dir="auto" data-tid="message-author-name" id="author-${id}">${from}</span></div></div>`;
  const clock = html`<time datetime="${new Date(time).toISOString()}" id="timestamp-${id}" class="${side}__timestamp">${new Date(time).toTimeString().slice(0, 5)}</time>`;
  const edited = isEdited
    ? html`<div class="${side}__details"><span id="edited-${id}">已编辑</span></div>`
    : null;
  const face =
    own || isFollowing
      ? null
      : html`<div class="${side}__avatar"><div data-tid="chat-pane-item" data-mention-type="person" data-person-mri="8:orgid:22222222-2222-4222-8222-222222222222"><span data-tid="message-avatar" class="fui-Avatar"></span></div></div>`;
  const tombstone = isRecalled
    ? html`<div data-tid="message-tombstone">此消息已被删除。</div>`
    : null;
  return item(
    html`<div data-testid="message-wrapper"><div role="heading" aria-level="4" class="f1ekcaio">${from}</div><div><div class="${side}"><div>${name}${clock}${edited}</div><div>${face}<div data-mid="${id}" data-tid="chat-pane-message" id="message-body-${id}" role="group" class="${side}__body">${isRecalled ? null : said(message)}</div></div></div></div></div>${tombstone}`,
  );
}

function item(inside: Markup): string {
  return html`<div class="fui-Flex"><div data-tid="chat-pane-item" class="fui-unstable-ChatItem">${inside}</div></div>`
    .markup;
}

function said({ id, text, link, file, quote, kind }: Placed['message']): Markup {
  const card = quote
    ? html`<div role="group"><div data-tid="quoted-reply-card"><span>${quote.from}</span><span data-tid="quoted-reply-timestamp">09:00</span><span data-tid="quoted-reply-preview-content">${quote.text}</span></div></div>`
    : null;
  const picture =
    kind === 'image'
      ? html`<div><span data-testid="lazy-image-wrapper" itemtype="http://schema.skype.com/AMSImage"><img data-tid="lazy-image-2" alt="图像" itemtype="http://schema.skype.com/AMSImage"></span></div>`
      : null;
  const words = link
    ? html`<a data-testid="atp-safelink" href="${link.url}" class="fui-Link">${link.url}</a>`
    : withBreaks(text);
  const files = file
    ? html`<div data-tid="file-attachment-grid" id="attachments-${id}"><div><div numberoffiles="1" index="0" role="group" aria-label="${file.name}"><div data-testid="content-card-custom-title" aria-label="${file.name}"><span>${file.name}</span></div></div></div></div>`
    : null;
  return html`<div dir="auto" id="content-${id}" data-message-content="">${card}<p>${words}</p>${picture}</div>${files}`;
}

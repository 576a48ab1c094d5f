import { html, type Markup } from './page/markup.ts';
import type { Client, Placed, Shown, SimulatedChat } from './types.ts';

/**
 * WhatsApp Web of 2026: runs are wrapped, only their first row names its sender and has a tail; rows far from the view
 * lose their content and keep the height that they had. The page never says which chat is open but by its name.
 */
export const client: Client = {
  id: 'whatsapp',
  url: 'https://web.whatsapp.com/',
  shell: (_, chats, open) =>
    html`<div id="app"><div id="side"><div id="pane-side"><div role="grid">${chats.map(listed)}</div></div></div>
    ${open ? html`<div id="main">${heading(open)}${panel()}</div>` : html`<div data-testid="intro-md-beta-logo-dark"></div>`}</div>`
      .markup,
  following: ['#main > header'],
  scroller: '[data-testid="conversation-panel-messages"]',
  list: '[data-testid="conversation-panel-messages"] > [role="application"]',
  row,
  rowSelector: (id) => `[data-id="${id}"]`,
  group: ({ message }) => ({
    key: new Date(message.time).toDateString(),
    html: html`<div class="x1n2onr6"><div class="x78zum5 xl56j7k" tabindex="-1" data-head><div class="x1n2onr6"><span dir="auto">${dayOf(message)}</span></div></div></div>`
      .markup,
  }),
  run: (placed) => ({
    key: runOf(placed),
    html: html`<div class="x1n2onr6">${placed.message.own ? null : html`<div class="x7wzq59" data-head><div role="button" data-testid="group-chat-profile-picture"><img alt=""></div></div>`}</div>`
      .markup,
  }),
  mounts: 'stand-ins',
  standIn: ({ message }, height) =>
    placedRow(
      message.id,
      html`<div class="x78zum5 xdt5ytf" data-virtualized="true" style="min-height: ${height}px"></div>`,
    ),
  changes: 'patch',
  opens: 'title first',
  recalls: 'words',
  newId: (number) => `3EB0${String(number).padStart(16, '0')}`,
  style: `[data-testid="conversation-panel-messages"] { height: 600px; overflow-y: auto } [role="application"] { padding: 0 40px }
    .xdt5ytf { display: flex; flex-direction: column } .xuk3077 { align-items: flex-end } .x1cy8zhl { align-items: flex-start }
    [data-testid="msg-container"] { position: relative; max-width: 480px } .selectable-text { white-space: pre-wrap } .x7wzq59 { position: sticky; top: 0; height: 0 }`,
};

function listed({ name }: SimulatedChat): Markup {
  return html`<div role="row"><div role="gridcell" data-testid="cell-frame-container"><span dir="auto" title="${name}">${name}</span></div></div>`;
}

function heading({ name }: SimulatedChat): Markup {
  const members = '张三, 李四, 王五, 您';
  return html`<header data-testid="conversation-header"><div role="button" title="资料详情"><img alt=""></div><div role="button" tabindex="0"><div><span dir="auto" data-testid="conversation-info-header-chat-title">${name}</span></div><div data-testid="chat-subtitle"><span dir="auto" title="${members}">${members}</span></div></div></header>`;
}

function panel(): Markup {
  return html`<div class="copyable-area"><div data-testid="conversation-panel-messages" data-scrolltracepolicy="wa.web.conversation.messages" tabindex="0"><div role="application"></div></div></div>
    <footer><div contenteditable="true" role="textbox"></div></footer>`;
}

function dayOf({ time }: Shown): string {
  const day = new Date(time);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}

function continues(message: Shown, before: Shown | null): boolean {
  return (
    before !== null &&
    before.kind !== 'system' &&
    message.kind !== 'system' &&
    before.from === message.from &&
    dayOf(before) === dayOf(message)
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

function placedRow(id: string, inside: Markup): string {
  return html`<div role="row"><div class="x1n2onr6 xscbp6u" data-id="${id}" data-testid="conv-msg-${id}" tabindex="-1">${inside}</div></div>`
    .markup;
}

function row({ message, before }: Placed): string {
  const { id, own, from } = message;
  if (message.kind === 'system') {
    return placedRow(
      id,
      html`<div data-virtualized="false"><div class="x78zum5 xl56j7k" data-testid="msg-notification-container"><span dir="auto">${message.text}</span></div></div>`,
    );
  }
  const isFirst = !continues(message, before);
  const side = own ? 'out' : 'in';
  const tail = isFirst
    ? html`<span aria-hidden="true" data-icon="tail-${side}" data-testid="tail-${side}"><svg><title>tail-${side}</title></svg></span>`
    : null;
  const author =
    isFirst && !own
      ? html`<div class="x78zum5" role=""><span dir="auto" data-testid="author">${from}</span></div>`
      : null;
  return placedRow(
    id,
    html`<div class="x78zum5 xdt5ytf" data-virtualized="false"><div><div class="x78zum5 xdt5ytf ${own ? 'xuk3077' : 'x1cy8zhl'}"><span></span><div data-testid="msg-container">${tail}<div><span aria-label="${own ? '您' : from}："></span><div>${author}${said(message)}${meta(message)}</div></div></div></div></div></div>`,
  );
}

function clockOf({ time }: Shown): string {
  return new Date(time).toTimeString().slice(0, 5);
}

function meta(message: Shown): Markup {
  const edited = message.isEdited ? html`<span dir="auto">已编辑</span>` : null;
  const ticks =
    message.own && !message.isRecalled
      ? html`<div><span aria-label=" 已读 "><svg aria-hidden="true"><title>wds-ic-read</title></svg></span></div>`
      : null;
  return html`<div role="presentation"><div data-testid="msg-meta">${edited}<span dir="auto">${clockOf(message)}</span>${ticks}</div></div>`;
}

function said(message: Shown): Markup {
  if (message.isRecalled) {
    return html`<div><span aria-hidden="true" data-icon="recalled" data-testid="recalled"><svg><title>recalled</title></svg></span><div dir="auto">此消息已被删除</div></div>`;
  }
  if (message.kind === 'image') {
    return html`<div role="button" data-testid="image-thumb"><img alt=""></div>`;
  }
  if (message.file) {
    const { name, size } = message.file;
    return html`<div role="button" data-testid="document-thumb"><div><span dir="auto">${name}</span></div><div><span title="${(size / 1024).toFixed(1)} kB">${(size / 1024).toFixed(1)} kB</span></div></div>`;
  }
  const quoted = message.quote
    ? html`<div role="button" aria-label="被引用的消息" data-testid="quoted-message"><span dir="auto" data-testid="author">${message.quote.from}</span><span dir="auto" class="quoted-mention">${message.quote.text}</span></div>`
    : null;
  const day = new Date(message.time);
  const date = `${day.getFullYear()}/${day.getMonth() + 1}/${day.getDate()}`;
  const words = message.link
    ? html`<a href="${message.link.url}" class="selectable-text copyable-text">${message.link.url}</a>`
    : html`${message.text}`;
  return html`${quoted}<div class="copyable-text" data-pre-plain-text="[${clockOf(message)}, ${date}] ${message.from}: "><div><span dir="ltr" class="selectable-text copyable-text" data-testid="selectable-text"><span>${words}</span></span></div></div>`;
}

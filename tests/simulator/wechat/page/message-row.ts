import type { Contact } from './contacts.ts';
import { element, withHtml } from './element.ts';
import { type FeedMessage, MESSAGE_TYPE } from './feed-message.ts';
import { blockOf, sticker } from './message-blocks.ts';
import { isLocalId } from './session.ts';

/** What a row asks of the application. */
export type RowSource = {
  /** The object that the row shows: the page's own, unless a test made that one lie. */
  shown(message: FeedMessage): FeedMessage;
  sender(message: FeedMessage): Contact | undefined;
};

/** A mounted row. It is bound to one message for its whole life. */
export type MessageRow = {
  element: HTMLElement;
  message: FeedMessage;
  /** Brings the row up to date with its message, in place: one digest. */
  update(): void;
};

/** A row of the transcript. */
export function createRow(message: FeedMessage, source: RowSource): MessageRow {
  const inside = createInside(message, source);
  const directive = element('div.clearfix', { 'message-directive': '' }, [inside.element]);
  const row = element('div.ng-scope', { 'ng-repeat': 'message in chatContent' }, [directive]);
  return { element: row, message, update: inside.update };
}

/** A copy for measuring: the same content without the transcript's marks. */
export function createCopy(message: FeedMessage, source: RowSource): HTMLElement {
  const inside = createInside(message, source);
  return element('div.ng-scope', { 'message-directive': '' }, [inside.element]);
}

/** The id object in `data-cm`; the line break is the page's own. */
export function dataCmOf(message: FeedMessage): string {
  return (
    `{"type":"message","actualSender":"${message.MMActualSender}",\n` +
    ` "msgType":"${message.MsgType}","subType":${message.SubMsgType},"msgId":"${message.MsgId}"}`
  );
}

function createInside(message: FeedMessage, source: RowSource) {
  const holder = element('div', { 'ng-switch': '', on: 'message.MsgType' });
  let type = -1;
  let html = '';
  let name = '';
  const update = (): void => {
    const shown = source.shown(message);
    const sender = source.sender(shown);
    const rebuilt = shown.MsgType !== type;
    if (rebuilt) {
      type = shown.MsgType;
      const isSystem = type === MESSAGE_TYPE.system;
      holder.replaceChildren(isSystem ? systemLine(shown) : posting(shown, sender));
    } else if (shown.MMActualContent !== html) {
      updateText(holder, shown.MMActualContent);
    }
    html = shown.MMActualContent;
    updateBar(holder, shown);
    updateId(holder, shown);
    const nameNow = sender?.getDisplayName() ?? '';
    if (rebuilt || nameNow !== name) updateSender(holder, nameNow);
    name = nameNow;
  };
  update();
  return { element: holder, update };
}

function systemLine(message: FeedMessage): HTMLElement {
  return element('p.message_system.ng-scope', {}, [
    withHtml(element('span.content'), message.MMActualContent),
  ]);
}

function posting(message: FeedMessage, sender: Contact | undefined): HTMLElement {
  const side = message.MMIsSend ? 'me' : 'you';
  const content = element('div.content');
  if (message.MMIsChatRoom && !message.MMIsSend) content.append(element('h4.nickname.ng-scope'));
  content.append(
    message.MsgType === MESSAGE_TYPE.sticker
      ? sticker(message, dataCmOf(message))
      : bubble(message),
  );
  return element(`div.message.ng-scope.${side}`, {}, [avatar(message, sender), content]);
}

function avatar(message: FeedMessage, sender: Contact | undefined): HTMLElement {
  const id = message.MMActualSender;
  const address = `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=${sender?.HeadImgSeq ?? 0}&username=${id}`;
  const friend = message.MMIsChatRoom ? 'false' : 'true';
  return element('img.avatar', {
    'data-cm': `{"type":"avatar","username":"${id}","isFriend":"${friend}"}`,
    'mm-src': address,
    src: address,
    title: '',
  });
}

function bubble(message: FeedMessage): HTMLElement {
  const block = blockOf(message);
  const look = message.MMIsSend ? 'bubble_primary.right' : 'bubble_default.left';
  const extra = block.bubble ? `.${block.bubble}` : '';
  const inner = block.primary ? 'div.bubble_cont.primary' : 'div.bubble_cont';
  return element(
    `div.bubble.js_message_bubble.ng-scope.${look}${extra}`,
    { 'data-cm': dataCmOf(message) },
    [element(`${inner}.ng-scope`, {}, [block.content])],
  );
}

/** A time bar, or "以下是新消息" in its place. In a posting it stands inside `.message`. */
function updateBar(holder: HTMLElement, message: FeedMessage): void {
  const words = message.MMUnread ? '以下是新消息' : message.MMTime;
  const place = holder.querySelector(':scope > .message') ?? holder;
  const bar = place.querySelector(':scope > div.message_system');
  const isSystem = message.MsgType === MESSAGE_TYPE.system;
  const wanted = words !== '' && (!isSystem || message.MMUnread);
  if (bar && bar.textContent === words && wanted) return;
  bar?.remove();
  if (!wanted) return;
  const shape = message.MMUnread ? 'div.content.unread-content' : 'div.content';
  place.prepend(element('div.message_system.ng-scope', {}, [element(shape, {}, [words])]));
}

function updateText(holder: HTMLElement, html: string): void {
  const text = holder.querySelector<HTMLElement>('pre.js_message_plain');
  if (text) withHtml(text, html);
}

/** A sent message gets its server id in place. */
function updateId(holder: HTMLElement, message: FeedMessage): void {
  const marked = holder.querySelector('.js_message_bubble, .emoticon');
  const dataCm = dataCmOf(message);
  if (marked && marked.getAttribute('data-cm') !== dataCm) marked.setAttribute('data-cm', dataCm);
  const sending = holder.querySelector<HTMLElement>('img.ico_loading');
  if (sending) sending.hidden = !isLocalId(message.MsgId);
}

function updateSender(holder: HTMLElement, name: string): void {
  const plain = withHtml(element('span'), name).textContent ?? '';
  holder.querySelector('img.avatar')?.setAttribute('title', plain);
  const label = holder.querySelector<HTMLElement>('h4.nickname');
  if (label) withHtml(label, name);
}

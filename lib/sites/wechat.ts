import { closestTo } from './closest';
import { displayedText } from './displayed-text';
import { openFeed } from './feed';
import type { OpenChat, ReadMessage, RowParts, Site } from './site';
import { readContent } from './wechat-content';
import { fromFeed } from './wechat-feed-message';
import { WECHAT_MATCHES } from './wechat-hosts';
import { isGroupId, isLocalId } from './wechat-ids';

/** Selectors of the web WeChat page; templates unchanged 2017-05 to 2022-03, still in use 2026-04. */
const CHAT_AREA = '#chatArea';
const TITLE = '#chatArea .box_hd .title_name';
/** jquery.scrollbar wraps `.chat_bd` into another one; the inner one scrolls. */
const SCROLLER = '#chatArea .chat_bd:not(.scroll-wrapper)';
const ROW = '[ng-repeat="message in chatContent"]';
/** Rows are measured here first, also those of chats that are not open. */
const MEASURING = '#prerender';
const OWN_NAME = '.panel .header .nickname .display_name';
const RECALL = /撤回了一[条則则]消息|recalled a message/i;

export const wechat: Site = {
  id: 'wechat',
  matches: WECHAT_MATCHES,
  rememberedHeights: true,
  // The app's own root comes and goes with the login, so the body is watched.
  stage: (document) => document.body,
  watchedAttributes: ['id', 'ng-repeat', 'data-cm', 'data-username'],
  openChat,
  scroller: (document) => document.querySelector<HTMLElement>(SCROLLER),
  rows: (document) => {
    const area = document.querySelector(CHAT_AREA);
    if (!area) return [];
    return [...area.querySelectorAll<HTMLElement>(ROW)].filter((row) => !row.closest(MEASURING));
  },
  rowOf,
  read,
  picture: (row) => row.querySelector<HTMLImageElement>('.picture > img.msg-img'),
  isRecalled: (row) => !row.querySelector('.message') && RECALL.test(row.textContent ?? ''),
  parts,
  ownNames: (document) => {
    const name = document.querySelector(OWN_NAME);
    const text = name ? displayedText(name) : '';
    return text ? [text] : [];
  },
  openFeed: (listener, signal) => openFeed(fromFeed, listener, signal),
};

function openChat(document: Document): OpenChat | null {
  const title = document.querySelector(TITLE);
  const area = document.querySelector(CHAT_AREA);
  const sessionId = title?.getAttribute('data-username') ?? '';
  if (!title || !area || area.classList.contains('no-choose') || sessionId === '') return null;
  const name = displayedText(title);
  return { sessionId, name, isGroup: isGroupId(sessionId) || area.classList.contains('chatRoom') };
}

function rowOf(node: Node): HTMLElement | null {
  const row = closestTo(node, ROW);
  return row?.closest(CHAT_AREA) && !row.closest(MEASURING) ? row : null;
}

function read(row: HTMLElement): ReadMessage | null {
  const message = row.querySelector('.message');
  if (!message) {
    if (row.querySelector('.message_system')) return null;
    throw new Error('no message');
  }
  const bubble = bubbleOf(message);
  const own = message.classList.contains('me');
  return {
    id: serverId(bubble, own),
    own,
    sender: senderOf(message),
    clock: clockOf(message),
    ...readContent(bubble),
  };
}

/** The element that carries the message's id: a bubble, or a sticker outside of any bubble. */
function bubbleOf(message: Element): Element {
  const bubble = message.querySelector('.bubble[data-cm], .emoticon[data-cm]');
  if (!bubble) throw new Error('no id');
  return bubble;
}

/** `data-cm` is JSON, at times with a line break inside; other elements carry one of another type. */
function serverId(bubble: Element, own: boolean): string | null {
  const about: unknown = JSON.parse(bubble.getAttribute('data-cm') ?? '');
  const { type, msgId } = (about ?? {}) as { type?: unknown; msgId?: unknown };
  if (type !== 'message' || typeof msgId !== 'string' || !/^\d{1,24}$/.test(msgId)) {
    throw new Error('unknown id');
  }
  return own && isLocalId(msgId) ? null : msgId;
}

function senderOf(message: Element): string {
  const nickname = message.querySelector(':scope > .content > .nickname');
  const name = nickname ? displayedText(nickname) : '';
  return name || (message.querySelector(':scope > .avatar')?.getAttribute('title') ?? '').trim();
}

function clockOf(message: Element): string | null {
  const bar = message.querySelector(':scope > .message_system')?.textContent?.trim() ?? '';
  return /^\d{1,2}:\d{2}$/.test(bar) ? bar : null;
}

/** Time bars and "以下是新消息" lie beside avatar and content, and stay visible. */
function parts(row: HTMLElement): RowParts | null {
  const host = row.querySelector<HTMLElement>('.message');
  const aside = host?.querySelector<HTMLElement>(':scope > .content');
  if (!host || !aside) return null;
  return {
    host,
    aside,
    hide: [...host.querySelectorAll<HTMLElement>(':scope > .avatar, :scope > .content')],
  };
}

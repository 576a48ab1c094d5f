import type { ToldMessage } from '../sites/wechat-feed-message';

/** A message object of the page, as far as it is used; any field may be missing or of another type. */
export type PageMessage = {
  MsgId?: unknown;
  MsgType?: unknown;
  AppMsgType?: unknown;
  SubMsgType?: unknown;
  MMPeerUserName?: unknown;
  MMActualSender?: unknown;
  MMActualContent?: unknown;
  MMIsSend?: unknown;
  CreateTime?: unknown;
  FileName?: unknown;
  FileSize?: unknown;
  Url?: unknown;
  _noSupportMsg?: unknown;
  _h?: unknown;
};

type Contact = { getDisplayName?: () => unknown; NickName?: unknown; RemarkName?: unknown };

type RootScope = { $on(event: string, handler: () => void): () => void };

/** What the page leaves in its global scope. */
type Globals = {
  _chatContent?: Record<string, PageMessage[]>;
  _contacts?: Record<string, Contact>;
  _strangerContacts?: Record<string, Contact>;
  _chatRoomMemberDisplayNames?: Record<string, Record<string, unknown> | undefined>;
  angular?: {
    element(node: Node): { injector(): { get(name: '$rootScope'): RootScope } | undefined };
  };
};

export type WechatWindow = Omit<Window & typeof globalThis, keyof Globals> & Globals;

/** System lines: joins, recalls, "以下是新消息". A recalled message becomes one, in the same object. */
export const SYSTEM_TYPE = 10000;

/** Plain copies of the fields that the judge needs. Reads only. */
export function tell(page: WechatWindow, chat: string, message: PageMessage): ToldMessage {
  return {
    id: string(message.MsgId),
    chat,
    chatName: nameOf(page, chat),
    sender: senderName(page, chat, string(message.MMActualSender)),
    own: Boolean(message.MMIsSend),
    seconds: Number(message.CreateTime) || 0,
    type: Number(message.MsgType) || 0,
    appType: Number(message.AppMsgType) || 0,
    subType: Number(message.SubMsgType) || 0,
    html: string(message.MMActualContent),
    fileName: string(message.FileName),
    fileSize: string(message.FileSize),
    url: string(message.Url),
    unsupported: Boolean(message._noSupportMsg),
  };
}

/** Calls back on every message that arrives in any chat, before the page measures it. Returns the function that ends it, or null while the app is not up. */
export function onArrival(page: WechatWindow, callback: () => void): (() => void) | null {
  try {
    const body = page.document.body;
    const scope = page.angular?.element(body).injector()?.get('$rootScope');
    return scope ? scope.$on('message:add:success', callback) : null;
  } catch {
    return null;
  }
}

function senderName(page: WechatWindow, chat: string, sender: string): string {
  const inRoom = page._chatRoomMemberDisplayNames?.[chat]?.[sender];
  return nameOf(page, sender) || string(inRoom);
}

function nameOf(page: WechatWindow, username: string): string {
  const contact = page._contacts?.[username] ?? page._strangerContacts?.[username];
  if (!contact) return '';
  try {
    const shown = contact.getDisplayName?.();
    if (shown) return string(shown);
  } catch {
    // A contact that is still being loaded may throw; its plain names do.
  }
  return string(contact.RemarkName) || string(contact.NickName);
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

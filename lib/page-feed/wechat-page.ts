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
  Content?: unknown;
  MMIsSend?: unknown;
  CreateTime?: unknown;
  FileName?: unknown;
  FileSize?: unknown;
  Url?: unknown;
  MMAppMsgDesc?: unknown;
  _noSupportMsg?: unknown;
  _h?: unknown;
};

type Contact = {
  UserName?: unknown;
  getDisplayName?: (room?: string) => unknown;
  isSelf?: () => unknown;
  NickName?: unknown;
  RemarkName?: unknown;
  DisplayName?: unknown;
  MemberList?: unknown;
};

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
    sender: memberName(page, chat, string(message.MMActualSender)),
    me: ownNameIn(page, chat),
    own: Boolean(message.MMIsSend),
    seconds: Number(message.CreateTime) || 0,
    type: Number(message.MsgType) || 0,
    appType: Number(message.AppMsgType) || 0,
    subType: Number(message.SubMsgType) || 0,
    html: string(message.MMActualContent),
    picture: pictureOf(message),
    fileName: string(message.FileName),
    fileSize: string(message.FileSize),
    url: string(message.Url),
    description: string(message.MMAppMsgDesc),
    unsupported: Boolean(message._noSupportMsg),
  };
}

/** Type of a picture. */
const PICTURE_TYPE = 3;

/** The MD5 of a picture's bytes, which the server sends along in XML of its own; "" where there is none. */
function pictureOf({ MsgType, Content }: PageMessage): string {
  const isPicture = Number(MsgType) === PICTURE_TYPE;
  return (isPicture && /\smd5="([0-9a-f]{32})"/.exec(string(Content))?.[1]) || '';
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

/** The name that the page shows: the user's own remark, the member's name in the room, the person's name. */
function memberName(page: WechatWindow, chat: string, username: string): string {
  const remark = string(page._contacts?.[username]?.RemarkName);
  const inRoom = page._chatRoomMemberDisplayNames?.[chat]?.[username];
  return (
    remark || string(inRoom) || nameOf(page, username, chat) || listedName(page, chat, username)
  );
}

/** Members that are not contacts stand in the room's own list only. */
function listedName(page: WechatWindow, chat: string, username: string): string {
  const members = page._contacts?.[chat]?.MemberList;
  if (!Array.isArray(members)) return '';
  const member = members.find((one: Contact) => one?.UserName === username) as Contact | undefined;
  return string(member?.DisplayName) || string(member?.NickName);
}

/** The signed-in user's name in this room, "" where it has none of its own. */
function ownNameIn(page: WechatWindow, chat: string): string {
  const members = page._chatRoomMemberDisplayNames?.[chat] ?? {};
  const self = Object.keys(members).find((username) => isSelf(page._contacts?.[username]));
  return self === undefined ? '' : string(members[self]);
}

function isSelf(contact: Contact | undefined): boolean {
  try {
    return contact?.isSelf?.() === true;
  } catch {
    return false;
  }
}

/** Display name of a chat or person as HTML; "" while it is not loaded. Members may bear another name in a room. */
export function nameOf(page: WechatWindow, username: string, room?: string): string {
  const contact = page._contacts?.[username] ?? page._strangerContacts?.[username];
  if (!contact) return '';
  try {
    const shown = contact.getDisplayName?.(room);
    if (shown) return string(shown);
  } catch {
    // A contact that is still being loaded may throw; its plain names do.
  }
  return string(contact.RemarkName) || string(contact.NickName);
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

import { bare, type Content, fileContent, standIn, textContent } from './content';
import { textOfHtml } from './displayed-text';
import type { FeedMessage } from './site';
import { cardContent } from './wechat-content';
import { isGroupId, isLocalId } from './wechat-ids';

/** What the page-world script copies out of one message object of the page; nothing in it is trusted. */
export type ToldMessage = {
  id: string;
  chat: string;
  chatName: string;
  sender: string;
  /** The signed-in user's name in this chat; "" when it is the usual one. */
  me: string;
  own: boolean;
  /** Unix seconds. */
  seconds: number;
  type: number;
  appType: number;
  subType: number;
  html: string;
  /** MD5 of a picture's bytes; "" where it is not known. */
  picture: string;
  fileName: string;
  fileSize: string;
  url: string;
  description: string;
  unsupported: boolean;
};

/** Article, music, video and other cards all render as one card. */
const CARD_APP_TYPES = new Set([3, 4, 5, 7, 10, 13, 15, 16]);
const FILE_APP_TYPE = 6;
const TEXT_APP_TYPE = 1;
/** A position is sent as a text of this sub-type. */
const LOCATION_SUB_TYPE = 48;

/** Message types of the page (unchanged 2019-06 to 2022-03). */
const KINDS: Record<number, (told: ToldMessage) => Content> = {
  3: ({ picture }) => ({ ...bare('image'), ...(picture && { image: { key: `md5 ${picture}` } }) }),
  34: () => bare('voice'),
  42: () => standIn('[名片]'),
  43: () => bare('video'),
  47: () => standIn('[动画表情]'),
  48: () => bare('location'),
  62: () => bare('video'),
};

/** One told message as the judge knows it; null when it is malformed, a system line, or still being sent. */
export function fromFeed(value: unknown, parseHtml: (html: string) => Element): FeedMessage | null {
  if (!isTold(value)) return null;
  if (!/^\d{1,24}$/.test(value.id) || (value.own && isLocalId(value.id))) return null;
  if (!(value.seconds > 1e9 && value.seconds < 4e9)) return null;
  const name = textOfHtml(value.chatName, parseHtml);
  if (name === '' || value.chat === '') return null;
  const content = contentOf(value, parseHtml);
  if (!content) return null;
  return {
    id: value.id,
    own: value.own,
    sender: textOfHtml(value.sender, parseHtml),
    ownName: textOfHtml(value.me, parseHtml),
    clock: null,
    time: Math.round(value.seconds * 1000),
    chat: { sessionId: value.chat, name, isGroup: isGroupId(value.chat) },
    ...content,
  };
}

function contentOf(told: ToldMessage, parseHtml: (html: string) => Element): Content | null {
  const text = () => textContent(textOfHtml(told.html, parseHtml));
  if (told.type === 1 && told.subType === LOCATION_SUB_TYPE) return bare('location');
  if (told.type === 1 || told.unsupported) return text();
  if (told.type === 49) {
    if (told.appType === FILE_APP_TYPE) {
      const known = /^\d{1,15}$/.test(told.fileSize);
      return fileContent(told.fileName, known ? Number(told.fileSize) : 0, known);
    }
    if (CARD_APP_TYPES.has(told.appType)) {
      const description = textOfHtml(told.description, parseHtml);
      return cardContent(textOfHtml(told.fileName, parseHtml), told.url, description);
    }
    return told.appType === TEXT_APP_TYPE ? text() : standIn('[应用消息]');
  }
  return KINDS[told.type]?.(told) ?? null;
}

const SHAPE: Record<keyof ToldMessage, 'string' | 'number' | 'boolean'> = {
  id: 'string',
  chat: 'string',
  chatName: 'string',
  sender: 'string',
  me: 'string',
  own: 'boolean',
  seconds: 'number',
  type: 'number',
  appType: 'number',
  subType: 'number',
  html: 'string',
  picture: 'string',
  fileName: 'string',
  fileSize: 'string',
  url: 'string',
  description: 'string',
  unsupported: 'boolean',
};

function isTold(value: unknown): value is ToldMessage {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return Object.entries(SHAPE).every(([name, type]) => typeof fields[name] === type);
}

import type { SimulatedMessage } from '../types.ts';
import type { Contact, Contacts } from './contacts.ts';
import { escapeHtml } from './element.ts';
import { withEmoji } from './emoji.ts';
import { serverId } from './session.ts';
import { digestOf, quotedText, textHtml } from './text-markup.ts';

/** A message as the page's own world keeps it. Field names are the page's. */
export type FeedMessage = {
  MsgId: string;
  MsgType: number;
  AppMsgType: number;
  SubMsgType: number;
  FromUserName: string;
  ToUserName: string;
  /** The chat. */
  MMPeerUserName: string;
  MMActualSender: string;
  MMIsSend: boolean;
  MMIsChatRoom: boolean;
  /** Unix seconds. */
  CreateTime: number;
  /** As it came from the server, in groups with "@sender:<br/>" before it. */
  Content: string;
  /** HTML as shown. */
  MMActualContent: string;
  MMDigest: string;
  FileName: string;
  /** Bytes, as a decimal string. */
  FileSize: string;
  Url: string;
  MMAppMsgDesc: string;
  MMAppMsgFileExt: string;
  /** As shown: "2.7MB". */
  MMAppMsgFileSize: string;
  MMRecall?: boolean;
  _noSupportMsg?: boolean;
  MMLocationDesc: string;
  /** Milliseconds. */
  VoiceLength: number;
  /** "H:mm" when a time bar stands before the message, else "". */
  MMTime: string;
  MMUnread: boolean;
  _index: number;
  /** Remembered height, whole pixels; 0: to be measured. */
  _h: number;
  _offsetTop: number;
};

export const MESSAGE_TYPE = {
  text: 1,
  image: 3,
  voice: 34,
  card: 42,
  video: 43,
  sticker: 47,
  location: 48,
  app: 49,
  redPacket: 2001,
  system: 10000,
} as const;

const UNSUPPORTED = '[收到一条网页版微信暂不支持的消息类型，请在手机上查看]';

type Body = Partial<FeedMessage> & { digest: string };

/** Makes the page's object of a message. */
export function feedMessage(
  message: SimulatedMessage,
  peer: Contact,
  contacts: Contacts,
): FeedMessage {
  const sender = message.own
    ? contacts.self
    : message.from === undefined
      ? peer
      : contacts.person(message.from);
  const { digest, ...body } = bodyOf(message);
  const isGroup = peer.isRoomContact();
  const isSystem = body.MsgType === MESSAGE_TYPE.system;
  const fromOther = isGroup && !message.own && !isSystem;
  const name = fromOther ? sender.getDisplayName() : '';
  return {
    ...EMPTY,
    ...body,
    MsgId: message.id ?? serverId(),
    FromUserName: message.own ? contacts.self.UserName : peer.UserName,
    ToUserName: message.own ? peer.UserName : contacts.self.UserName,
    MMPeerUserName: peer.UserName,
    MMActualSender: sender.UserName,
    MMIsSend: message.own === true,
    MMIsChatRoom: isGroup,
    CreateTime: Math.floor((message.time ?? Date.now()) / 1000),
    Content: (fromOther ? `${sender.UserName}:<br/>` : '') + (body.Content ?? ''),
    // A name that is not known yet stays out of the list's line for good.
    MMDigest: name === '' ? digest : `${name}:${digest}`,
  };
}

const EMPTY = {
  MsgType: 1,
  AppMsgType: 0,
  SubMsgType: 0,
  Content: '',
  MMActualContent: '',
  FileName: '',
  FileSize: '',
  Url: '',
  MMAppMsgDesc: '',
  MMAppMsgFileExt: '',
  MMAppMsgFileSize: '',
  MMLocationDesc: '',
  VoiceLength: 0,
  MMTime: '',
  MMUnread: false,
  _index: 0,
  _h: 0,
  _offsetTop: 0,
} satisfies Partial<FeedMessage>;

function bodyOf(message: SimulatedMessage): Body {
  const text = message.text ?? '';
  switch (message.kind ?? 'text') {
    case 'text':
      return textBody(message.quote ? quotedText(message.quote, text) : text);
    case 'image':
      return imageBody(message);
    case 'voice':
      return {
        MsgType: MESSAGE_TYPE.voice,
        VoiceLength: (message.seconds ?? 5) * 1000,
        digest: '[语音]',
      };
    case 'video':
      return { MsgType: MESSAGE_TYPE.video, digest: '[视频]' };
    case 'location':
      return {
        MsgType: MESSAGE_TYPE.text,
        SubMsgType: MESSAGE_TYPE.location,
        MMLocationDesc: text,
        Url: `http://apis.map.qq.com/uri/v1/geocoder?coord=30.${text.length},103.5`,
        digest: '[位置]',
      };
    case 'file':
      return fileBody(message);
    case 'link':
      return linkBody(message);
    case 'card':
      return { MsgType: MESSAGE_TYPE.card, FileName: text, digest: '[名片]' };
    case 'red-packet':
      return {
        MsgType: MESSAGE_TYPE.app,
        AppMsgType: MESSAGE_TYPE.redPacket,
        digest: '[微信红包]',
      };
    case 'sticker':
      return { MsgType: MESSAGE_TYPE.sticker, digest: '[动画表情]' };
    case 'system':
      return {
        MsgType: MESSAGE_TYPE.system,
        Content: text,
        MMActualContent: escapeHtml(text),
        digest: escapeHtml(text),
      };
    case 'unsupported':
      return { ...textBody(UNSUPPORTED), _noSupportMsg: true };
  }
}

function textBody(text: string): Body {
  return {
    MsgType: MESSAGE_TYPE.text,
    Content: text.split('\n').map(escapeHtml).join('<br/>'),
    MMActualContent: textHtml(text),
    digest: withEmoji(digestOf(text)),
  };
}

function imageBody({ pictureFile }: SimulatedMessage): Body {
  const about = pictureFile ? `length="${pictureFile.length}" md5="${pictureFile.md5}" ` : '';
  return {
    MsgType: MESSAGE_TYPE.image,
    Content: `&lt;?xml version="1.0"?&gt;<br/>&lt;msg&gt;<br/>\t&lt;img ${about}/&gt;<br/>&lt;/msg&gt;<br/>`,
    digest: '[图片]',
  };
}

function fileBody({ file = { name: '附件.docx', size: 10_240 } }: SimulatedMessage): Body {
  return {
    MsgType: MESSAGE_TYPE.app,
    AppMsgType: 6,
    FileName: file.name,
    FileSize: String(file.size),
    MMAppMsgFileExt: (file.name.split('.').pop() ?? '').toLowerCase(),
    MMAppMsgFileSize: shownSize(file.size),
    Content: `&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;${escapeHtml(file.name)}&lt;/title&gt;`,
    digest: '[文件]',
  };
}

function linkBody({ link = { url: '', title: '' } }: SimulatedMessage): Body {
  return {
    MsgType: MESSAGE_TYPE.app,
    AppMsgType: 5,
    FileName: link.title,
    Url: link.url,
    MMAppMsgDesc: link.description ?? '',
    Content: `&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;${escapeHtml(link.title)}&lt;/title&gt;`,
    digest: `[链接]${escapeHtml(link.title)}`,
  };
}

/** Base 1024 and one decimal, whole bytes below that. */
function shownSize(bytes: number): string {
  if (bytes < 1024) return `${bytes}B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(1)}KB` : `${(kilo / 1024).toFixed(1)}MB`;
}

import { element, escapeHtml, withHtml } from './element.ts';
import { type FeedMessage, MESSAGE_TYPE } from './feed-message.ts';
import { isLocalId } from './session.ts';
import { checkedHref } from './text-markup.ts';

const IMAGES = '/zh_CN/htmledition/v2/images';

/** What lies inside a bubble, and the classes that the kind adds to the bubble and its content. */
export type Block = { content: HTMLElement; bubble?: string; primary?: boolean };

/** The block of one message; stickers have none, they stand outside the bubble. */
export function blockOf(message: FeedMessage): Block {
  switch (message.MsgType) {
    case MESSAGE_TYPE.image:
      return { content: picture(message), bubble: 'no_arrow' };
    case MESSAGE_TYPE.voice:
      return { content: voice(message) };
    case MESSAGE_TYPE.video:
      return { content: video(message), bubble: 'no_arrow' };
    case MESSAGE_TYPE.card:
      return { content: nameCard(message), bubble: 'arrow_primary', primary: true };
    case MESSAGE_TYPE.app:
      return appBlock(message);
    default:
      if (message.SubMsgType === MESSAGE_TYPE.location) return { content: location(message) };
      return { content: plain(message) };
  }
}

/** Address of a message's picture. */
export function pictureAddress(message: FeedMessage): string {
  return `/cgi-bin/mmwebwx-bin/webwxgetmsgimg?&MsgID=${message.MsgId}&skey=%40crypt_simulated&type=slave`;
}

/** The sticker block. */
export function sticker(message: FeedMessage, dataCm: string): HTMLElement {
  return element('div.emoticon', { 'data-cm': dataCm }, [
    element('img.custom_emoji.msg-img', { src: pictureAddress(message) }),
  ]);
}

function appBlock(message: FeedMessage): Block {
  if (message.AppMsgType === MESSAGE_TYPE.redPacket) {
    return { content: element('div.luckmoney', {}, [element('p', {}, ['恭喜发财，大吉大利'])]) };
  }
  if (message.AppMsgType === 6) return { content: attachment(message) };
  return { content: article(message), bubble: 'arrow_primary', primary: true };
}

function plain(message: FeedMessage): HTMLElement {
  const text = withHtml(element('pre.js_message_plain'), message.MMActualContent);
  const sending = element('img.ico_loading', { src: `${IMAGES}/loading.gif` });
  sending.hidden = !isLocalId(message.MsgId);
  return element('div.plain', {}, message.MMIsSend ? [sending, text] : [text]);
}

function picture(message: FeedMessage): HTMLElement {
  return element('div.picture', {}, [element('img.msg-img', { src: pictureAddress(message) })]);
}

function voice(message: FeedMessage): HTMLElement {
  const seconds = Math.round(message.VoiceLength / 1000);
  const block = element('div.voice', {}, [
    element('i.web_wechat_voice_gray'),
    element('span.duration', {}, [`${seconds}"`]),
  ]);
  block.style.width = `${Math.min(60 + seconds * 6, 260)}px`;
  return block;
}

function video(message: FeedMessage): HTMLElement {
  return element('div.video', {}, [
    element('img.msg-img', { src: pictureAddress(message).replace('msgimg', 'video') }),
    element('i.web_wechat_paly'),
  ]);
}

function location(message: FeedMessage): HTMLElement {
  return element('div.location', {}, [
    element('a', { href: checkedHref(message.Url), target: '_blank' }, [
      element('img.img', { src: pictureAddress(message) }),
      element('p.desc', {}, [message.MMLocationDesc]),
    ]),
  ]);
}

function attachment(message: FeedMessage): HTMLElement {
  const known = ['pdf', 'docx', 'xlsx', 'pptx', 'zip'].includes(message.MMAppMsgFileExt);
  const icon = known ? message.MMAppMsgFileExt : 'unknown';
  const href = `/cgi-bin/mmwebwx-bin/webwxgetmedia?mediaid=${message.MsgId}`;
  return element('div.attach', {}, [
    element('div.attach_bd', {}, [
      element('div.cover', {}, [element(`i.icon-${icon}`)]),
      element('div.cont', {}, [
        element('p.title', {}, [message.FileName]),
        element('div.opr', {}, [
          element('span', {}, [message.MMAppMsgFileSize]),
          element('span.sep', {}, ['|']),
          element('a', { download: '', href }, ['下载']),
        ]),
      ]),
    ]),
  ]);
}

function article(message: FeedMessage): HTMLElement {
  const href = checkedHref(message.Url);
  return element('a.app', { href, target: '_blank' }, [
    withHtml(element('h4.title'), escapeHtml(message.FileName)),
    element('img.cover', { src: pictureAddress(message) }),
    element('p.desc', {}, [message.MMAppMsgDesc]),
  ]);
}

function nameCard(message: FeedMessage): HTMLElement {
  return element('div.card', {}, [
    element('div.card_hd', {}, [element('p', {}, ['个人名片'])]),
    element('div.card_bd', {}, [
      element('img.img', { src: pictureAddress(message) }),
      element('div.info', {}, [element('h3.display_name', {}, [message.FileName])]),
    ]),
  ]);
}

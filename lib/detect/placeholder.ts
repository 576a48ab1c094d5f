import type { Message } from './types.ts';

/** Sentences that a client shows in place of something it cannot show; every variant of width and bracket. */
const SENTENCE = new RegExp(
  [
    '收到一[条个].{0,12}暂?不支持的?消息类型?.{0,24}',
    '(?:该|此|当前|你收到的?|这条)?(?:消息)?类型.{0,4}(?:暂|尚)?不支持.{0,30}',
    '暂?不支持(?:的|该|此|查看|显示|展示).{0,24}',
    '当前.{0,6}版本(?:暂)?不支持.{0,30}',
    '该(?:消息)?(?:类型)?(?:网页版微信)?暂时?不(?:支持|能展示).{0,12}',
    '(?:收到|发送)了一个表情.{0,16}',
    '(?:你的?)?(?:微信)?版本过低.{0,30}',
    '(?:请)?(?:在|到)?(?:手机|微信|客户端)(?:上|端)?(?:查看|打开)',
    '(?:this|the)(?:typeof)?message(?:type)?(?:isnot|isnt|not)(?:yet)?supported.{0,60}',
    '(?:this)?typeofmessage(?:isnot|isnt)supported.{0,60}',
    'received?an?(?:unsupported|new)?message.{0,60}',
    'unsupportedmessage.{0,60}',
    '(?:图片|照片|视频|小视频|语音|语音通话|视频通话|文件|链接|位置|实时位置|地理位置|表情|动画表情|名片|小程序|聊天记录|红包|微信红包|转账|音乐|笔记|直播|视频号|接龙|群公告|image|photo|picture|video|voice|audio|file|link|location|sticker|emoji|animatedsticker|contactcard|miniprogram|chathistory)',
  ].join('|'),
);
const WHOLE = new RegExp(`^(?:${SENTENCE.source})$`);

/** No longer sentence of this kind is without one of these. */
const HINT = /支持|support|版本|查看/i;

/** Whether a text is a client's stand-in and says nothing of its own. */
export function isPlaceholderText(text: string): boolean {
  if (text.length > 160 || (text.length > 24 && !HINT.test(text))) return false;
  const plain = text.normalize('NFKC').toLowerCase();
  const bracketed = /^\s*[[【<(][^\]】>)]*[\]】>)]\s*$/.test(plain);
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  if (words === '') return false;
  const isMarker = /^(?:图片|照片|视频|语音|文件|链接|位置|表情|image|photo|video|voice)$/.test(
    words,
  );
  return (bracketed || isMarker || words.length > 8) && WHOLE.test(words);
}

/** A message that stands for something unseen: two of them are never copies of one another. */
export function isPlaceholder(message: Message): boolean {
  switch (message.kind) {
    case 'placeholder':
    case 'voice':
    case 'video':
    case 'location':
    case 'system':
      return true;
    case 'image':
      return !message.image?.key && !message.file;
    case 'link':
      return !message.link || isPlaceholderText(message.link.title);
    case 'file':
      return !message.file || message.file.name.trim() === '';
    case 'text':
      return isPlaceholderText(message.text);
  }
}

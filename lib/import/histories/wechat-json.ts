import type { HistoryBuilder } from './builder.ts';
import { field, listOf, numberIn, textIn } from './file-json.ts';
import { timeOf } from './told-time.ts';
import { weChatContent } from './wechat-kinds.ts';

/** Whether JSON is an export of chatlog: a list of messages that name their talker. */
export function isChatlog(json: unknown): boolean {
  const [first] = messagesOf(json);
  return field(first, 'talker') !== undefined && field(first, 'isSelf') !== undefined;
}

/** The list itself, or as its server answers it. */
function messagesOf(json: unknown): unknown[] {
  return Array.isArray(json) ? json : listOf(field(json, 'messages') ?? field(json, 'items'));
}

/** chatlog's JSON: messages of one chat or of many, with the names of both. */
export function readChatlog(json: unknown, builder: HistoryBuilder): void {
  for (const message of messagesOf(json)) {
    const id = textIn(message, 'talker');
    const isPrivate = field(message, 'isChatRoom') === false;
    const name = textIn(message, 'talkerName') || id || null;
    const place = builder.chat({ site: 'wechat', name, isPrivate }, id);
    const contents = field(message, 'contents');
    const content = weChatContent({
      type: numberIn(message, 'type'),
      part: numberIn(message, 'subType'),
      text: textIn(message, 'content'),
      title: textIn(contents, 'title'),
      url: textIn(contents, 'url'),
    });
    if (typeof content === 'string') builder.skip(content);
    else {
      const sender = textIn(message, 'senderName') || textIn(message, 'sender');
      const own = field(message, 'isSelf') === true;
      builder.add(place, { time: timeOf(textIn(message, 'time')), own, sender, ...content });
    }
  }
}

/** Whether JSON is an export of WeFlow. */
export function isWeFlow(json: unknown): boolean {
  return field(json, 'weflow') !== undefined && field(json, 'session') !== undefined;
}

/** WeFlow's JSON, in full or with a table of senders. */
export function readWeFlow(json: unknown, builder: HistoryBuilder): void {
  const session = field(json, 'session');
  const name = ['displayName', 'remark', 'nickname'].map((each) => textIn(session, each));
  const place = builder.chat({
    site: 'wechat',
    name: name.find((each) => each !== '') ?? null,
    isPrivate: textIn(session, 'type') === '私聊',
  });
  const senders = new Map(
    listOf(field(json, 'senders')).map((sender) => [
      numberIn(sender, 'senderID'),
      textIn(sender, 'groupNickname') || textIn(sender, 'displayName'),
    ]),
  );
  for (const message of listOf(field(json, 'messages'))) {
    const content = weChatContent(weFlowTold(message));
    if (typeof content === 'string') builder.skip(content);
    else {
      builder.add(place, {
        time: numberIn(message, 'createTime') * 1000,
        own: numberIn(message, 'isSend') === 1,
        sender:
          textIn(message, 'senderDisplayName') ||
          (senders.get(numberIn(message, 'senderID')) ?? textIn(message, 'senderUsername')),
        ...content,
      });
    }
  }
}

/** WeFlow says what a card is in words, and its number of a type has the part in the upper half. */
function weFlowTold(message: unknown) {
  const type = numberIn(message, 'localType');
  const word = textIn(message, 'type');
  const isRecall = /撤回/.test(word);
  const part = /文件/.test(word) ? 6 : /链接|卡片/.test(word) ? 5 : /引用/.test(word) ? 57 : 0;
  const [title, url] = [textIn(message, 'linkTitle'), textIn(message, 'linkUrl')];
  const text = textIn(message, 'content');
  const low = isRecall ? 10000 : type % 2 ** 32;
  return { type: low, part, text: isRecall ? '撤回了一条消息' : text, title, url };
}

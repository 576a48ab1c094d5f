import type { HistoryBuilder } from './builder.ts';
import { field, listOf, numberIn, textIn } from './file-json.ts';
import {
  attachmentContent,
  bareContent,
  fileContent,
  type ToldContent,
  textContent,
} from './told-kind.ts';
import { timeOf } from './told-time.ts';

/** Whether JSON is an export of Telegram Desktop: of one chat, or of the whole account. */
export function isTelegram(json: unknown): boolean {
  if (listOf(field(field(json, 'chats'), 'list')).length > 0) return true;
  const [first] = listOf(field(json, 'messages'));
  const isChat = typeof field(json, 'type') === 'string' && field(json, 'name') !== undefined;
  return isChat && (first === undefined || textIn(first, 'date') !== '');
}

/** Telegram Desktop's result.json. Own messages are known in the export of an account, which says whose it is. */
export function readTelegram(json: unknown, builder: HistoryBuilder): void {
  const user = numberIn(field(json, 'personal_information'), 'user_id');
  const owner = Number.isFinite(user) ? `user${user}` : null;
  const account = ['chats', 'left_chats'].flatMap((part) =>
    listOf(field(field(json, part), 'list')),
  );
  const chats = account.length > 0 ? account : [json];
  for (const chat of chats) readChat(chat, owner, builder);
}

const PRIVATE = new Set(['personal_chat', 'bot_chat', 'saved_messages']);

function readChat(chat: unknown, owner: string | null, builder: HistoryBuilder): void {
  const isPrivate = PRIVATE.has(textIn(chat, 'type'));
  const name = textIn(chat, 'name') || null;
  const place = builder.chat({ site: 'telegram', name, isPrivate }, textIn(chat, 'id'));
  for (const message of listOf(field(chat, 'messages'))) {
    if (textIn(message, 'type') !== 'message') builder.skip('system');
    else {
      const seconds = numberIn(message, 'date_unixtime');
      const time = Number.isFinite(seconds) ? seconds * 1000 : timeOf(textIn(message, 'date'));
      const own = owner === null ? null : textIn(message, 'from_id') === owner;
      builder.add(place, { time, own, sender: textIn(message, 'from'), ...contentOf(message) });
    }
  }
}

function contentOf(message: unknown): ToldContent {
  const text = wordsOf(field(message, 'text'));
  const media = textIn(message, 'media_type');
  if (media === 'voice_message') return bareContent('voice');
  if (media === 'sticker' || media === 'animation') return bareContent('placeholder');
  if (field(message, 'location_information') !== undefined) return bareContent('location');
  if (text === '' && field(message, 'photo') !== undefined) return bareContent('image');
  if (text === '' && media.startsWith('video')) return bareContent('video');
  if (media.startsWith('video') || field(message, 'photo') !== undefined) return textContent(text);
  const name = textIn(message, 'file_name') || nameIn(textIn(message, 'file'));
  const size = numberIn(message, 'file_size');
  if (name === '') return textContent(text);
  return media === ''
    ? fileContent(name, Number.isFinite(size) ? size : null, text)
    : attachmentContent(name, null, text);
}

/** "files/plan.docx"; "(File not included. …)" where it was left out. */
function nameIn(path: string): string {
  return path.startsWith('(') ? '' : (path.split('/').at(-1) ?? '');
}

/** A text, or a list of texts and of pieces with a type and a text. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text;
  return listOf(text)
    .map((part) => (typeof part === 'string' ? part : textIn(part, 'text')))
    .join('');
}

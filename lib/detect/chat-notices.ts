import { analyse } from './analysis.ts';
import { chatOfPlace, noteNumber, placeOf } from './called-versions.ts';
import { CHAT_NOTICES, PLACES_KEPT } from './limits.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import type { StoredVersion } from './stored-version.ts';
import type { Message } from './types.ts';
import { ownHeader, type Version } from './version.ts';

/** The living versions that were posted in a chat of late, newest first. */
export function postedIn({ store, chats }: NoticeIndex, chat: string): Version[] {
  return store.living([...(chats.get(chat) ?? [])].reverse());
}

/** Notes that a version is known in the chat of its copy, so that what is said of it there finds it. */
export function rememberPlace(index: NoticeIndex, version: StoredVersion, message: Message): void {
  const { places } = version;
  if (places.length >= PLACES_KEPT) return;
  const place = placeOf(chatKey(message), ownHeader(analyse(message, index.key)));
  if (places.includes(place) || place === placeOf(chatKey(version), version.header)) return;
  index.store.addPlace(version.ordinal, place);
  notePlace(index, version.ordinal, place);
}

function notePlace(index: NoticeIndex, ordinal: number, place: string): void {
  const chat = chatOfPlace(place);
  if (!index.chats.get(chat)?.includes(ordinal)) noteChat(index, ordinal, chat);
  noteNumber(index, ordinal, place);
}

/** Appends to a chat's list; when it is too long the oldest half is dropped, so the cost stays even. */
export function noteChat({ chats }: NoticeIndex, ordinal: number, chat: string): void {
  const list = chats.get(chat);
  if (!list) chats.set(chat, [ordinal]);
  else if (list.length >= CHAT_NOTICES * 2)
    chats.set(chat, [...list.slice(-CHAT_NOTICES), ordinal]);
  else list.push(ordinal);
}

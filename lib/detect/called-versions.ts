import { canonicalFileName, canonicalUrl, isCommonFileName } from './attachment.ts';
import { hash32 } from './hash.ts';
import { POSTINGS_READ } from './limits.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import type { StoredVersion } from './stored-version.ts';
import type { Message } from './types.ts';
import type { Version } from './version.ts';

type Place = Pick<Message, 'site' | 'chat'>;

/** The living versions with a file of a name, newest first. A name that many files bear counts within its chat only. */
export function filesNamed(index: NoticeIndex, name: string, place: Place): Version[] {
  const wanted = fileCall(name, place);
  return called(
    index,
    wanted,
    (one) => one.file !== undefined && fileCall(one.file.name, one) === wanted,
  );
}

/** The living versions with a link to an address, newest first. */
export function linksTo(index: NoticeIndex, url: string): Version[] {
  const wanted = linkCall(url);
  return called(index, wanted, ({ link }) => link !== undefined && linkCall(link.url) === wanted);
}

/** The living versions that were posted in a chat under a numbered head, newest first. */
export function numbered(index: NoticeIndex, chat: string, header: string): Version[] {
  const wanted = placeOf(chat, header);
  return called(
    index,
    wanted,
    (one) => placeOf(chatKey(one), one.header) === wanted || one.places.includes(wanted),
  );
}

/** Makes a version known by its file, its link and its number. */
export function noteCalls({ called }: NoticeIndex, version: StoredVersion): void {
  const { file, link, header, ordinal } = version;
  if (file) called.add(hash32(fileCall(file.name, version)), ordinal);
  if (link?.url) called.add(hash32(linkCall(link.url)), ordinal);
  if (header) called.add(hash32(placeOf(chatKey(version), header)), ordinal);
}

/** Makes a version known by the number under which a copy of it was posted. */
export function noteNumber({ called }: NoticeIndex, ordinal: number, place: string): void {
  if (!place.endsWith(NUMBER_MARK)) called.add(hash32(place), ordinal);
}

const NUMBER_MARK = '\u0000';

/** A chat with a numbered head, as one name. */
export function placeOf(chat: string, header: string | null): string {
  return `${chat}${NUMBER_MARK}${header ?? ''}`;
}

export function chatOfPlace(place: string): string {
  return place.slice(0, place.indexOf(NUMBER_MARK));
}

function fileCall(name: string, place: Place): string {
  const canonical = canonicalFileName(name);
  return `file ${canonical}${isCommonFileName(name) ? `${NUMBER_MARK}${chatKey(place)}` : ''}`;
}

function linkCall(url: string): string {
  return `link ${canonicalUrl(url)}`;
}

const read = new Int32Array(POSTINGS_READ);

/** Only a hash of what they are called is kept, so each is asked again. */
function called(
  { store, called: postings }: NoticeIndex,
  call: string,
  isCalled: (version: StoredVersion) => boolean,
): Version[] {
  const number = postings.book.find(hash32(call));
  if (number === -1) return [];
  const ordinals = new Set<number>();
  const count = postings.read(number, read);
  for (let at = 0; at < count; at++) ordinals.add(read[at] ?? 0);
  return store.living([...ordinals]).filter(isCalled);
}

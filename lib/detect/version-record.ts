import { MESSAGE_KINDS } from './message-kinds.ts';
import type { NameList } from './name-list.ts';
import { unpackId } from './packed-id.ts';
import type { RecordReader, RecordWriter } from './record-bytes.ts';
import type { Message, MessageKind } from './types.ts';
import type { NewVersion } from './version.ts';

const ATTACHED = 16;
const ODD_TIME = 32;
const WHOLE_SECONDS = 64;
/** Nearly every message is of later. Unix ms. */
const EPOCH = 1_500_000_000_000;

/** What of a version never changes and is read in one go; its fingerprints and where its words begin come behind. */
export type RecordHead = {
  site: string;
  chat: string;
  sender: string;
  time: number;
  kind: MessageKind;
  header: string | null;
  attached: boolean;
  /** Where the fingerprints begin. */
  rest: number;
};

export type Attachments = Pick<Message, 'file' | 'link' | 'image'>;

/**
 * Writes a version down but for its words, which begin at `words` in their page; `id` is packed, `prints` are rising
 * numbers of their book.
 */
export function writeRecord(
  to: RecordWriter,
  version: NewVersion,
  id: Uint8Array,
  names: NameList,
  prints: Int32Array,
  words: number,
): void {
  const { site, chat, sender, time, kind, header } = version;
  const attached = isAttached(version);
  const isOdd = !(Number.isSafeInteger(time) && time >= EPOCH);
  to.number(id.length);
  to.raw(id);
  const isWhole = !isOdd && time % 1000 === 0;
  const marks = (attached ? ATTACHED : 0) + (isOdd ? ODD_TIME : 0) + (isWhole ? WHOLE_SECONDS : 0);
  to.number(Math.max(0, MESSAGE_KINDS.indexOf(kind)) + marks);
  for (const name of [site, chat, sender]) to.number(names.take(name));
  if (isOdd) to.text(String(time));
  else to.number(isWhole ? (time - EPOCH) / 1000 : time - EPOCH);
  to.number(header === null ? 0 : names.take(header) + 1);
  to.rising(prints);
  to.number(words);
}

/** Writes down the words of a version: names of files and addresses, if there are any, and its text. */
export function writeWords(to: RecordWriter, version: NewVersion): void {
  const { file, link, image } = version;
  if (isAttached(version)) to.text(JSON.stringify({ file, link, image }));
  to.text(version.text);
}

function isAttached({ file, link, image }: NewVersion): boolean {
  return Boolean(file || link || image);
}

/** The id of the version of a record. */
export function readId(from: RecordReader, names: NameList): string {
  from.number();
  return unpackId(from, names);
}

function timeOf(from: RecordReader, mark: number): number {
  if (mark & ODD_TIME) return Number(from.text());
  return from.number() * (mark & WHOLE_SECONDS ? 1000 : 1) + EPOCH;
}

/** What of a record is read in one go. */
export function readHead(from: RecordReader, names: NameList): RecordHead {
  // The id is long and seldom asked for.
  const idLength = from.number();
  from.at += idLength;
  const mark = from.number();
  const [site, chat, sender] = [from.number(), from.number(), from.number()];
  const time = timeOf(from, mark);
  const header = from.number();
  return {
    site: names.nameOf(site),
    chat: names.nameOf(chat),
    sender: names.nameOf(sender),
    time,
    kind: MESSAGE_KINDS[mark & (ATTACHED - 1)] ?? 'text',
    header: header === 0 ? null : names.nameOf(header - 1),
    attached: (mark & ATTACHED) !== 0,
    rest: from.at,
  };
}

import type { NameList } from './name-list.ts';
import { unpackId } from './packed-id.ts';
import type { RecordReader, RecordWriter } from './record-bytes.ts';
import type { Message, MessageKind } from './types.ts';
import type { NewVersion } from './version.ts';

const KINDS: readonly MessageKind[] = [
  'text',
  'file',
  'image',
  'link',
  'video',
  'voice',
  'location',
  'placeholder',
  'system',
];
const ATTACHED = 16;
const ODD_TIME = 32;
/** Nearly every message is of later; a time since then takes six bytes. Unix ms. */
const EPOCH = 1_500_000_000_000;

/** What of a version never changes and is read in one go; its fingerprints and words are read when asked for. */
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

/** Writes a version down; `id` is packed, `prints` and `facts` are rising numbers of their books. */
export function writeRecord(
  to: RecordWriter,
  version: NewVersion,
  id: Uint8Array,
  names: NameList,
  prints: Int32Array,
  facts: Int32Array,
): void {
  const { site, chat, sender, time, kind, header, text, file, link, image } = version;
  const attached = Boolean(file || link || image);
  const isOdd = !(Number.isSafeInteger(time) && time >= EPOCH);
  to.number(id.length);
  to.raw(id);
  to.number(Math.max(0, KINDS.indexOf(kind)) + (attached ? ATTACHED : 0) + (isOdd ? ODD_TIME : 0));
  for (const name of [site, chat, sender]) to.number(names.take(name));
  if (isOdd) to.text(String(time));
  else to.number(time - EPOCH);
  to.number(header === null ? 0 : names.take(header) + 1);
  to.rising(prints);
  to.rising(facts);
  if (attached) to.text(JSON.stringify({ file, link, image }));
  to.text(text);
}

/** The id of the version of a record. */
export function readId(from: RecordReader, names: NameList): string {
  from.number();
  return unpackId(from, names);
}

/** What of a record is read in one go. */
export function readHead(from: RecordReader, names: NameList): RecordHead {
  // The id is long and seldom asked for.
  const idLength = from.number();
  from.at += idLength;
  const mark = from.number();
  const [site, chat, sender] = [from.number(), from.number(), from.number()];
  const time = mark & ODD_TIME ? Number(from.text()) : from.number() + EPOCH;
  const header = from.number();
  return {
    site: names.nameOf(site),
    chat: names.nameOf(chat),
    sender: names.nameOf(sender),
    time,
    kind: KINDS[mark & (ATTACHED - 1)] ?? 'text',
    header: header === 0 ? null : names.nameOf(header - 1),
    attached: (mark & ATTACHED) !== 0,
    rest: from.at,
  };
}

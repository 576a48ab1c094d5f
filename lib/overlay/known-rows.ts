import type { ObservedMessage } from '../messages/protocol';
import type { HashOf } from '../sites/content-hash';
import type { FeedMessage, OpenChat, Site } from '../sites/site';
import { mentions } from './mention';
import type { ReadRow } from './row-reader';
import type { Told } from './transcript';

/** A mounted row that holds a message. `message` is there once it is known which chat it belongs to. */
export type KnownRow = Extract<ReadRow, { key: string }> & { message: ObservedMessage | null };

/** Puts together what the DOM shows and what the feed has told: the DOM is right about content, the feed about time and chat. */
export function observedMessage(
  site: Site,
  row: Extract<ReadRow, { key: string }>,
  chat: OpenChat,
  told: Told | undefined,
  time: number,
  look: string | undefined,
  ownNames: readonly string[],
): ObservedMessage {
  const { read, key, hash } = row;
  const { id: _id, clock: _clock, time: _time, knownBy: _knownBy, ...content } = read;
  return {
    ...content,
    ...toldParts(told, hash, look),
    key,
    site: site.id,
    chat: chat.name,
    sender: read.sender || told?.sender || '',
    time: told?.time ?? time,
    hash,
    via: 'page',
    ...privacyOf(chat),
    ...mentionOf(read.text, read.mentionsMe, ownNames, told?.ownName),
  };
}

function privacyOf({ isGroup }: OpenChat) {
  return isGroup ? {} : { isPrivate: true as const };
}

/** The feed knows a file's exact size where the page shows a rounded one, and which picture it is. */
function toldParts(told: Told | undefined, hash: string, look: string | undefined) {
  const { file, image } = told?.hash === hash ? told : {};
  return {
    ...(file && { file }),
    ...((image || look) && { image: { ...image, ...(look && { look }) } }),
  };
}

/** A message that only the feed knows of. */
export function feedMessage(
  site: Site,
  told: FeedMessage,
  ownNames: readonly string[],
  hashOf: HashOf,
): ObservedMessage {
  const { id, clock: _clock, chat, ownName: _ownName, ...content } = told;
  return {
    ...content,
    key: `${site.id}:${id}`,
    site: site.id,
    chat: chat.name,
    hash: hashOf(told),
    via: 'feed',
    ...privacyOf(chat),
    ...mentionOf(told.text, told.mentionsMe, ownNames, told.ownName),
  };
}

/** Without a feed: what the row itself tells, else the nearest time bar at or above it, else now. */
export function estimatedTime(
  site: Pick<Site, 'timeOfClock'>,
  row: KnownRow | Extract<ReadRow, { key: string }>,
  above: readonly ReadRow[],
  now: number,
): number {
  if (row.read.time !== undefined) return row.read.time;
  const shows = (other: ReadRow) => other.key !== null && other.read.clock !== null;
  const bar = shows(row) ? row : above.findLast(shows);
  const clock = bar?.key ? bar.read.clock : null;
  return (clock ? site.timeOfClock?.(clock, now) : null) ?? now;
}

function mentionOf(
  text: string,
  told: boolean | undefined,
  ownNames: readonly string[],
  nameInChat?: string,
): { mentionsMe?: true } {
  const names = [...ownNames, ...(nameInChat ? [nameInChat] : [])];
  return told || mentions(text, names) ? { mentionsMe: true } : {};
}

import type { DemandObject } from '../detect/demand-object.ts';
import type { Message, Verdict } from '../detect/types.ts';
import type { Claim, NoticeState, Sighting } from '../messages/protocol.ts';
import { byArrival, isMedia } from './contributions.ts';
import type { Member, MessageRow, NoticeRow } from './rows.ts';

/** Most copies that a state lists; the count of chats covers all. */
const LISTED_COPIES = 60;

/** A version that nobody states yet. `changes`: the version that it revises; `asks`: what it asks for. */
export function newVersion(
  id: string,
  verdict: Verdict,
  changes: NoticeRow | undefined,
  asks: DemandObject[] = [],
): NoticeRow {
  const asked = changes?.members.flatMap((member) => (member.own ? [] : member.demands)) ?? [];
  return {
    notice: id,
    rev: 0,
    title: verdict.title,
    members: [],
    claims: [],
    revises: changes?.notice ?? null,
    changed: changes ? verdict.changed : [],
    askedBefore: [...new Set([...(changes?.askedBefore ?? []), ...asked])].sort(),
    revisedBy: [],
    ...(asks.length > 0 && { asks }),
  };
}

/** Adds a message to the version that it states, in place. */
export function addMember(notice: NoticeRow, row: MessageRow): void {
  const { key, site, chat, sender, own, time, day, chars, recalled } = row;
  // An answer that repeats what was asked asks nothing anew.
  const demands = row.verdict.isReply ? [] : [...new Set(row.verdict.demands)];
  const media = isMedia(row);
  withoutMember(notice, key);
  notice.members.push({
    key,
    site,
    chat,
    sender,
    own,
    time,
    day,
    chars,
    media,
    ...(row.kind === 'image' && { picture: true }),
    demands,
    recalled,
  });
  notice.members.sort(byArrival);
  if (row.detailDay && row.detailDay > (notice.detailDay ?? '')) notice.detailDay = row.detailDay;
}

/** Takes a message out, with its claim and the number of its words, in place: copies that point to it open. */
export function removeMember(notice: NoticeRow, key: string): void {
  withoutMember(notice, key);
  if (notice.evidence?.key === key) delete notice.evidence;
}

function withoutMember(notice: NoticeRow, key: string): void {
  notice.members = notice.members.filter((member) => member.key !== key);
  removeClaim(notice, key);
}

/** Keeps that this copy has been before the reader's eyes, in place. True when it is news. */
export function addClaim(notice: NoticeRow, row: MessageRow): boolean {
  if (notice.claims.some((claim) => claim.key === row.key)) return false;
  const claim: Claim = { ...sightingOf(row), hash: row.hash, partial: row.verdict.partial };
  notice.claims.push(claim);
  return true;
}

export function removeClaim(notice: NoticeRow, key: string): void {
  notice.claims = notice.claims.filter((claim) => claim.key !== key);
}

/** Flags a member as taken back, in place: it still counts, but nothing points to it any more. */
export function recallMember(notice: NoticeRow, key: string): void {
  for (const member of notice.members) if (member.key === key) member.recalled = true;
  removeClaim(notice, key);
}

/** Fills in a sender's name where it had been unknown, in place. */
export function nameSender(notice: NoticeRow, key: string, sender: string): void {
  for (const sighting of [...notice.members, ...notice.claims]) {
    if (sighting.key === key) sighting.sender = sender;
  }
}

/** Notes on which day a version that several chats state was stated last, in place; by it such versions are found. */
export function noteSpread(notice: NoticeRow): void {
  const { members } = notice;
  const first = members[0];
  const isSpread = members.some(({ site, chat }) => site !== first?.site || chat !== first.chat);
  if (!isSpread) delete notice.spreadDay;
  else notice.spreadDay = members.reduce((last, { day }) => (day > last ? day : last), '');
}

/** What the version asks for, as rows of `asks`; nothing where only the user's own messages state it. */
export function asksIn(notice: NoticeRow): string[] {
  const first = notice.asks && firstOfOthers(notice);
  if (!first) return [];
  const entries = (notice.asks ?? []).map(
    ({ id, period }) => `${first.day}|${id}|${period ?? ''}|${notice.notice}`,
  );
  return [...new Set(entries)];
}

/** The earliest message of another than the user. */
export function firstOfOthers(notice: NoticeRow): Member | undefined {
  return notice.members.find((member) => !member.own);
}

/** The earliest copy that can still be read. */
export function firstVisible(notice: NoticeRow): Member | undefined {
  return notice.members.find((member) => !member.recalled);
}

/** What pages are told of a version. Messages that were taken back are not listed: they cannot be read. */
export function stateOf(notice: NoticeRow): NoticeState {
  const visible = notice.members.filter((member) => !member.recalled);
  const newest = [...notice.revisedBy].sort(byTime).at(-1);
  return {
    notice: notice.notice,
    rev: notice.rev,
    title: notice.title,
    claims: notice.claims,
    copies: visible.slice(0, LISTED_COPIES).map(sightingOf),
    chats: new Set(visible.map(({ site, chat }) => `${site}:${chat}`)).size,
    supersededBy: newest ?? null,
  };
}

/** The state of a version of which nothing is left: whatever points to it opens. */
export function goneState(notice: string, rev: number): NoticeState {
  return { notice, rev, title: '', claims: [], copies: [], chats: 0, supersededBy: null };
}

export function sightingOf({ key, site, chat, sender, time }: Sighting): Sighting {
  return { key, site, chat, sender, time };
}

/** Characters of text that a reader has to read: code points without white space; none for anything but text. */
export function readingLength(message: Pick<Message, 'kind' | 'text'>): number {
  return message.kind === 'text' ? [...message.text.replace(/\s+/g, '')].length : 0;
}

function byTime(one: Sighting, other: Sighting): number {
  return one.time - other.time || (one.key < other.key ? -1 : 1);
}

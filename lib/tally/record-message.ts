import type { Verdict } from '../detect/types.ts';
import type { ObservedMessage } from '../messages/protocol.ts';
import { editKey } from './edit-key.ts';
import { dayOf, hourOf, isLate } from './local-day.ts';
import { noteAsks, noteEvidence, opinionOn } from './opinion.ts';
import { forgetEvidence } from './record-evidence.ts';
import { refine } from './record-refine.ts';
import type { Recording } from './recording.ts';
import type { MessageRow, NoticeRow, Superseding } from './rows.ts';
import {
  addMember,
  firstVisible,
  newVersion,
  readingLength,
  removeMember,
  sightingOf,
} from './versions.ts';

/**
 * Records messages one after the other, each exactly once by its key. Their rows, and the notices named by row and key,
 * must be loaded. A known key with the same content changes nothing; with other content it is an edit, except that what
 * the page world told never replaces what the page shows. Time, chat and site stay as first told.
 */
export async function recordMessages<Index>(
  recording: Recording<Index>,
  messages: readonly ObservedMessage[],
): Promise<void> {
  const { ledger, keeper } = recording;
  const isNews = ({ key, hash, image }: ObservedMessage) =>
    ledger.message(key)?.hash !== hash || image?.look !== undefined;
  if (messages.some(isNews)) await keeper.catchUp(ledger.before);
  let waiting: MessageRow[] = [];
  for (const message of messages) {
    // An edit may empty a version that a copy in this report states; and a message may come twice in one report.
    const known = ledger.message(message.key);
    if (known && (known.hash !== message.hash || waiting.includes(known))) {
      // Dexie keeps a transaction over a hundred awaits without a question to the database, and no more: thirty edits.
      if (ledger.lacksNotices(versionsIn(waiting))) await ledger.loadNotices(versionsIn(waiting));
      for (const row of waiting) putIn(recording, row);
      waiting = [];
    }
    if (!saysNews(recording, message, known)) continue;
    const opinion = keeper.withWords(() => judged(recording, message, known));
    // Without words to read nothing is awaited: of five hundred messages Dexie would lose the transaction.
    const row = 'then' in opinion ? await opinion : opinion;
    ledger.setMessage(row);
    if (message.isPrivate) ledger.markPrivate(row);
    waiting.push(row);
  }
  await putAllIn(recording, waiting);
}

/** Puts judged messages into their versions, which are read at one go: one by one costs a millisecond each. */
export async function putAllIn<Index>(
  recording: Recording<Index>,
  rows: readonly MessageRow[],
): Promise<void> {
  await recording.ledger.loadNotices(versionsIn(rows));
  for (const row of rows) putIn(recording, row);
}

/** The versions that verdicts name. */
function versionsIn(rows: readonly MessageRow[]): string[] {
  const named = rows.flatMap(({ verdict }) => [verdict.notice, verdict.of]);
  return named.filter((id) => id !== null);
}

/** Whether a message is new or says something new; it is taken out of where it was then. */
function saysNews<Index>(
  recording: Recording<Index>,
  message: ObservedMessage,
  known: MessageRow | undefined,
): boolean {
  const isSame = known?.hash === message.hash || isSameUnderOtherKey(recording, known, message);
  if (known && (isSame || (known.via === 'page' && message.via === 'feed'))) {
    refine(recording, known, message, isSame);
    return false;
  }
  if (known) {
    takeOut(recording, known);
    forgetEvidence(recording, known);
  }
  return true;
}

/**
 * The hash of what is shown was made under another key (see overlay/shown-hash): by another installation, whose backup was
 * read, or before the key was lost. What says the same is then not judged once more, after all that came since.
 */
function isSameUnderOtherKey<Index>(
  { engine }: Recording<Index>,
  known: MessageRow | undefined,
  message: ObservedMessage,
): boolean {
  if (!known || markOf(known.hash) === markOf(message.hash)) return false;
  try {
    return known.contentKey === engine.contentKey(message);
  } catch {
    return false;
  }
}

/** Of the key that a hash was made under; "" of the unkeyed ones of before. */
function markOf(hash: string): string {
  return hash.slice(0, hash.indexOf('-') + 1);
}

/** Takes what a message said out of its version; the row stays for the caller to replace or delete. */
export function takeOut<Index>(recording: Recording<Index>, row: MessageRow): void {
  const { ledger, keeper } = recording;
  const id = row.verdict.notice;
  const notice = id === null ? undefined : ledger.editNotice(id);
  if (!notice) return;
  removeMember(notice, row.key);
  announceRevision(recording, notice);
  if (notice.members.length > 0) return;
  ledger.deleteNotice(notice.notice);
  keeper.forget(notice.notice);
}

/** Puts a message into the version that its verdict names; founds the version when there is none. */
export function putIn<Index>(recording: Recording<Index>, row: MessageRow): void {
  const { ledger, asks, evidence } = recording;
  const { notice: id, relation, of } = row.verdict;
  if (id === null) return;
  let notice = ledger.editNotice(id);
  if (!notice) {
    const changes = relation === 'revision' && of !== null ? ledger.notice(of) : undefined;
    notice = newVersion(id, row.verdict, changes, asks.get(id));
    ledger.setNotice(notice);
    notice.rev = ledger.rev;
  }
  addMember(notice, row);
  const made = evidence.get(id);
  if (made?.key === row.key) notice.evidence ??= made;
  announceRevision(recording, notice);
}

/** Tells the version that this one changes where the change can be read now, or that it can no longer. */
export function announceRevision<Index>({ ledger }: Recording<Index>, notice: NoticeRow): void {
  if (notice.revises === null) return;
  const earlier = ledger.notice(notice.revises);
  if (!earlier) return;
  const first = firstVisible(notice);
  const told = earlier.revisedBy.find((entry) => entry.notice === notice.notice);
  if (told?.key === first?.key && told?.sender === first?.sender) return;
  const changed = ledger.editNotice(earlier.notice);
  if (!changed) return;
  changed.revisedBy = changed.revisedBy.filter((entry) => entry !== told);
  if (first) changed.revisedBy.push(superseding(notice, first));
}

function superseding(notice: NoticeRow, first: Parameters<typeof sightingOf>[0]): Superseding {
  return { ...sightingOf(first), notice: notice.notice, changed: notice.changed };
}

function judged<Index>(
  recording: Recording<Index>,
  observed: ObservedMessage,
  known: MessageRow | undefined,
): MessageRow {
  const { ledger } = recording;
  const { hash, via, isPrivate: _, ...told } = observed;
  const message = known ? { ...told, ...placeOf(known) } : told;
  if (known && message.sender === '') message.sender = known.sender;
  // An edited message may have left a version named after it to its copies: what it says now needs another name.
  const isNameTaken = ledger.notice(message.key) !== undefined;
  const named = isNameTaken ? { ...message, key: editKey(message.key, hash) } : message;
  const { verdict, contentKey } = opinionOn(recording, named);
  noteAsks(recording, named, verdict);
  noteEvidence(recording, observed, named.key, verdict);
  const row = rowOf(recording, { ...message, hash, via }, verdict, contentKey);
  return known ? { ...row, ...keptOf(known) } : row;
}

function placeOf({ site, chat, own, time }: MessageRow) {
  return { site, chat, own, time };
}

/** What an edit leaves as it is: a day once given stays, whatever the time zone and the start of the day are by now. */
function keptOf({ day, late, hour, recalled, foldedDay }: MessageRow) {
  return { day, late, ...(hour !== undefined && { hour }), recalled, foldedDay, detailDay: day };
}

/** The row of a judged message that is told for the first time. */
export function rowOf<Index>(
  { ledger, excerptLength, dayStartHour }: Recording<Index>,
  message: ObservedMessage,
  verdict: Verdict,
  contentKey: string,
): MessageRow {
  const { key, site, chat, sender, own, time, kind, hash, via, text } = message;
  const day = dayOf(time, dayStartHour);
  // The title of small talk is nothing but an excerpt of it.
  const isTitled = verdict.notice !== null || verdict.demands.length > 0;
  return {
    key,
    site,
    chat,
    sender,
    own,
    time,
    day,
    late: isLate(time),
    hour: hourOf(time),
    kind,
    hash,
    via,
    contentKey,
    chars: readingLength(message),
    excerpt: firstOf(text, excerptLength),
    verdict: isTitled ? verdict : { ...verdict, title: firstOf(verdict.title, excerptLength) },
    rev: ledger.rev,
    done: false,
    recalled: false,
    foldedDay: null,
    detailDay: day,
  };
}

/** The first characters; a pair of surrogates is one. */
function firstOf(text: string, characters: number): string {
  return [...text.slice(0, 2 * characters)].slice(0, characters).join('');
}

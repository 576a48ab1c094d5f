import type { ImportResult } from '../messages/protocol.ts';
import type { Backup } from './backup.ts';
import type { TallyDb } from './db.ts';
import { earlierFold, openFold } from './fold-day.ts';
import { grouped } from './grouped.ts';
import { uniteHistories } from './record-backup-histories.ts';
import { adoptClosed } from './record-closed.ts';
import { uniteEvidence } from './record-evidence.ts';
import { isEmpty, recordIntoEmpty } from './record-into-empty.ts';
import { announceRevision } from './record-message.ts';
import { addGroups, addLessons } from './record-notes.ts';
import { uniteRevisions } from './record-revises.ts';
import { takeOutTwins, twinsToldBy } from './record-twins.ts';
import type { Recording } from './recording.ts';
import type { MessageRow, NoticeRow } from './rows.ts';
import { addMember, recallMember } from './versions.ts';

/** Version ids of the backup and what they are called here. */
type Names = Map<string, string>;

/**
 * Adds a checked backup. An empty tally takes it row by row. Otherwise messages are united by key and versions that
 * have a message in common, or the same content within the window, become one; the day sums follow from the members,
 * so nothing counts twice and a second import changes nothing. Throws `ClosedDays` when the sums of a day stand alone
 * on one side, and the other counts messages of that day.
 */
export async function recordBackup<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  backup: Backup,
): Promise<ImportResult> {
  const messages = backup.messages.length;
  if (await isEmpty(db)) {
    await recordIntoEmpty(recording, db, backup);
    return { messages, added: messages, known: 0 };
  }
  const { ledger } = recording;
  await adoptClosed(recording, db, backup);
  const keys = backup.messages.map(({ key }) => key);
  await ledger.loadMessages(keys);
  await takeOutTwins(recording, twinsToldBy(recording, backup.messages));
  const leftOut = await uniteHistories(recording, db, backup);
  const names = await namesHere(recording, db, backup);
  const known = keys.flatMap((key) => ledger.message(key)?.verdict.notice ?? []);
  // What a version of the backup changes may be none of the backup's: it was erased there.
  const changed = backup.notices.flatMap(({ revises }) => revises ?? []);
  await ledger.loadNotices([...names.keys(), ...names.values(), ...known, ...changed]);
  const versions = new Map(backup.notices.map((notice) => [notice.notice, notice]));
  let added = 0;
  for (const row of backup.messages) {
    if (leftOut.has(row.key) || uniteMessage(recording, row)) continue;
    addMessage(recording, row, versions, names);
    added += 1;
  }
  await uniteRevisions(recording, backup.notices, names);
  uniteEvidence(recording, backup);
  await addLessons(ledger, db, backup.exceptions);
  await addGroups(db, backup.groups);
  ledger.atClose(() => db.privateChats.bulkPut(backup.privateChats));
  return { messages, added, known: messages - added };
}

async function namesHere<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  backup: Backup,
): Promise<Names> {
  const contents = new Map(backup.messages.map(({ key, contentKey }) => [key, contentKey]));
  const firstContent = ({ members: [first] }: NoticeRow) => contents.get(first?.key ?? '') ?? '';
  const alike = await db.messages
    .where('contentKey')
    .anyOf(backup.notices.map(firstContent))
    .toArray();
  const byContent = grouped(alike, ({ contentKey }) => contentKey);
  const names: Names = new Map();
  for (const notice of backup.notices) {
    const near = alikeVersion(recording, notice, byContent.get(firstContent(notice)) ?? []);
    names.set(notice.notice, sharedVersion(recording, notice) ?? near ?? notice.notice);
  }
  return names;
}

/** The version here that holds the earliest message which both know. */
function sharedVersion<Index>({ ledger }: Recording<Index>, notice: NoticeRow): string | null {
  for (const { key } of notice.members) {
    const known = ledger.message(key)?.verdict.notice;
    if (known) return known;
  }
  return null;
}

/** A version here of the same content, not further away than the window. */
function alikeVersion<Index>(
  { options }: Recording<Index>,
  { members: [first] }: NoticeRow,
  alike: readonly MessageRow[],
): string | null {
  const near = alike.find(
    ({ time, verdict, contentKey }) =>
      first !== undefined &&
      verdict.notice !== null &&
      !options.notCopies.has(contentKey) &&
      Math.abs(time - first.time) <= options.windowMs,
  );
  return near?.verdict.notice ?? null;
}

/** Unites what both know of a message. False when it is not known here. */
function uniteMessage<Index>(recording: Recording<Index>, other: MessageRow): boolean {
  const { ledger } = recording;
  const known = ledger.message(other.key);
  if (!known) return false;
  const recalled = known.recalled || other.recalled;
  const done = known.done || other.done;
  const foldedDay = earlierFold(known.foldedDay, openFold(ledger, other.foldedDay));
  if (recalled === known.recalled && done === known.done && foldedDay === known.foldedDay) {
    return true;
  }
  const isRecall = recalled !== known.recalled;
  const row = ledger.editMessage(other.key);
  if (row) Object.assign(row, { recalled, done, foldedDay });
  const id = known.verdict.notice;
  const notice = isRecall && id !== null ? ledger.editNotice(id) : undefined;
  if (notice) {
    recallMember(notice, other.key);
    announceRevision(recording, notice);
  }
  return true;
}

function addMessage<Index>(
  recording: Recording<Index>,
  other: MessageRow,
  versions: ReadonlyMap<string, NoticeRow>,
  names: Names,
): void {
  const { ledger } = recording;
  const foldedDay = openFold(ledger, other.foldedDay);
  const verdict = renamed(other.verdict, names);
  const row: MessageRow = { ...other, foldedDay, rev: ledger.rev, verdict };
  if (other.untaught) row.untaught = renamed(other.untaught, names);
  ledger.setMessage(row);
  const id = row.verdict.notice;
  const source = other.verdict.notice === null ? undefined : versions.get(other.verdict.notice);
  if (id === null || !source) return;
  const notice = ledger.editNotice(id) ?? addVersion(recording, source, id, names);
  addMember(notice, row);
  if (source.asks) notice.asks ??= source.asks;
  // What the reader had before their eyes on the other machine, they have read.
  notice.claims.push(...source.claims.filter(({ key }) => key === row.key));
  announceRevision(recording, notice);
}

/** A version that is new here, still without members. */
function addVersion<Index>(
  { ledger }: Recording<Index>,
  { evidence: _, ...source }: NoticeRow,
  id: string,
  names: Names,
): NoticeRow {
  const revises = source.revises === null ? null : (names.get(source.revises) ?? source.revises);
  const revisedBy = source.revisedBy.map((entry) => ({
    ...entry,
    notice: names.get(entry.notice) ?? entry.notice,
  }));
  const notice: NoticeRow = {
    ...source,
    notice: id,
    rev: ledger.rev,
    revises,
    revisedBy,
    members: [],
    claims: [],
  };
  ledger.setNotice(notice);
  return notice;
}

function renamed<T extends { notice: string | null; of: string | null }>(
  verdict: T,
  names: Names,
): T {
  const { notice, of } = verdict;
  return {
    ...verdict,
    notice: notice === null ? null : (names.get(notice) ?? notice),
    of: of === null ? null : (names.get(of) ?? of),
  };
}

import type { Verdict } from '../detect/types.ts';
import type { HistoryCounts, HistoryMessage, ObservedMessage } from '../messages/protocol.ts';
import type { Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import { type Read, readBatch } from './history-batch.ts';
import { countEntry } from './history-counts.ts';
import { type KnownAs, knownOf } from './history-known.ts';
import type { HistoryMemory } from './history-memory.ts';
import type { HistoryPacks } from './history-packs.ts';
import type { CountedAt } from './history-rows.ts';
import { addDays, dayOf, hourOf, isLate } from './local-day.ts';
import { noteAsks, noteEvidence } from './opinion.ts';
import { putAllIn, rowOf } from './record-message.ts';
import type { Recording } from './recording.ts';
import { paredMessage } from './retention.ts';
import type { Day, MessageRow } from './rows.ts';

type Parts<Index> = {
  recording: Recording<Index>;
  db: TallyDb;
  memory: HistoryMemory<Index>;
  /** Details older than this are never kept. */
  keptFrom: Day;
};

/** What one judged message comes to. */
type Judged = { read: Read; verdict: Verdict };

/**
 * Judges and records a piece of a history, each message exactly once: not again when it is imported again, and not when a
 * page told it or tells it later. A piece holds all there is of a chat on a day, and pieces come in order of time. What
 * falls on a closed day is left out: whether it is in the sums of that day nobody can say.
 */
export async function recordHistory<Index>(
  parts: Parts<Index>,
  told: readonly HistoryMessage[],
): Promise<HistoryCounts> {
  const { recording, db, memory } = parts;
  const { ledger, engine, packs, dayStartHour } = recording;
  const all = readBatch(told, engine, dayStartHour);
  const batch = all.filter(({ day }) => !ledger.isClosed(day));
  await packs.read(batch);
  const known = await knownOf(batch, packs, db, engine);
  const fresh = batch.filter((read) => !known.has(read));
  const [first, last] = [fresh.at(0), fresh.at(-1)];
  if (first && last) await memory.prepare(recording, first.time, last.time);
  const judged = judgeAll(parts, batch, known);
  await uniteAlike(parts, judged);
  await keep(parts, judged);
  keepTwins(packs, known);
  return countsOf(all, batch, known, fresh.length);
}

function judgeAll<Index>(
  { recording, memory }: Parts<Index>,
  batch: readonly Read[],
  known: ReadonlyMap<Read, KnownAs>,
): Judged[] {
  const judged: Judged[] = [];
  for (const read of batch) {
    const before = known.get(read);
    if (!before) judged.push({ read, verdict: memory.judge(recording, read.message) });
    else memory.pass(read.message, before.row);
  }
  return judged;
}

function countsOf(
  all: readonly Read[],
  batch: readonly Read[],
  known: ReadonlyMap<Read, KnownAs>,
  added: number,
): HistoryCounts {
  const onPage = [...known.values()].filter((each) => each.as === 'page').length;
  return {
    added,
    known: known.size - onPage,
    onPage,
    closed: all.length - batch.length,
  };
}

/**
 * A notice of which the tally knows the same content under another name, within the window: one version. Its words are
 * long gone where the tally saw it, so nothing but the content's key tells.
 */
async function uniteAlike<Index>(
  { recording, db, memory }: Parts<Index>,
  judged: readonly Judged[],
): Promise<void> {
  const { options } = recording;
  const founding = judged.filter(
    ({ read, verdict }) => verdict.notice === read.message.key && !memory.isRecent(read.time),
  );
  const sought = await memory.soughtContents(
    db,
    founding.map(({ read }) => read.contentKey),
  );
  if (sought.length === 0) return;
  const rows = await db.messages.where('contentKey').anyOf(sought).toArray();
  for (const each of founding) {
    const { contentKey, time, message } = each.read;
    const near = rows.find(
      (row) =>
        row.contentKey === contentKey &&
        row.verdict.notice !== null &&
        !options.notCopies.has(contentKey) &&
        Math.abs(row.time - time) <= options.windowMs,
    );
    if (near?.verdict.notice) memory.rename(message.key, near.verdict.notice);
  }
  for (const each of judged) each.verdict = joined(each, memory.renamed(each.verdict));
}

/** What founded a version of its own is a copy, now that the version is another's. */
function joined({ verdict }: Judged, renamed: Verdict): Verdict {
  const hasJoined = renamed.notice !== verdict.notice && verdict.relation === 'new';
  return hasJoined ? { ...renamed, relation: 'copy', of: renamed.notice } : renamed;
}

/** Another reading of what is counted already is known from now on by its own key, too. */
function keepTwins(packs: HistoryPacks, known: ReadonlyMap<Read, KnownAs>): void {
  for (const [read, { as }] of known) {
    if (as !== 'key') packs.add(read, entryOf(read, 'twin', null));
  }
}

/** Puts every message where it is counted, and keeps by what it is known again. */
async function keep<Index>(parts: Parts<Index>, judged: readonly Judged[]): Promise<void> {
  const { recording } = parts;
  const { ledger, packs } = recording;
  const change: Contributions = new Map();
  const rows: MessageRow[] = [];
  ledger.knowMissing(judged.map(({ read }) => read.message.key));
  for (const { read, verdict } of judged) {
    if (read.isPrivate) ledger.markPrivate(read);
    const counted = hasRow(verdict) ? 'row' : 'here';
    const entry = entryOf(read, counted, verdict);
    packs.add(read, entry);
    countEntry(change, read, entry);
    if (counted === 'row') rows.push(messageRow(parts, read, verdict));
  }
  for (const row of rows) ledger.setMessage(row);
  ledger.addChange(change);
  await putAllIn(recording, rows);
}

/** What asks for something is listed message by message. */
function hasRow({ notice, demands, isReply }: Verdict): boolean {
  return notice !== null || (demands.length > 0 && !isReply);
}

function entryOf(read: Read, counted: CountedAt, verdict: Verdict | null) {
  const { key, content, time, sender, isLong, message } = read;
  return {
    ...{ key, content, time, sender, isLong, counted },
    own: message.own,
    late: isLate(time),
    isReply: verdict?.isReply ?? false,
    hour: hourOf(time),
  };
}

/** The row of a message that states a notice or asks for something; without details where these are older than they are kept. */
function messageRow<Index>(
  { recording, keptFrom }: Parts<Index>,
  { message, contentKey, day, isPrivate }: Read,
  verdict: Verdict,
): MessageRow {
  const observed: ObservedMessage = {
    ...message,
    hash: contentKey,
    via: 'page',
    ...(isPrivate && { isPrivate: true }),
  };
  noteAsks(recording, message, verdict);
  const row = { ...rowOf(recording, observed, verdict, contentKey), day };
  if (day >= keptFrom) {
    noteEvidence(recording, observed, message.key, verdict);
    return { ...row, detailDay: day };
  }
  const asks = recording.asks.get(message.key);
  if (asks)
    recording.asks.set(
      message.key,
      asks.map((ask) => ({ ...ask, object: '' })),
    );
  return paredMessage(row);
}

/** The first day of which details are kept. */
export function keptFrom<Index>(
  { now, dayStartHour }: Recording<Index>,
  retentionDays: number,
): Day {
  return addDays(dayOf(now, dayStartHour), -retentionDays);
}

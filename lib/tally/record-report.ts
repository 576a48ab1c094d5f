import type { Answer, Report } from '../messages/protocol.ts';
import { answerFor } from './answer.ts';
import { dayOf } from './local-day.ts';
import { announceRevision, recordMessages } from './record-message.ts';
import { takeOutTwins, twinsToldIn } from './record-twins.ts';
import type { Recording } from './recording.ts';
import { addClaim, recallMember } from './versions.ts';

/** Records everything that a page reported and answers with the verdict of every message in it. */
export async function recordReport<Index>(
  recording: Recording<Index>,
  report: Report,
): Promise<Answer> {
  const { ledger } = recording;
  const keys = report.messages.map(({ key }) => key);
  const told = [...report.claims.map(({ key }) => key), ...report.recalls, ...report.folded];
  await ledger.loadMessages([...keys, ...told]);
  if (recording.hasHistories)
    await takeOutTwins(recording, twinsToldIn(recording, report.messages));
  await ledger.loadNotices([...keys, ...versionsOf(recording, [...keys, ...told])]);
  await recordMessages(recording, report.messages);
  await recordSettled(recording);
  // Recalls first: a message that was taken back must not claim.
  for (const key of report.recalls) recordRecall(recording, key);
  for (const claim of report.claims) recordClaim(recording, claim);
  for (const key of report.folded) recordFold(recording, key);
  const asked = versionsOf(recording, [...keys, ...told]);
  return answerFor(ledger, [...keys, ...recording.amended], [...asked, ...ledger.changedNotices]);
}

/** What came with a copy is known by now to be the same as with its notice, or not. */
async function recordSettled<Index>(recording: Recording<Index>): Promise<void> {
  const { ledger, engine, settled } = recording;
  await ledger.loadMessages(settled.keys());
  const changed = [...settled].filter(([key, isSame]) => {
    const row = ledger.message(key);
    return row && engine.withAttachments(row.verdict, isSame) !== row.verdict;
  });
  for (const [key, isSame] of changed) {
    const row = ledger.editMessage(key);
    if (row) row.verdict = engine.withAttachments(row.verdict, isSame);
  }
  recording.amended = changed.map(([key]) => key);
}

function versionsOf<Index>({ ledger }: Recording<Index>, keys: readonly string[]): string[] {
  return keys.flatMap((key) => ledger.message(key)?.verdict.notice ?? []);
}

/** A copy that was before the reader's eyes. Ignored when it says something else by now, or was taken back. */
function recordClaim<Index>(
  { ledger }: Recording<Index>,
  { key, hash }: Report['claims'][number],
): void {
  const row = ledger.message(key);
  if (!row || row.hash !== hash || row.recalled || row.verdict.notice === null) return;
  const notice = ledger.notice(row.verdict.notice);
  if (!notice || notice.claims.some((claim) => claim.key === key)) return;
  const edited = ledger.editNotice(notice.notice);
  if (edited) addClaim(edited, row);
}

/** A message taken back stays counted; nothing may point to it any more. */
function recordRecall<Index>(recording: Recording<Index>, key: string): void {
  const { ledger } = recording;
  if (ledger.message(key)?.recalled !== false) return;
  const row = ledger.editMessage(key);
  if (!row) return;
  row.recalled = true;
  if (row.verdict.notice === null) return;
  const notice = ledger.editNotice(row.verdict.notice);
  if (!notice) return;
  recallMember(notice, key);
  announceRevision(recording, notice);
}

/** Only the first fold of a message counts, on the day of the fold. */
function recordFold<Index>(recording: Recording<Index>, key: string): void {
  const { ledger, now, dayStartHour } = recording;
  const today = dayOf(now, dayStartHour);
  // A clock set back to a closed day: whether the fold is in its sums cannot be told.
  if (ledger.message(key)?.foldedDay !== null || ledger.isClosed(today)) return;
  const row = ledger.editMessage(key);
  if (row) row.foldedDay = today;
}

import type { Answer, Report } from '../messages/protocol';
import { answerFor } from './answer';
import { dayOf } from './local-day';
import { announceRevision, recordMessage } from './record-message';
import type { Recording } from './recording';
import { addClaim, recallMember } from './versions';

/** Records everything that a page reported and answers with the verdict of every message in it. */
export async function recordReport<Index>(
  recording: Recording<Index>,
  report: Report,
): Promise<Answer> {
  const { ledger } = recording;
  const keys = report.messages.map(({ key }) => key);
  const told = [...report.claims.map(({ key }) => key), ...report.recalls, ...report.folded];
  await ledger.loadMessages([...keys, ...told]);
  await ledger.loadNotices([...keys, ...(await versionsOf(recording, [...keys, ...told]))]);
  for (const message of report.messages) await recordMessage(recording, message);
  // Recalls first: a message that was taken back must not claim.
  for (const key of report.recalls) await recordRecall(recording, key);
  for (const claim of report.claims) await recordClaim(recording, claim);
  for (const key of report.folded) await recordFold(recording, key);
  const asked = await versionsOf(recording, [...keys, ...told]);
  return answerFor(ledger, keys, [...asked, ...ledger.changedNotices]);
}

async function versionsOf<Index>(
  { ledger }: Recording<Index>,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await Promise.all(keys.map((key) => ledger.message(key)));
  return rows.flatMap((row) => row?.verdict.notice ?? []);
}

/** A copy that was before the reader's eyes. Ignored when it says something else by now, or was taken back. */
async function recordClaim<Index>(
  { ledger }: Recording<Index>,
  { key, hash }: Report['claims'][number],
): Promise<void> {
  const row = await ledger.message(key);
  if (!row || row.hash !== hash || row.recalled || row.verdict.notice === null) return;
  const notice = await ledger.notice(row.verdict.notice);
  if (!notice || notice.claims.some((claim) => claim.key === key)) return;
  const edited = await ledger.editNotice(notice.notice);
  if (edited) addClaim(edited, row);
}

/** A message taken back stays counted; nothing may point to it any more. */
async function recordRecall<Index>(recording: Recording<Index>, key: string): Promise<void> {
  const { ledger } = recording;
  if ((await ledger.message(key))?.recalled !== false) return;
  const row = await ledger.editMessage(key);
  if (!row) return;
  row.recalled = true;
  if (row.verdict.notice === null) return;
  const notice = await ledger.editNotice(row.verdict.notice);
  if (!notice) return;
  recallMember(notice, key);
  await announceRevision(recording, notice);
}

/** Only the first fold of a message counts, on the day of the fold. */
async function recordFold<Index>({ ledger, now }: Recording<Index>, key: string): Promise<void> {
  if ((await ledger.message(key))?.foldedDay !== null) return;
  const row = await ledger.editMessage(key);
  if (row) row.foldedDay = dayOf(now);
}

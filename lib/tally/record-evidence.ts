import type { Backup } from './backup.ts';
import type { Recording } from './recording.ts';
import type { Evidence } from './rows.ts';

/**
 * Takes over the evidence numbers of a backup whose messages are recorded already. Of two numbers of one version that of
 * the earlier message stays, so that it is no matter which backup comes first.
 */
export function uniteEvidence<Index>(
  recording: Recording<Index>,
  { messages, notices }: Pick<Backup, 'messages' | 'notices'>,
): void {
  const hashes = new Map(messages.map(({ key, hash }) => [key, hash]));
  for (const { evidence } of notices) {
    if (evidence) takeOver(recording, evidence, hashes.get(evidence.key));
  }
}

/** `hash`: of the words that the number was made of; here the message may say others by now. */
function takeOver<Index>(
  { ledger }: Recording<Index>,
  evidence: Evidence,
  hash: string | undefined,
): void {
  const row = ledger.message(evidence.key);
  const id = row?.verdict.notice ?? null;
  const notice = id === null ? undefined : ledger.notice(id);
  // Where the details are gone the number is, too, and without them nothing would ever pare it.
  if (!notice?.detailDay || row?.hash !== hash) return;
  const told = [evidence.key, notice.evidence?.key];
  const first = notice.members.find(({ key }) => told.includes(key));
  if (first?.key !== evidence.key || notice.evidence?.key === evidence.key) return;
  const edited = ledger.editNotice(notice.notice);
  if (edited) edited.evidence = evidence;
}

/** Forgets the number that a message was about to bring, because it says something else now. */
export function forgetEvidence<Index>(
  { evidence }: Recording<Index>,
  { key, verdict: { notice } }: { key: string; verdict: { notice: string | null } },
): void {
  if (notice !== null && evidence.get(notice)?.key === key) evidence.delete(notice);
}

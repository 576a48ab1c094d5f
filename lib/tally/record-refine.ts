import type { Verdict } from '../detect/types.ts';
import type { ObservedMessage } from '../messages/protocol.ts';
import type { Recording } from './recording.ts';
import type { MessageRow } from './rows.ts';
import { nameSender } from './versions.ts';

/** A message told again: only what had been unknown is filled in. Counts nothing. */
export function refine<Index>(
  recording: Recording<Index>,
  known: MessageRow,
  message: ObservedMessage,
  isSame: boolean,
): void {
  const { ledger, neverFoldSenders } = recording;
  if (isSame) refineLook(recording, known, message);
  if (isSame && known.hash !== message.hash) {
    const row = ledger.editMessage(known.key);
    if (row) row.hash = message.hash;
  }
  const isNamed = known.sender === '' && message.sender !== '' && known.detailDay !== undefined;
  const isSeen = isSame && known.via === 'feed' && message.via === 'page';
  if (!isNamed && !isSeen) return;
  const row = ledger.editMessage(known.key);
  if (!row) return;
  if (isSeen) row.via = 'page';
  if (!isNamed) return;
  row.sender = message.sender;
  if (neverFoldSenders.includes(row.sender)) row.verdict = neverFolded(row.verdict);
  const notice = row.verdict.notice === null ? undefined : ledger.notice(row.verdict.notice);
  if (!notice?.members.some((member) => member.key === row.key)) return;
  const edited = ledger.editNotice(notice.notice);
  if (edited) nameSender(edited, row.key, row.sender);
}

/** The sender became known after the verdict, and is one whom the user never wants folded. */
function neverFolded(verdict: Verdict): Verdict {
  const guards = [...new Set([...verdict.guards, 'never-fold' as const])];
  return { ...verdict, guards, action: verdict.action === 'fold' ? 'mark' : verdict.action };
}

/**
 * A picture that was judged before anyone could look at it: its verdict may say more now. Nothing is counted by that,
 * and what it states stays what it was.
 */
function refineLook<Index>(
  { ledger, keeper, engine }: Recording<Index>,
  known: MessageRow,
  message: ObservedMessage,
): void {
  if (message.image?.look === undefined || known.detailDay === undefined) return;
  const verdict = engine.withLook(keeper.index, message, known.verdict);
  keeper.noteLook(message);
  if (verdict === known.verdict) return;
  const row = ledger.editMessage(known.key);
  if (row) row.verdict = verdict;
}

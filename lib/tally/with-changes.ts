import type { Answer } from '../messages/protocol.ts';
import { answerFor } from './answer.ts';
import type { Body } from './record-transactions.ts';
import type { NoticeRow } from './rows.ts';

/**
 * Runs the body, then says which notices it changed, and which verdicts of earlier messages.
 * @param isTold which of the changed notices anyone is told of
 */
export function withChanges<Index, T>(
  body: Body<Index, T>,
  isTold: (notice: NoticeRow | undefined) => boolean = () => true,
): Body<Index, [T, Answer]> {
  return async (recording) => {
    const value = await body(recording);
    const { ledger, amended } = recording;
    const told = [...ledger.changedNotices].filter((id) => isTold(ledger.notice(id)));
    return [value, answerFor(ledger, amended, told)];
  };
}

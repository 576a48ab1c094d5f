import type { Answer, JudgedMessage } from '../messages/protocol.ts';
import type { Ledger } from './ledger.ts';
import type { MessageRow } from './rows.ts';
import { goneState, stateOf } from './versions.ts';

/** The verdicts of these messages and the states of these versions; unknown messages are left out. */
export function answerFor(
  ledger: Ledger,
  keys: Iterable<string>,
  notices: Iterable<string>,
): Answer {
  const answer: Answer = { verdicts: [], notices: [] };
  for (const key of new Set(keys)) {
    const row = ledger.message(key);
    if (row) answer.verdicts.push(judgedOf(row));
  }
  for (const id of new Set(notices)) {
    const notice = ledger.notice(id);
    answer.notices.push(notice ? stateOf(notice) : goneState(id, ledger.rev));
  }
  return answer;
}

function judgedOf({ key, hash, rev, verdict, done }: MessageRow): JudgedMessage {
  return { key, hash, rev, verdict, done };
}

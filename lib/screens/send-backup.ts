import type { ImportResult } from '../messages/protocol';
import { CallFailed, call } from '../messages/send';

/** UTF-16 units of one piece. Chrome bounds a message at 64 MiB, and an escaped unit takes six bytes. */
export const PIECE = 4 * 1024 * 1024;

/** Hands the text of a backup over to the background, which reads it in when it has the last piece. Throws `CallFailed`. */
export async function sendBackup(json: string): Promise<ImportResult> {
  const transfer = crypto.randomUUID();
  for (let at = 0, from = 0; ; at++) {
    const to = endOfPiece(json, from);
    const isLast = to >= json.length;
    const text = json.slice(from, to);
    const result = await call('importBackup', { transfer, at, isLast, text });
    if (result) return result;
    if (isLast) throw new CallFailed('no-answer', 'no result');
    from = to;
  }
}

/** A pair of surrogates stays together: half of one may not get over. */
function endOfPiece(json: string, from: number): number {
  const end = from + PIECE;
  return /[\uD800-\uDBFF]/.test(json.charAt(end - 1)) ? end - 1 : end;
}

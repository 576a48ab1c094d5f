import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BackupTransfer } from '../../lib/background/backup-transfer';
import type { BackupPiece } from '../../lib/messages/protocol';
import { PIECE, sendBackup } from '../../lib/screens/send-backup';

/** What Chrome takes in one message, in bytes of JSON. */
const CHROME_MOST = 64 * 1024 * 1024;

const RESULT = { messages: 1, added: 1, known: 0 };

let whole: string | null = null;

/** A background that puts together what it is sent, as a browser sends it. */
function background(transfer = new BackupTransfer()) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (told: unknown) => {
    const sent = JSON.stringify(told);
    if (Buffer.byteLength(sent) > CHROME_MOST) throw new Error('Message length exceeded');
    // Half a pair of surrogates does not get through UTF-8.
    const { request } = JSON.parse(Buffer.from(sent).toString()) as { request: BackupPiece };
    if (/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(request.text)) throw new Error('half a letter');
    try {
      whole = transfer.take(request);
      return { ok: true, value: whole === null ? null : RESULT };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return { ok: false, error: { kind: 'failed', message, code } };
    }
  }) as never);
}

afterEach(() => {
  vi.restoreAllMocks();
  whole = null;
});

test.each([
  ['nothing', '', 1],
  ['one piece', 'x'.repeat(PIECE), 1],
  ['a letter more', 'x'.repeat(PIECE + 1), 2],
  ['a pair of surrogates where a piece ends', `${'x'.repeat(PIECE - 1)}\u{1f600}y`, 2],
  ['nothing but pairs', `x${'\u{1f600}'.repeat(PIECE)}`, 3],
  ['what takes most room', '\u0001'.repeat(3 * PIECE), 3],
])('a backup gets over whole: %s', async (_, json, pieces) => {
  const send = background();
  expect(await sendBackup(json)).toEqual(RESULT);
  expect(whole === json).toBe(true);
  expect(send).toHaveBeenCalledTimes(pieces);
});

test('what more than one message holds gets over, too', async () => {
  background();
  const json = '"'.repeat(CHROME_MOST);
  expect(await sendBackup(json)).toEqual(RESULT);
  expect(whole === json).toBe(true);
});

test('two pages at once: the later one gets over, the other is told', async () => {
  background();
  const json = 'x'.repeat(2 * PIECE);
  const [one, other] = await Promise.allSettled([sendBackup(json), sendBackup(json)]);
  expect(one).toMatchObject({ status: 'rejected', reason: { code: 'transfer-broken' } });
  expect(other).toEqual({ status: 'fulfilled', value: RESULT });
});

// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BackupPiece } from '../../lib/messages/protocol';
import { PIECE } from '../../lib/screens/send-backup';
import { type BackupActions, useBackup } from '../../lib/screens/use-backup';
import { show } from '../components/screen';
import { speak } from '../components/words';

test('a backup file that no single message holds is read in, and its result is told', async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
  const texts: string[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({
    request,
  }: {
    request: BackupPiece;
  }) => {
    if ((request.text?.length ?? Infinity) > PIECE) throw new Error('Message length exceeded');
    texts.push(request.text);
    return { ok: true, value: request.isLast ? { messages: 9, added: 7, known: 2 } : null };
  }) as never);
  let backup: BackupActions | undefined;
  function Probe() {
    backup = useBackup();
    return null;
  }
  show(<Probe />);
  const json = '防汛'.repeat(PIECE);
  backup?.importBackup(new File([json], 'backup.json'));
  await vi.waitFor(() => expect(backup?.result).not.toBeNull());
  expect(backup?.result).toMatchObject({ ok: true, words: expect.stringContaining('7') });
  expect(texts.join('') === json).toBe(true);
});

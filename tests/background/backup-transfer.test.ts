import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { BackupTransfer } from '../../lib/background/backup-transfer';
import { pageCalls } from '../../lib/background/page-calls';
import { backupJson } from '../../lib/export/json';
import type { BackupPiece } from '../../lib/messages/protocol';
import { readBackup } from '../../lib/tally/backup';
import { freshDb, message, NOON, recorderOn, reportOf, sums } from '../tally/tally-bench';

function piecesOf(texts: readonly string[], transfer = 'x'): BackupPiece[] {
  return texts.map((text, at) => ({ transfer, at, isLast: at === texts.length - 1, text }));
}

const BROKEN = expect.objectContaining({ code: 'transfer-broken' });

test('pieces in their order are the text again, whatever was begun before', () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1 });
  fc.assert(
    fc.property(texts, texts, fc.nat(), (left, whole, cut) => {
      const transfer = new BackupTransfer();
      for (const piece of piecesOf(left, 'left').slice(0, cut % left.length)) transfer.take(piece);
      const answers = piecesOf(whole).map((piece) => transfer.take(piece));
      expect(answers.pop()).toBe(whole.join(''));
      expect(answers.every((answer) => answer === null)).toBe(true);
    }),
  );
});

test.each<[string, (pieces: BackupPiece[]) => (BackupPiece | undefined)[]]>([
  ['one is missing', ([a, , c]) => [a, c]],
  ['the first is missing', ([, b, c]) => [b, c]],
  ['one comes twice', ([a, b, c]) => [a, b, b, c]],
  ['two change places', ([a, b, c]) => [a, c, b]],
  [
    'another page begins in between',
    ([a, b, c]) => [a, ...piecesOf(['other', 'y'], 'y').slice(0, 1), b, c],
  ],
])('where %s nothing is put together', (_, change) => {
  const transfer = new BackupTransfer();
  const take = () => {
    for (const piece of change(piecesOf(['a', 'b', 'c']))) if (piece) transfer.take(piece);
  };
  expect(take).toThrow(BROKEN);
  expect(piecesOf(['a', 'b']).map((piece) => transfer.take(piece))).toEqual([null, 'ab']);
});

test('a text without an end is let go, and the next one is taken', () => {
  const transfer = new BackupTransfer(10);
  const endless = piecesOf(['aaaa', 'bbbb', 'cccc', 'dddd']);
  const take = () => {
    for (const piece of endless) transfer.take(piece);
  };
  expect(take).toThrow(RangeError);
  expect(() => endless[3] && transfer.take(endless[3])).toThrow(BROKEN);
  expect(piecesOf(['aaaaa', 'bbbbb']).map((piece) => transfer.take(piece))).toEqual([
    null,
    'aaaaabbbbb',
  ]);
});

test('a backup is read in with its last piece, and not before', async () => {
  const there = freshDb();
  const told = reportOf(
    message('a', '防汛 words ?form'),
    message('b', '\u{1f600} x', { chat: 'two' }),
  );
  await (await recorderOn(there)).report(told);
  const json = backupJson(await readBackup(there), NOON);
  const here = freshDb();
  const recorder = vi.fn(() => recorderOn(here));
  const { importBackup } = pageCalls(here, recorder, () => {});
  const texts = [json.slice(0, 40), '', json.slice(40, -7), json.slice(-7)];
  const results = [];
  for (const piece of piecesOf(texts)) {
    expect(recorder).not.toHaveBeenCalled();
    results.push(await importBackup(piece, {}));
  }
  expect(results).toEqual([null, null, null, { messages: 2, added: 2, known: 0 }]);
  expect(await sums(here)).toEqual(await sums(there));
});

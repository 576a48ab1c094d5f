import { beforeEach, expect, test, vi } from 'vitest';
import type { History } from '../../lib/import/histories/history';
import type { HistoryPiece } from '../../lib/messages/protocol';
import { CallFailed, call } from '../../lib/messages/send';
import { sendHistory } from '../../lib/screens/send-history';
import { NOON } from '../tally/tally-bench';

vi.mock('../../lib/messages/send', async (original) => ({
  ...(await original<typeof import('../../lib/messages/send')>()),
  call: vi.fn(),
}));

const DAY = 24 * 60 * 60 * 1000;
const sent: HistoryPiece[] = [];

/** Three days of so many messages that each is a piece. */
const HISTORY: History = {
  files: [{ name: 'a.csv', format: 'csv', messages: 7500 }],
  chats: [{ site: 'other', name: 'one', isPrivate: false, from: 0 }],
  messages: Array.from({ length: 7500 }, (_, at) => ({
    ...{ inChat: 0, from: 0, sender: 'Li', own: null, kind: 'text' as const, text: `${at}` },
    time: NOON - (at % 3) * DAY,
  })),
  skipped: { system: 0, recalled: 0, empty: 0, time: 0 },
};

const CHOICES = { names: ['one'], sites: ['other'], ownNames: ['Li'] };

function send(stopped: AbortSignal, progress = () => {}) {
  return sendHistory(HISTORY, CHOICES, { dayStartHour: 4, now: NOON, progress, stopped });
}

beforeEach(() => {
  sent.length = 0;
  vi.mocked(call).mockImplementation((async (_: string, piece: HistoryPiece) => {
    sent.push(piece);
    return { added: piece.messages.length, known: 0, onPage: 0, closed: 0 };
  }) as unknown as typeof call);
});

test('whole days go over in order, the last one marked', async () => {
  const result = await send(new AbortController().signal);
  expect(result).toMatchObject({ added: 7500, isWhole: true });
  expect(sent.map(({ at, isLast }) => [at, isLast])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ]);
  expect(sent.every(({ messages }) => new Set(messages.map(({ time }) => time)).size === 1)).toBe(
    true,
  );
  expect(sent[0]?.messages[0]).toMatchObject({ own: true, time: NOON - 2 * DAY });
});

test('stopped, it sends no further piece and says so', async () => {
  const controller = new AbortController();
  const result = await send(controller.signal, () => controller.abort());
  expect(result).toMatchObject({ added: 2500, isWhole: false });
  expect(sent).toHaveLength(1);
});

test('a background that was stopped makes it begin again, and it counts what was added once', async () => {
  const counted = new Set<number>();
  let left = 1;
  vi.mocked(call).mockImplementation((async (_: string, piece: HistoryPiece) => {
    if (piece.at === 1 && left-- > 0) throw new CallFailed('failed', 'x', 'transfer-broken');
    const isKnown = counted.has(piece.at);
    counted.add(piece.at);
    sent.push(piece);
    const { length } = piece.messages;
    return { added: isKnown ? 0 : length, known: isKnown ? length : 0, onPage: 0, closed: 0 };
  }) as unknown as typeof call);
  const result = await send(new AbortController().signal);
  expect(result).toMatchObject({ added: 7500, known: 0, isWhole: true });
  expect(new Set(sent.map(({ transfer }) => transfer)).size).toBe(2);
});

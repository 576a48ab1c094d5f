import type { HistoryMessage, HistoryPiece } from '../../messages/protocol.ts';
import { flag, list, number, object, oneOf, type Shape, text, whole } from '../shape.ts';

/** Far more than a page sends at one time. */
const MOST = 100_000;

const place: Shape<HistoryPiece['chats'][number]> = object({
  site: text(40, /^[a-z0-9-]+$/),
  chat: text(500, /./s),
  isPrivate: flag,
});

const entry: Shape<HistoryPiece['messages'][number]> = object<
  Pick<
    HistoryPiece['messages'][number],
    'inChat' | 'by' | 'own' | 'time' | 'kind' | 'text' | 'nth' | 'from'
  >,
  Pick<HistoryMessage, 'file' | 'link' | 'oversize'>
>(
  {
    inChat: whole(MOST),
    by: whole(MOST),
    own: flag,
    // Between 2000 and 2100: no chat is older, no clock is later.
    time: number(946_684_800_000, 4_102_444_800_000),
    kind: oneOf('text', 'file', 'image', 'link', 'video', 'voice', 'location', 'placeholder'),
    text: text(20_000),
    nth: whole(MOST),
    from: whole(MOST),
  },
  {
    file: object({ name: text(500), size: number(0, Number.MAX_SAFE_INTEGER), exact: flag }),
    link: object({ url: text(2_000), title: text(500) }),
    oversize: flag as Shape<true>,
  },
);

const piece: Shape<HistoryPiece> = object({
  transfer: text(100),
  at: whole(10_000_000),
  isLast: flag,
  chats: list(place, MOST),
  senders: list(text(500), MOST),
  messages: list(entry, MOST),
});

/**
 * The messages of a piece, every field checked: what they say comes from a file that anybody may have made. Throws
 * `WrongShape`.
 */
export function readPiece(request: unknown): Pick<HistoryPiece, 'transfer' | 'at' | 'isLast'> & {
  messages: HistoryMessage[];
} {
  const { transfer, at, isLast, chats, senders, messages } = piece(request, 'piece');
  const read = messages.flatMap(({ inChat, by, ...message }): HistoryMessage[] => {
    const where = chats[inChat];
    const sender = senders[by];
    if (!where || sender === undefined) return [];
    const { site, chat, isPrivate } = where;
    return [{ ...message, site, chat, sender, ...(isPrivate && { isPrivate: true as const }) }];
  });
  return { transfer, at, isLast, messages: read };
}

import type { HistoryPiece } from '../../messages/protocol.ts';
import { dayOf } from '../../tally/local-day.ts';
import type { History, ReadMessage } from './history.ts';

/**
 * Messages of one piece at least, and at most where a day allows it: a piece is one transaction, in which a page that
 * reports has to wait, a third of a second with so many; larger ones are hardly faster.
 */
const ENOUGH = 2_000;
const MOST = 20_000;

/** How far a clock may be ahead before a message counts as one that cannot be, ms. */
const AHEAD = 24 * 60 * 60 * 1000;

/** What the user said of a history. */
export type HistoryChoices = {
  /** Names of chats, by their place in `History.chats`; a chat without a name is left out. */
  names: readonly string[];
  sites: readonly string[];
  /** The names under which the user wrote, where files do not say it. */
  ownNames: readonly string[];
};

type Clock = { dayStartHour: number; now: number };

type PieceMessage = HistoryPiece['messages'][number];

/** Messages that can be imported, in order of time. Those of a time to come are none. */
export function ordered(history: History, { names }: HistoryChoices, now: number): ReadMessage[] {
  return history.messages
    .filter(({ time, inChat }) => time <= now + AHEAD && (names[inChat] ?? '') !== '')
    .sort((one, other) => one.time - other.time);
}

/**
 * A history in pieces, of whole days as far as that goes: a message is compared with all that is counted of its chat on
 * its day. `messages` in order of time.
 */
export function* piecesOf(
  history: History,
  messages: readonly ReadMessage[],
  choices: HistoryChoices,
  clock: Clock,
): Generator<Omit<HistoryPiece, 'transfer'>> {
  let at = 0;
  const cut = new Cutting(history, choices);
  for (const { list, isLast } of lists(messages, clock)) {
    yield { ...cut.piece(list), at, isLast };
    at += 1;
  }
}

/** Lists of whole days, unless a day has too many: then of whole chats of a day. */
function* lists(
  messages: readonly ReadMessage[],
  { dayStartHour }: Clock,
): Generator<{ list: ReadMessage[]; isLast: boolean }> {
  let open: ReadMessage[] = [];
  for (let from = 0; from < messages.length; ) {
    const to = endOfDay(messages, from, dayStartHour);
    const day = messages.slice(from, to);
    const isLastDay = to === messages.length;
    if (open.length > 0 && open.length + day.length > MOST) {
      yield { list: open, isLast: false };
      open = [];
    }
    const parts = day.length > MOST ? byChat(day) : [day];
    for (const [part, list] of parts.entries()) {
      open = open.length === 0 ? list : [...open, ...list];
      const isLast = isLastDay && part === parts.length - 1;
      if (!isLast && open.length < ENOUGH) continue;
      yield { list: open, isLast };
      open = [];
    }
    from = to;
  }
}

/** The first message of the next day. A binary search: to tell a day takes a microsecond or two. */
function endOfDay(messages: readonly ReadMessage[], from: number, dayStartHour: number): number {
  const dayAt = (at: number) => dayOf(messages[at]?.time ?? 0, dayStartHour);
  const day = dayAt(from);
  let step = 1;
  while (from + step < messages.length && dayAt(from + step) === day) step *= 2;
  let [low, high] = [from + Math.floor(step / 2), Math.min(from + step, messages.length)];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (dayAt(middle) === day) low = middle;
    else high = middle;
  }
  return high;
}

function byChat(day: readonly ReadMessage[]): ReadMessage[][] {
  const chats = new Map<number, ReadMessage[]>();
  for (const message of day) {
    const list = chats.get(message.inChat);
    if (list) list.push(message);
    else chats.set(message.inChat, [message]);
  }
  return [...chats.values()].flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / MOST) }, (_, at) =>
      list.slice(at * MOST, (at + 1) * MOST),
    ),
  );
}

/** Lives as long as one import. */
class Cutting {
  readonly #history: History;
  readonly #choices: HistoryChoices;
  readonly #ownNames: ReadonlySet<string>;
  /** Alike messages of the moment that is read, by what they say. */
  #alike = new Map<string, number>();
  #moment = Number.NaN;

  constructor(history: History, choices: HistoryChoices) {
    this.#history = history;
    this.#choices = choices;
    this.#ownNames = new Set(choices.ownNames);
  }

  piece(list: readonly ReadMessage[]): Pick<HistoryPiece, 'chats' | 'senders' | 'messages'> {
    const chats = new Places<HistoryPiece['chats'][number]>();
    const senders = new Places<string>();
    const messages = list.map(({ inChat, sender, own, ...rest }): PieceMessage => {
      const chat = this.#chat(inChat);
      const isOwn = own ?? this.#ownNames.has(sender);
      const nth = this.#nth({ inChat, sender, ...rest });
      const place = chats.of(`${chat.site}|${chat.chat}`, chat);
      return { ...rest, own: isOwn, nth, inChat: place, by: senders.of(sender, sender) };
    });
    return { chats: chats.list, senders: senders.list, messages };
  }

  #chat(inChat: number): HistoryPiece['chats'][number] {
    const chat = this.#history.chats[inChat];
    return {
      site: this.#choices.sites[inChat] ?? chat?.site ?? 'other',
      chat: this.#choices.names[inChat] ?? '',
      isPrivate: chat?.isPrivate ?? false,
    };
  }

  /** How many alike the same file told before it, at the same moment. */
  #nth({ time, from, inChat, sender, kind, text, file, link }: Omit<ReadMessage, 'own'>): number {
    if (time !== this.#moment) this.#alike = new Map();
    this.#moment = time;
    const name = this.#choices.names[inChat];
    const id = [from, name, sender, kind, text, file?.name, link?.url].join('\u0000');
    const nth = this.#alike.get(id) ?? 0;
    this.#alike.set(id, nth + 1);
    return nth;
  }
}

/** A list of distinct things, each known by its place. */
class Places<T> {
  readonly list: T[] = [];
  readonly #places = new Map<string, number>();

  of(id: string, value: T): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const place = this.list.push(value) - 1;
    this.#places.set(id, place);
    return place;
  }
}

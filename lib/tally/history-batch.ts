import type { Message } from '../detect/types.ts';
import type { HistoryMessage } from '../messages/protocol.ts';
import type { Place } from './counts.ts';
import type { Engine } from './engine.ts';
import { historyKey, isLongContent, numberOf } from './history-key.ts';
import { dayOf } from './local-day.ts';

/** A message of a history on its way into the tally. */
export type Read = Place & {
  message: Message;
  contentKey: string;
  key: number;
  content: number;
  sender: number;
  time: number;
  isLong: boolean;
  isPrivate: boolean;
  from: number;
};

/**
 * Messages with the keys by which they are known again, in order of time. Whoever posted the same at the same time is
 * told apart by the name, and one who posted it twice by the number that the page gave.
 */
export function readBatch(
  told: readonly HistoryMessage[],
  engine: Engine<unknown>,
  dayStartHour: number,
): Read[] {
  const read = told.map((each) => readOne(each, engine, dayStartHour));
  return read.sort((one, other) => one.time - other.time || one.key - other.key);
}

function readOne(
  { nth, from, isPrivate, ...told }: HistoryMessage,
  engine: Engine<unknown>,
  dayStartHour: number,
): Read {
  const { site, chat, sender, own, time } = told;
  const bare: Message = { ...told, key: '' };
  const contentKey = contentKeyOf(bare, engine);
  const who = own ? '\u0000me' : sender;
  const key = numberOf([site, chat, who, time, contentKey, nth].join('\u0000'), engine);
  return {
    ...{ site, chat, time, from, key, contentKey },
    day: dayOf(time, dayStartHour),
    message: { ...bare, key: historyKey(site, key) },
    content: numberOf(contentKey, engine),
    sender: senderNumber({ sender, own }, engine),
    isLong: isLongContent(bare),
    isPrivate: isPrivate === true,
  };
}

/** What a reading makes of a name: 0 where it is not known, and for the user, whom every tool calls something else. */
export function senderNumber(
  { sender, own }: Pick<Message, 'sender' | 'own'>,
  engine: Engine<unknown>,
): number {
  return own || sender === '' ? 0 : numberOf(sender, engine);
}

function contentKeyOf(message: Message, engine: Engine<unknown>): string {
  try {
    return engine.contentKey(message);
  } catch {
    return `failed ${engine.hash(message.text)}`;
  }
}

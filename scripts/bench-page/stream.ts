import { plantedStream } from '../../tests/corpus/planted-stream.ts';
import { plantedTexts } from '../../tests/corpus/planted-texts.ts';

/** A text said in a group. `id`: the server's, where the client lets others choose it. */
export type SaidText = {
  id: string;
  chat: string;
  from: string;
  own: boolean;
  text: string;
  /** Unix ms. */
  time: number;
};

/** What comes in while the reader looks at `open`. */
export type Step = { open: string; batches: SaidText[][] };

export type ReplayedStream = { chats: string[]; steps: Step[] };

const DAY = 24 * 60 * 60 * 1000;
const SEED = 5;
/** Each fills up with a tenth of the messages: rows enough for a long transcript, and every group is read more than once. */
const GROUPS = 10;
/** Messages that come while one group is open. */
const READ_FOR = 200;
/** Messages that the server sends together; some ten of them are for the open group. */
const TOGETHER = 100;
/** A short replay is the beginning of a long one. */
const LONGEST = 10_000;
/** Of the generated stream about a third is no text, or belongs with something that is none. */
const GENERATED = 1.6;

/**
 * The same texts, in the same order, for every client: a day's work in ten groups that are opened in turn.
 * @param readFor messages that come while one group is open
 */
export function replayedStream(count: number, readFor = READ_FOR): ReplayedStream {
  const start = new Date(Date.now() - 8 * DAY);
  start.setHours(0, 0, 0, 0);
  const longest = Math.max(count, LONGEST);
  const size = { groups: GROUPS, messages: Math.ceil(longest * GENERATED), start, days: 5 };
  const { messages, chats } = plantedTexts(plantedStream(SEED, size), longest);
  const names = chats.map(({ name }) => name);
  const said = messages.slice(0, count).map(({ key, chat, sender, own, text, time }) => ({
    ...{ id: key.slice(key.indexOf(':') + 1), chat, from: sender, own, text, time },
  }));
  const steps = inParts(said, readFor).map((part, index) => ({
    open: names[index % names.length] ?? '',
    batches: inParts(part, TOGETHER),
  }));
  return { chats: names, steps };
}

function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

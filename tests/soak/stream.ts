import type { Message } from '../../lib/detect/types.ts';
import { createRandom, type Random } from '../corpus/planted/random.ts';
import { ANSWERS, SURNAMES, TALK, VILLAGES } from '../corpus/planted/small-talk.ts';
import type { Truth } from '../corpus/planted/truth.ts';
import { PLANTED_ME, type PlantedStream, plantedStream } from '../corpus/planted-stream.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A judge takes two of very many siblings for one another: so many different matters keep their distance. */
const MOST_PLANTED = 4_000;
const PLANTED_SHARE = 0.6;
/** Of all messages so many are notices passed on once more, word for word. */
const FORWARDED_SHARE = 0.12;
/** A copy later than this after its notice might come within a day of a deadline that was planted far ahead. */
const FORWARDED_WITHIN = 4 * DAY;
/** How often a flood of replies comes in place of talk; and the longest of each. */
const FLOODS = 0.12;
const FLOOD = 60;
const TALKERS = 4;

export type SoakSize = { groups: number; messages: number; days: number; start: Date };

type Known = { message: Message; truth: Truth };

/**
 * A fortnight as busy groups have it: planted notices, each passed on into many groups, floods of replies, and talk,
 * some of it after midnight. What every message is follows from how it was made. The same seed gives the same stream.
 */
export function soakStream(seed: number, size: SoakSize): PlantedStream {
  const random = createRandom(seed + 1_000_003);
  const messages = Math.min(MOST_PLANTED, Math.floor(size.messages * PLANTED_SHARE));
  const end = size.start.getTime() + size.days * DAY;
  const { chats, ...planted } = plantedStream(seed, { ...size, messages });
  const all = planted.messages.flatMap((message, index): Known[] => {
    const truth = planted.truth[index];
    return truth ? [{ message, truth }] : [];
  });
  // Copies and changes may come days after their notice.
  const known = apart(all).filter(({ message }) => message.time < end);
  const names = chats.map(({ name }) => name);
  const more = forwarded(random, known, names, Math.floor(size.messages * FORWARDED_SHARE), end);
  while (known.length + more.length < size.messages) {
    const talk = random.chance(FLOODS)
      ? flood(random, random.pick(known).message)
      : talks(random, random.pick(known).message, random.pick(names));
    more.push(...talk.filter(({ message }) => message.time < end));
  }
  const told = [...known, ...more.slice(0, size.messages - known.length)].sort(
    ({ message: one }, { message: other }) =>
      one.time - other.time || (one.key < other.key ? -1 : 1),
  );
  return {
    chats,
    messages: told.map(({ message }) => message),
    truth: told.map(({ truth }) => truth),
  };
}

/** Of two copies of one second the page tells the one first whose chat is listed first; here it is known which. */
function apart(known: readonly Known[]): Known[] {
  const last = new Map<string, number>();
  return known.map(({ message, truth }) => {
    const { version } = truth;
    const before = version === null ? undefined : last.get(version);
    const time = before === undefined ? message.time : Math.max(message.time, before + 1000);
    if (version !== null) last.set(version, time);
    return { message: { ...message, time }, truth };
  });
}

/** Notices passed on as they are, before anything changes them. */
function forwarded(
  random: Random,
  known: readonly Known[],
  names: string[],
  count: number,
  end: number,
) {
  const firsts = firstsOf(known);
  const until = endsOf(known);
  const copies: Known[] = [];
  while (copies.length < count) {
    const { message, truth } = random.pick(firsts);
    const holds = Math.min(
      message.time + FORWARDED_WITHIN,
      until.get(truth.version ?? '') ?? 0,
      end,
    );
    const time = message.time + random.whole(1, 4 * 24 * 60) * MINUTE;
    // The first chat is for talk alone.
    const chat = names[random.whole(1, names.length - 1)] ?? '';
    if (time >= holds) continue;
    const key = newKey(random);
    const sender = someone(random);
    copies.push({
      message: { ...message, key, chat, sender, time, own: false },
      truth: { ...truth, key, relation: 'copy', mayFold: truth.guards.length === 0 },
    });
  }
  return copies;
}

/** The first message of every version that may be passed on: nobody's own, no request for traces, no deadline near in its chain. */
function firstsOf(known: readonly Known[]): Known[] {
  const seen = new Set<string>();
  const near = new Set(
    known.filter(({ truth }) => truth.guards.includes('deadline')).map(({ truth }) => truth.chain),
  );
  return known.filter(({ message, truth }) => {
    const { version, chain, guards, traceOnly } = truth;
    if (version === null || seen.has(version)) return false;
    seen.add(version);
    const isPlain = !guards.includes('own') && !near.has(chain);
    return isPlain && !traceOnly && (message.kind === 'text' || message.kind === 'file');
  });
}

/** Until when each version holds, Unix ms: the next version of its chain ends it. */
function endsOf(known: readonly Known[]): Map<string, number> {
  const ends = new Map<string, number>();
  const current = new Map<string, string>();
  for (const { message, truth } of known) {
    const { chain, version, stale } = truth;
    if (chain === null || version === null || stale) continue;
    const before = current.get(chain);
    if (before !== version) {
      if (before !== undefined && !ends.has(before)) ends.set(before, message.time);
      current.set(chain, version);
    }
  }
  for (const version of current.values()) ends.set(version, Number.POSITIVE_INFINITY);
  return ends;
}

function flood(random: Random, { chat, time }: Message): Known[] {
  return Array.from({ length: random.whole(3, FLOOD) }, () => {
    const text = random.pick(ANSWERS).replace('{name}', random.pick(VILLAGES));
    return plain(random, chat, time + random.whole(30, 1200) * 1000, text, true);
  });
}

/** Talk beside what is said elsewhere; one in twelve long after midnight, which is still the day before. */
function talks(random: Random, { time }: Message, chat: string): Known[] {
  const begin = random.chance(1 / 12)
    ? new Date(time).setHours(25, random.whole(0, 150), 0, 0)
    : time + random.whole(1, 30) * MINUTE;
  return random
    .some(TALK, random.whole(1, TALKERS))
    .map((text, index) => plain(random, chat, begin + index * 17_000, text, false));
}

function plain(random: Random, chat: string, time: number, text: string, isReply: boolean): Known {
  const own = random.chance(0.05);
  const key = newKey(random);
  const sender = own ? PLANTED_ME : someone(random);
  const message: Message = { key, site: 'wechat', chat, sender, own, time, kind: 'text', text };
  const guards = own ? (['own'] as const) : [];
  const mayFold = isReply && !own;
  return { message, truth: { ...truthOfTalk(key), isReply, mayFold, guards: [...guards] } };
}

/** What is known of words that say nothing to many. */
export function truthOfTalk(key: string): Truth {
  return {
    key,
    relation: 'none',
    version: null,
    chain: null,
    demands: [],
    demandsClear: true,
    isReply: false,
    traceOnly: false,
    partial: false,
    guards: [],
    stale: false,
    mayFold: false,
  };
}

function someone(random: Random): string {
  return `${random.pick(VILLAGES)}-${random.pick(SURNAMES)}某`;
}

function newKey(random: Random): string {
  return `wechat:${random.whole(10 ** 8, 10 ** 9 - 1)}${random.whole(10 ** 9, 10 ** 10 - 1)}`;
}

import { createRandom, type Random } from '../corpus/planted/random.ts';
import { TALK } from '../corpus/planted/small-talk.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';

/** One thing that happens. Messages are named by their place in the stream. */
export type Operation =
  /** Messages from `from` to before `to` arrive; `kill`: the background is stopped so many ms after they began to. */
  | { do: 'receive'; from: number; to: number; kill?: number }
  /** A message says something else: talk instead of talk, or instead of a copy. */
  | { do: 'edit'; message: number; text: string }
  | { do: 'recall'; message: number }
  /** A chat is opened and read from the end to the top and back. */
  | { do: 'read'; chat: string }
  | { do: 'switch'; chat: string }
  /** The page is loaded again and told again what it has lost. */
  | { do: 'reload' }
  /** A second tab of the same site is opened, read and used, until it is closed. */
  | { do: 'open-second'; chat: string }
  | { do: 'close-second' }
  /** The tab is closed, and another opened. */
  | { do: 'reopen' }
  /** The tab's process ends at once. */
  | { do: 'crash' }
  /** The browser is closed and started again with the same profile. */
  | { do: 'restart' }
  /** The extension is replaced by its next version while the page is open. */
  | { do: 'update' }
  /** The sums are compared. */
  | { do: 'check' }
  /** Memory is measured: a page of its own, `messages` more in it, and no kill. */
  | { do: 'measure'; messages: number };

export type OperationKind = Operation['do'];

/** How often each kind comes among 100,000 messages; each comes at least once. */
const RATES: readonly (readonly [kind: OperationKind, count: number])[] = [
  ['edit', 60],
  ['recall', 80],
  ['read', 110],
  ['switch', 150],
  ['reload', 40],
  ['open-second', 12],
  ['reopen', 12],
  ['crash', 4],
  ['restart', 5],
  ['update', 3],
  ['check', 6],
];

/** Kills: of so many deliveries one, and at least so many. */
const KILL_OF = 6;
const FEWEST_KILLS = 8;
/**
 * Ms in which a page takes in a delivery, the background starts, and a report is written: so kills fall before, in and
 * after it.
 */
const LONGEST_DELAY = { ms: 60, forEach: 0.6 };

/** Sizes of deliveries: singles, a lively minute, a burst, what was missed over a night. */
const SIZES: readonly (readonly [share: number, from: number, to: number])[] = [
  [0.25, 1, 1],
  [0.3, 2, 25],
  [0.3, 100, 300],
  [0.15, 400, 700],
];

/**
 * Messages that a page holds while its memory is measured. Below fifteen times as many in all nothing is: the first tenth has
 * no room for them and for what comes before.
 */
const MEASURED = 2_000;
/** Of the last so many messages one is edited or taken back. */
const RECENT = 300;

/** What happens during the stream. The same seed gives the same plan. */
export function planOf(stream: PlantedStream, seed: number): Operation[] {
  const random = createRandom(seed + 7);
  const count = stream.messages.length;
  const others = placed(random, stream, count);
  const plan: Operation[] = [];
  let from = 0;
  while (from < count) {
    const next = others[0]?.at ?? count;
    const to = Math.min(count, next, from + sizeOf(random, count));
    if (to > from) plan.push({ do: 'receive', from, to });
    from = to;
    while (others[0] && others[0].at <= from) {
      const { operation } = others.shift() ?? {};
      if (!operation) continue;
      plan.push(operation);
      if (operation.do === 'measure') from += operation.messages;
    }
  }
  return withKills(random, plan);
}

type Placed = { at: number; operation: Operation };

function placed(random: Random, stream: PlantedStream, count: number): Placed[] {
  const measures = measuresIn(count);
  const quiet = measures.map(({ at }) => [at, at + MEASURED] as const);
  const found: Placed[] = [];
  const taken = new Set<number>();
  for (const [kind, rate] of RATES) {
    const times = Math.max(1, Math.round((rate * count) / 100_000));
    for (let nth = 0; nth < times; nth++) {
      const spot = Math.round(count * ((nth + 0.2 + 0.6 * random.next()) / times));
      const at = outside(quiet, Math.max(1, Math.min(count - 1, spot)));
      found.push(...operationsOf(random, stream, kind, at, taken).map(near(quiet, count)));
    }
  }
  return [...found, ...measures].sort((one, other) => one.at - other.at);
}

/** What belongs together stays together: nothing falls into a measurement. */
function near(quiet: readonly (readonly [number, number])[], count: number) {
  return ({ at, operation }: Placed): Placed => ({
    at: outside(quiet, Math.min(at, count)),
    operation,
  });
}

function outside(quiet: readonly (readonly [number, number])[], at: number): number {
  const within = quiet.find(([from, to]) => at >= from && at <= to);
  return within ? within[0] - 1 : at;
}

/** Before the end of the first tenth, of the fifth, and of the last. */
function measuresIn(count: number): Placed[] {
  if (count < 15 * MEASURED) return [];
  return [0.1, 0.5, 1].map((share) => ({
    at: Math.floor(count * share) - MEASURED,
    operation: { do: 'measure', messages: MEASURED },
  }));
}

function operationsOf(
  random: Random,
  stream: PlantedStream,
  kind: OperationKind,
  at: number,
  taken: Set<number>,
): Placed[] {
  const chat = () => random.pick(stream.chats).name;
  switch (kind) {
    case 'read':
    case 'switch':
      return [{ at, operation: { do: kind, chat: chat() } }];
    case 'open-second':
      return [
        { at, operation: { do: kind, chat: chat() } },
        { at: at + random.whole(100, 400), operation: { do: 'close-second' } },
      ];
    case 'edit': {
      const message = targetOf(random, stream, at, taken, isEditable(stream));
      const text = `对了，${random.pick(TALK)}`;
      return message === null ? [] : [{ at, operation: { do: kind, message, text } }];
    }
    case 'recall': {
      const message = targetOf(random, stream, at, taken, isRecallable(stream));
      return message === null ? [] : [{ at, operation: { do: kind, message } }];
    }
    default:
      return [{ at, operation: { do: kind } as Operation }];
  }
}

/** A recent message that is not touched otherwise; notices as often as all the rest. */
function targetOf(
  random: Random,
  { truth }: PlantedStream,
  at: number,
  taken: Set<number>,
  suits: (index: number) => boolean,
): number | null {
  const recent = Array.from({ length: Math.min(at, RECENT) }, (_, back) => at - 1 - back);
  const free = recent.filter((index) => !taken.has(index) && suits(index));
  const notices = free.filter((index) => truth[index]?.version != null);
  const from = notices.length > 0 && random.chance(0.5) ? notices : free;
  if (from.length === 0) return null;
  const found = random.pick(from);
  taken.add(found);
  return found;
}

/** Talk; or a copy of a notice that never changes, not its first, so that the notice stays where it is counted. */
function isEditable({ messages, truth }: PlantedStream): (index: number) => boolean {
  const changing = changingChains(truth);
  return (index) => {
    const [message, known] = [messages[index], truth[index]];
    if (!message || !known || message.kind !== 'text' || message.own) return false;
    // What a relay's list says tells what the lists after it are.
    if (message.text.startsWith('#接龙')) return false;
    if (known.version === null) return known.demands.length === 0 && !known.isReply;
    return known.relation === 'copy' && !known.traceOnly && !changing.has(known.chain);
  };
}

/** Anything but what changes or is changed: whether a change is still told of once it was taken back is not planted. */
function isRecallable({ messages, truth }: PlantedStream): (index: number) => boolean {
  const changing = changingChains(truth);
  return (index) => {
    const [message, known] = [messages[index], truth[index]];
    return message?.kind === 'text' && !message.own && !changing.has(known?.chain ?? '');
  };
}

/** Chains of which more than one version is told. */
export function changingChains(truth: PlantedStream['truth']): Set<string | null> {
  const versions = new Map<string, string>();
  const changing = new Set<string | null>();
  for (const { chain, version } of truth) {
    if (chain === null || version === null) continue;
    if ((versions.get(chain) ?? version) !== version) changing.add(chain);
    versions.set(chain, version);
  }
  return changing;
}

function sizeOf(random: Random, count: number): number {
  let share = random.next();
  const size = SIZES.find(([part]) => {
    share -= part;
    return share < 0;
  });
  const [, from, to] = size ?? [0, 1, 1];
  // A short stream still comes in many deliveries.
  return Math.min(random.whole(from, to), Math.max(1, Math.ceil(count / 15)));
}

/** Deliveries of more than one message are those in which a kill can meet a write. */
function withKills(random: Random, plan: readonly Operation[]): Operation[] {
  const many = plan.flatMap((operation, index) =>
    operation.do === 'receive' && operation.to - operation.from > 1 ? [index] : [],
  );
  const kills = Math.min(many.length, Math.max(FEWEST_KILLS, Math.round(many.length / KILL_OF)));
  const killed = new Set(random.some(many, kills));
  return plan.map((operation, index) =>
    operation.do === 'receive' && killed.has(index)
      ? { ...operation, kill: delayOf(random, operation.to - operation.from) }
      : operation,
  );
}

function delayOf(random: Random, messages: number): number {
  return random.whole(0, Math.round(LONGEST_DELAY.ms + LONGEST_DELAY.forEach * messages));
}

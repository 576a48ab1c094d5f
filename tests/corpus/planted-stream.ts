import type { Message } from '../../lib/detect/types.ts';
import type { SimulatedChat } from '../simulator/wechat/types.ts';
import type { Draft } from './planted/draft.ts';
import { createDrafts } from './planted/drafts.ts';
import { createRandom } from './planted/random.ts';
import type { Truth } from './planted/truth.ts';

export type PlantedStream = {
  chats: SimulatedChat[];
  /** In order of (time, key). */
  messages: Message[];
  /** One for each message, at the same place. */
  truth: Truth[];
};

export type StreamSize = {
  groups: number;
  messages: number;
  /** Midnight of the first day, local time. */
  start: Date;
  /** Days over which the messages are spread; default one for every 400 messages. */
  days?: number;
};

/** The user's name in the stream; give it to the judge as one of `myNames`. */
export const PLANTED_ME = '李梅';

/** A stream of messages of which it is known what each of them is. The same seed gives the same stream. */
export function plantedStream(seed: number, size: StreamSize): PlantedStream {
  const random = createRandom(seed);
  const days = size.days ?? Math.max(2, Math.round(size.messages / 400));
  const chats = Array.from({ length: size.groups }, (_, index) => ({
    name: `第${index + 1}工作群`,
  }));
  const drafts = createDrafts(random, { ...size, days, me: PLANTED_ME });
  const keyed = drafts.map((draft) => ({
    draft,
    key: `wechat:${String(random.whole(10 ** 8, 10 ** 9 - 1))}${String(random.whole(10 ** 9, 10 ** 10 - 1))}`,
  }));
  keyed.sort((one, other) => one.draft.time - other.draft.time || (one.key < other.key ? -1 : 1));
  const kept = keyed.slice(0, size.messages);
  return {
    chats,
    messages: kept.map(({ draft, key }) => messageOf(draft, key, chats[draft.chat]?.name ?? '')),
    truth: truthOf(kept),
  };
}

function messageOf(draft: Draft, key: string, chat: string): Message {
  const { sender, own, time, kind, file, link } = draft;
  const text = draft.sentences.map((sentence) => sentence.text).join('');
  return {
    key,
    site: 'wechat',
    chat,
    sender,
    own,
    time,
    kind,
    text,
    ...(file ? { file: { ...file, exact: true } } : {}),
    ...(link ? { link } : {}),
  };
}

/** The relation follows from the order of arrival; everything else was planted. */
function truthOf(kept: readonly { draft: Draft; key: string }[]): Truth[] {
  const seenVersions = new Set<string>();
  const newest = new Map<string, number>();
  return kept.map(({ draft, key }) => {
    const { version, chain, edition } = draft;
    const isCopy = version !== null && seenVersions.has(version);
    const stale = chain !== null && edition < (newest.get(chain) ?? 0);
    if (version !== null) seenVersions.add(version);
    if (chain !== null) newest.set(chain, Math.max(edition, newest.get(chain) ?? 0));
    const first = edition > 0 ? 'revision' : draft.sibling ? 'series' : 'new';
    const guards = [...draft.guards];
    if (version !== null && edition > 0) guards.push('revision');
    const foldable = isCopy || draft.isReply || draft.traceOnly;
    return {
      key,
      relation: version === null ? 'none' : isCopy ? 'copy' : first,
      version,
      chain,
      demands: [...new Set(draft.sentences.flatMap((sentence) => sentence.asks ?? []))],
      demandsClear: draft.demandsClear,
      isReply: draft.isReply,
      traceOnly: draft.traceOnly,
      partial: draft.partial,
      guards,
      stale,
      mayFold: foldable && guards.length === 0 && !stale,
    };
  });
}

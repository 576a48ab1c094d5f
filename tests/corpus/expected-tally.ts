import type { DemandKind, Message } from '../../lib/detect/types.ts';
import type { Truth } from './planted/truth.ts';

/*
 * The counting rules, in words:
 *
 * 1. Every message counts as a message on its local day in its chat, own ones too; a day starts at
 *    four in the morning. Nothing else that the user posted counts.
 * 2. A version of a notice counts once, where its first message is: the least (time, key).
 * 3. Every other message of the version is a copy, where it stands. A copied text costs its
 *    characters (code points without white space), a copied file, link or picture counts as one.
 * 4. A reply counts where it stands.
 * 5. A request to reply, to join a relay or to check in counts once for each version in each chat,
 *    at the first message of that version there that makes it: one has to answer in each.
 * 6. Any other demand counts once for a whole chain of versions, at the first message that makes
 *    it: a revision does not ask again for what was already asked.
 * 7. A message that is no notice counts each of its demands.
 */

export type ExpectedCounts = {
  messages: number;
  notices: number;
  copies: number;
  copyCharacters: number;
  copyMedia: number;
  replies: number;
  demands: Partial<Record<DemandKind, number>>;
};

/** Hour of the local clock. */
const DAY_STARTS = 4;

/** The key of the sums of one day in one chat. */
export function cellOf(message: Message): string {
  const date = new Date(message.time);
  if (date.getHours() < DAY_STARTS) date.setDate(date.getDate() - 1);
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${day}|${message.chat}`;
}

/** Sums by day and chat. `truth` stands in the order of `messages`; the order itself does not matter. */
export function expectedTally(
  messages: readonly Message[],
  truth: readonly Truth[],
): Map<string, ExpectedCounts> {
  const cells = new Map<string, ExpectedCounts>();
  const truthOf = new Map(truth.map((one) => [one.key, one]));
  const asked = new Set<string>();
  const stated = new Set<string>();
  const once = (set: Set<string>, name: string): boolean =>
    !set.has(name) && set.add(name) !== null;

  for (const message of [...messages].sort(byTimeAndKey)) {
    const known = truthOf.get(message.key);
    if (!known) throw new Error(`nothing is known of ${message.key}`);
    const counts = cells.get(cellOf(message)) ?? nothingYet();
    cells.set(cellOf(message), counts);
    counts.messages++;
    if (message.own) continue;
    if (known.isReply) counts.replies++;
    if (known.version !== null) {
      if (once(stated, known.version)) counts.notices++;
      else addCopy(counts, message);
    }
    for (const kind of known.demands) {
      const name = demandName(kind, message, known);
      if (name === null || once(asked, name))
        counts.demands[kind] = (counts.demands[kind] ?? 0) + 1;
    }
  }
  return cells;
}

/** What a demand is counted once for; null: each time. */
function demandName(kind: DemandKind, message: Message, known: Truth): string | null {
  if (known.version === null) return null;
  const inEachChat = kind === 'reply' || kind === 'relay' || kind === 'check-in';
  return inEachChat ? `${kind}|${known.version}|${message.chat}` : `${kind}|${known.chain}`;
}

function addCopy(counts: ExpectedCounts, message: Message): void {
  counts.copies++;
  if (message.kind === 'text') counts.copyCharacters += [...message.text.replace(/\s/g, '')].length;
  if (message.kind === 'file' || message.kind === 'link' || message.kind === 'image') {
    counts.copyMedia++;
  }
}

function nothingYet(): ExpectedCounts {
  return {
    messages: 0,
    notices: 0,
    copies: 0,
    copyCharacters: 0,
    copyMedia: 0,
    replies: 0,
    demands: {},
  };
}

function byTimeAndKey(one: Message, other: Message): number {
  return one.time - other.time || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}

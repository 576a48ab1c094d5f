import type { Message } from '../../../lib/detect/types.ts';
import { createRandom, type Random } from '../planted/random.ts';
import { createChats, type Spot } from './chats.ts';
import { render } from './notices.ts';
import type { Posting } from './posting.ts';
import { createPostings, type PostingKind } from './postings.ts';
import { createTimeline } from './timeline.ts';
import type { EditedTruth, StreamEntry } from './types.ts';

/** What share of the messages is what; the shares are parts of their sum. Merged messages count as copies. */
const MIX: Record<PostingKind, number> = {
  new: (37 * 2) / 3,
  series: 37 / 3,
  copy: 40,
  revision: 12,
  none: 12,
};
const KINDS = Object.keys(MIX) as PostingKind[];
const MIX_SUM = KINDS.reduce((sum, kind) => sum + MIX[kind], 0);
/** How far the mix may lag behind before it is made good. */
const SLACK = 40;
const FORGET_EVERY = 500;

/**
 * A stream of notices, their copies, their revisions and small talk, as one reader of many work chats meets it,
 * with what a careful reader would say of each message. A file posted behind its notice is a notice of its own.
 * The same seed gives the same stream.
 */
export function editedStream(seed: number, count: number): StreamEntry[] {
  const random = createRandom(seed);
  const timeline = createTimeline(random);
  const chats = createChats(random);
  const postings = createPostings(random);
  const entries: StreamEntry[] = [];
  const posted: Record<PostingKind, number> = { new: 0, series: 0, copy: 0, revision: 0, none: 0 };
  const post = (posting: Posting, spot: Spot, time: number): void => {
    const message = toMessage(posting, spot, time, keyOf(random, entries.length));
    entries.push({ message, truth: posting.truth });
    posted[kindOf(posting.truth)]++;
  };
  while (entries.length < count) {
    const now = timeline.next();
    const posting =
      postings.make(drawKind(posted, entries.length, random), now) ?? postings.make('new', now);
    if (!posting) continue;
    const { reached, follower } = posting;
    const spot = reached ? chats.beyond(reached) : chats.anywhere();
    post(posting, spot, now);
    const isNewThere = follower && !follower.reached?.has(spot.chat);
    if (isNewThere && entries.length < count) {
      follower.reached?.add(spot.chat);
      post(follower, spot, timeline.soon());
    }
    if (entries.length % FORGET_EVERY === 0) postings.forget(now);
  }
  return entries;
}

/** Draws what comes next, the likelier the more of it is missing. */
function drawKind(posted: Record<PostingKind, number>, total: number, random: Random): PostingKind {
  const missing = KINDS.map((kind) =>
    Math.max(0, (MIX[kind] / MIX_SUM) * (total + SLACK) - posted[kind]),
  );
  let left = random.next() * missing.reduce((sum, share) => sum + share, 0);
  for (const [index, kind] of KINDS.entries()) {
    left -= missing[index] ?? 0;
    if (left < 0) return kind;
  }
  return 'new';
}

function kindOf({ relation }: EditedTruth): PostingKind {
  return relation === 'merged' ? 'copy' : relation;
}

function toMessage({ content }: Posting, spot: Spot, time: number, key: string): Message {
  const message = { key, site: 'wechat', ...spot, own: false, time };
  switch (content.kind) {
    case 'said':
      return { ...message, kind: 'text', text: content.text };
    case 'text':
      return { ...message, kind: 'text', text: render(content.pieces) };
    case 'file':
      return {
        ...message,
        kind: 'file',
        text: '',
        file: { name: content.name, size: content.size, exact: true },
      };
    case 'link':
      return {
        ...message,
        kind: 'link',
        text: '',
        link: { url: content.url, title: content.title },
      };
  }
}

/** Looks like a server's number and grows with the stream, so that no two are the same. */
function keyOf(random: Random, index: number): string {
  return `wechat:${random.whole(1000, 9999)}${String(index).padStart(9, '0')}${random.whole(100000, 999999)}`;
}

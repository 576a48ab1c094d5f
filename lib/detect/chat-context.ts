import { type Bursts, burstsWith, type Settled, settledBy } from './burst.ts';
import { ASKS_KEPT, BURST, PICTURES_FOLLOW } from './limits.ts';
import type { DemandKind, Message, Verdict } from './types.ts';

/** What was asked and posted lately in one chat: as much as tells a picture that answers from one that says something. */
export type ChatContext = {
  /** Requests that are met by a picture, oldest first. */
  asks: Posting[];
  /** The last notice of each sender of late, with the pictures that followed it at once, oldest first. */
  posts: Posting[];
  bursts?: Bursts;
};

/** `notice`: the version that a copy states, which was first seen elsewhere. */
type Posting = { id: string; poster: string; time: number; notice?: string };

/** What can be met by posting a picture. */
const MET_BY_PICTURE: ReadonlySet<DemandKind> = new Set(['photo', 'screenshot', 'location']);

/** Whether a message is a picture without words. */
function isPicture({ kind, text }: Message): boolean {
  return (
    (kind === 'image' || kind === 'video' || kind === 'location') &&
    !/[\p{L}\p{N}]/u.test(withoutMark(text))
  );
}

/** Without the "[图片]" that a client writes in place of a picture. */
function withoutMark(text: string): string {
  return text.replace(/^\s*[[【][^\]】]{1,8}[\]】]\s*$/, '');
}

/**
 * Whether a message is a picture that someone asked for in this chat: within a day, not from who asked for it, and
 * no part of a notice that its sender has just posted. In doubt it is none.
 */
export function isAskedPicture(context: ChatContext | undefined, message: Message): boolean {
  if (!context || context.asks.length === 0 || !isPicture(message)) return false;
  const poster = posterOf(message);
  if (poster === null || belongsToNotice(context, message, poster)) return false;
  return context.asks.some(
    (ask) =>
      ask.poster !== poster &&
      message.time >= ask.time &&
      message.time - ask.time <= PICTURES_FOLLOW,
  );
}

/** The copies of this chat of which a message tells whether what came with them is the same. */
export function settledIn(context: ChatContext | undefined, message: Message): Settled[] {
  return settledBy(context?.bursts, message, posterOf(message));
}

/**
 * Takes in a judged message; the same message twice changes nothing. Returns the context that there was when nothing
 * is to be kept. `wanted`: what came with the notice that a copy repeats.
 */
export function withMessage(
  before: ChatContext | undefined,
  message: Message,
  verdict: Verdict,
  wanted: string[] | null,
): ChatContext | undefined {
  const poster = posterOf(message);
  if (poster === null || verdict.isReply) return before;
  const isText = message.kind === 'text' && verdict.notice !== null;
  const bursts = burstsWith(before?.bursts, message, poster, isText ? { wanted } : null);
  const context =
    bursts === before?.bursts
      ? before
      : { asks: [], posts: [], ...before, ...(bursts && { bursts }) };
  const asks = verdict.demands.some((kind) => MET_BY_PICTURE.has(kind));
  const isNotice = verdict.notice !== null;
  const follows =
    context !== undefined && isPicture(message) && belongsToNotice(context, message, poster);
  if (!asks && !isNotice && !follows) return context;
  const { asks: oldAsks = [], posts = [] } = context ?? {};
  const notice = follows
    ? posts.find((one) => one.poster === poster)?.notice
    : verdict.relation === 'copy' && verdict.notice;
  const posting = { id: message.key, poster, time: message.time, ...(notice && { notice }) };
  return {
    ...context,
    asks: asks ? added(oldAsks, posting, (one) => one.id === posting.id) : oldAsks,
    posts: isNotice || follows ? added(posts, posting, (one) => one.poster === poster) : posts,
  };
}

/** What is left when a message is forgotten, and everything before a Unix time in ms. */
export function contextWithout(context: ChatContext, id: string | null, beforeMs = 0): ChatContext {
  const stays = (one: { id: string; time: number }) => one.id !== id && one.time >= beforeMs;
  const kept = { ...context, asks: context.asks.filter(stays), posts: context.posts.filter(stays) };
  if (kept.bursts) kept.bursts = { ...kept.bursts, texts: kept.bursts.texts.filter(stays) };
  return kept;
}

/** A picture of the sender of a notice, within a minute of it or of the picture before. */
function belongsToNotice({ posts }: ChatContext, message: Message, poster: string): boolean {
  return posts.some(
    (post) => post.poster === poster && Math.abs(message.time - post.time) <= BURST,
  );
}

function added(
  list: readonly Posting[],
  posting: Posting,
  replaces: (one: Posting) => boolean,
): Posting[] {
  return [...list.filter((one) => !replaces(one)), posting].slice(-ASKS_KEPT);
}

/** Null where the sender is not known. */
export function posterOf({ own, sender }: Message): string | null {
  if (own) return '\u0000me';
  return sender === '' ? null : sender;
}

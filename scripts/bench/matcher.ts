import type { Message } from '../../lib/detect/types.ts';

/** An earlier message, and how alike the two are: 0 to 1. */
export type Near = { key: string; similarity: number };

/** What a method says of one message. */
export type Match = {
  /** What the message is led to. */
  nearest: Near | null;
  /** What it is said to be a copy of. */
  copyOf: Near | null;
};

export const NO_MATCH: Match = { nearest: null, copyOf: null };

/** A method at work: says what a message is to all messages before it, and keeps the message in mind. */
export type Matcher = (message: Message) => Match;

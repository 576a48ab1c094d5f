import { attachmentKey, type Settled } from '../lib/detect/burst.ts';
import { withAttachments } from '../lib/detect/judge.ts';
import { BURST } from '../lib/detect/limits.ts';
import type { Message, Verdict } from '../lib/detect/types.ts';

type Held = {
  message: Message;
  verdict: Verdict;
  /** Unix ms of the text or of the last attachment that followed it. */
  last: number;
  /** What came with it is not what came with its notice, and that is final. */
  other: boolean;
};

/** What comes out: a final verdict, or a note that was put in between. */
type Out = { message: Message; verdict: Verdict } | { note: string };

/**
 * Verdicts on their way out. One that waits for the files and pictures of its burst holds back those behind it, so
 * that they come in order, for as long as the burst may last by the messages' own times. `isSameAtEnd`: whether what
 * came with a message is what came with its notice, when nothing more comes after a Unix time in ms.
 */
export function createHeldVerdicts(isSameAtEnd: (message: Message, end: number) => boolean) {
  const queue: (Held | { note: string })[] = [];
  let newest = Number.NEGATIVE_INFINITY;

  const isOpen = (one: Held | { note: string }) =>
    !('note' in one) &&
    one.verdict.guards.includes('attachment') &&
    !one.other &&
    newest - one.last <= BURST;

  function settle(held: Held, isSame: boolean): void {
    held.other = !isSame;
    held.verdict = withAttachments(held.verdict, isSame);
  }

  function ready(isLeft: typeof isOpen): Out[] {
    const until = queue.findIndex(isLeft);
    const out = queue.splice(0, until === -1 ? queue.length : until);
    for (const one of out) {
      if ('note' in one || one.other || !one.verdict.guards.includes('attachment')) continue;
      settle(one, isSameAtEnd(one.message, one.last + BURST + 1));
    }
    return out;
  }

  return {
    /** Takes the next verdict, with what its message tells of earlier ones; returns those that are final, in order. */
    push(message: Message, verdict: Verdict, settled: readonly Settled[]): Out[] {
      newest = Math.max(newest, message.time);
      for (const held of queue) {
        if ('note' in held) continue;
        const told = settled.find(({ id }) => id === held.message.key);
        if (told) settle(held, told.sameAttachments);
        const { chat, sender } = held.message;
        const isOfBurst = chat === message.chat && sender === message.sender;
        if (isOfBurst && attachmentKey(message) !== null) held.last = message.time;
      }
      queue.push({ message, verdict, last: message.time, other: false });
      return ready(isOpen);
    },
    /** Keeps the place of what has no verdict. */
    pass(note: string): Out[] {
      queue.push({ note });
      return ready(isOpen);
    },
    /** Everything that is left: nothing more will come. */
    finish: (): Out[] => ready(() => false),
  };
}

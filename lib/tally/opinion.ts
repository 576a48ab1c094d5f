import type { DemandKind, Message, Verdict } from '../detect/types.ts';
import type { ObservedMessage } from '../messages/protocol.ts';
import type { Recording } from './recording.ts';

/** Demands of which it is kept what they ask for. */
const WORK: ReadonlySet<DemandKind> = new Set(['form', 'meeting', 'inspection']);

/**
 * What the judge says, already remembered. One message that it fails on shows, is counted and holds up no other. Throws
 * before it has changed anything where the index lacks words (see `IndexKeeper.withWords`).
 */
export function opinionOn<Index>(
  { engine, keeper, options, settled, onFailure }: Recording<Index>,
  message: Message,
): { verdict: Verdict; contentKey: string } {
  try {
    const contentKey = engine.contentKey(message);
    const verdict = engine.judge(keeper.index, message, options);
    for (const { id, sameAttachments } of engine.settled(keeper.index, message)) {
      settled.set(id, sameAttachments);
    }
    keeper.remember(message, verdict);
    return { verdict, contentKey };
  } catch (error) {
    if (engine.wordsLackedBy(error) !== null) throw error;
    onFailure(error);
    return { verdict: NO_VERDICT, contentKey: `failed ${message.key}` };
  }
}

/** Notes what a version asks for that a message is about to found. A failure costs only that it is not known. */
export function noteAsks<Index>(
  { engine, asks, onFailure }: Recording<Index>,
  message: Message,
  { notice, demands, isReply }: Verdict,
): void {
  if (notice !== message.key) return;
  // An earlier reading of the same message may have founded the version in this transaction already.
  asks.delete(notice);
  if (isReply || !demands.some((kind) => WORK.has(kind))) return;
  try {
    asks.set(notice, engine.objectsOf(message, demands));
  } catch (error) {
    onFailure(error);
  }
}

/**
 * Notes the evidence number of a message that is about to found a version; `name` is what it is called in the index.
 * What two people wrote to each other gets none: a number is for handing over.
 */
export function noteEvidence<Index>(
  { engine, evidence, onFailure }: Recording<Index>,
  message: ObservedMessage,
  name: string,
  { notice }: Verdict,
): void {
  if (notice !== name) return;
  evidence.delete(name);
  if (message.isPrivate) return;
  try {
    const number = engine.evidenceNumber(message);
    if (number !== null) evidence.set(name, { key: message.key, number });
  } catch (error) {
    onFailure(error);
  }
}

/** Of a message that the judge failed on. */
export const NO_VERDICT: Verdict = {
  relation: 'none',
  of: null,
  notice: null,
  partial: false,
  similarity: 0,
  changed: [],
  demands: [],
  traceOnly: false,
  isReply: false,
  guards: [],
  deadline: null,
  action: 'show',
  reason: 'failed',
  title: '',
};

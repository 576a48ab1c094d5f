import type { EditedTruth, EditName, StreamEntry } from '../edited/types.ts';
import { createRandom, type Random } from '../planted/random.ts';
import { makeChatter } from './chatter.ts';
import { drawEdits, rewrite } from './copies.ts';
import { History } from './history.ts';
import { textOf, type Version } from './model.ts';
import { makeNotice, makeSibling } from './notices.ts';
import { CHATS, makeMessage } from './posting.ts';
import { makeSchedule } from './schedule.ts';
import { makeUpdate } from './updates.ts';

type Writer = { random: Random; history: History; said: Set<string> };
type Turn = { now: number; id: string };
type Written = { text: string; truth: EditedTruth };

/** Out of 101 messages: what is new, repeated, changed, talk. */
const SHARES = { new: 37, copy: 40, update: 12, chatter: 12 } as const;

const SIBLINGS = 1 / 3;

/**
 * A stream of group messages with its truth, written without sight of the judge: notices, siblings,
 * copies with up to four edits, updates of one fact, talk. The same seed gives the same stream.
 */
export function secondStream(seed: number, count: number): StreamEntry[] {
  const random = createRandom(seed * 7919 + 17);
  const writer: Writer = { random, history: new History(), said: new Set() };
  const seen = new Map<string, Set<string>>();
  return makeSchedule(random, seed, count).map((time, index) => {
    const { text, truth } = writeMessage(writer, { now: time, id: `n${index}` });
    const posting = { seed, index, time, text };
    const out = truth.edits.includes('quotation') ? outOf(seen.get(truth.group)) : {};
    const message = makeMessage(random, { ...posting, ...out });
    seen.set(truth.group, (seen.get(truth.group) ?? new Set()).add(message.chat));
    return { message, truth };
  });
}

/**
 * A notice quoted where it stands already is an answer to it, and elsewhere a copy: quotations go to
 * groups that have not had the notice, unless nearly all have.
 */
function outOf(chats: ReadonlySet<string> | undefined): { out?: ReadonlySet<string> } {
  return chats && chats.size < CHATS.length / 2 ? { out: chats } : {};
}

function writeMessage(writer: Writer, turn: Turn): Written {
  const lot = writer.random.next() * 101;
  if (lot < SHARES.chatter) return writeChatter(writer);
  if (lot < SHARES.chatter + SHARES.update)
    return writeUpdate(writer, turn) ?? writeNew(writer, turn);
  if (lot < SHARES.chatter + SHARES.update + SHARES.copy) {
    return writeCopy(writer, turn) ?? writeNew(writer, turn);
  }
  return writeNew(writer, turn);
}

function truthOf(
  version: Version,
  rest: Pick<EditedTruth, 'relation'> & Partial<EditedTruth>,
): EditedTruth {
  return { group: version.family, version: version.id, edits: [], change: null, ...rest };
}

function writeChatter({ random, said }: Writer): Written {
  const truth: EditedTruth = { relation: 'none', group: '', version: '', edits: [], change: null };
  return { text: makeChatter(random, said), truth };
}

function writeNew(writer: Writer, { now, id }: Turn): Written {
  const { random, history } = writer;
  const elder = random.chance(SIBLINGS) ? history.recall(random, now) : null;
  const sibling = elder && makeSibling(elder, { random, history, now, id });
  const version = sibling ?? makeNotice({ random, history, now, id });
  history.add(version, now);
  const truth = truthOf(version, { relation: sibling ? 'series' : 'new' });
  return { text: textOf(version.parts), truth };
}

function writeUpdate({ random, history }: Writer, { now, id }: Turn): Written | null {
  const base = history.recallLatest(random, now);
  const update = base && makeUpdate(base, { random, history, now, id });
  if (!update) return null;
  const { version, change } = update;
  const names = drawEdits(random, 2, ['merged']);
  const edited = rewrite(version, names, { random, history, now });
  // A version first met without its end is not known: its whole text would be new to the reader.
  history.add(version, now, !edited.applied.includes('truncation'));
  const truth = truthOf(version, { relation: 'revision', edits: edited.applied, change });
  return { text: textOf(edited.parts), truth };
}

function writeCopy(writer: Writer, { now, id }: Turn): Written | null {
  const { random, history } = writer;
  const version = history.recall(random, now);
  if (!version) return null;
  const names = drawEdits(random, 4);
  if (names.includes('merged')) return writeMerged(writer, version, { now, id, names });
  const edited = rewrite(version, names, { random, history, now });
  const truth = truthOf(version, { relation: 'copy', edits: edited.applied });
  return { text: textOf(edited.parts), truth };
}

/** A known notice with a second one beside it, which is known or new; a new one is not met again. */
function writeMerged(
  { random, history }: Writer,
  version: Version,
  { now, id, names }: Turn & { names: readonly EditName[] },
): Written {
  const met = random.chance(0.5) ? history.recall(random, now) : null;
  const known = met !== null && met.family !== version.family;
  const second = known ? met : makeNotice({ random, history, now, id });
  if (!known) history.add(second, now, false);
  const edited = rewrite(version, names, { random, history, now, second: second.parts });
  const truth = truthOf(version, {
    relation: 'merged',
    edits: edited.applied,
    second: { group: second.family, version: second.id, known },
  });
  return { text: textOf(edited.parts), truth };
}

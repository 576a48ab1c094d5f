import type { Random } from '../planted/random.ts';
import { fillSlots } from './fill.ts';
import { FRAMES } from './frames/all.ts';
import { settleWording, splitWording } from './template.ts';
import type { UsedTitles } from './titles.ts';
import type { Fact, Frame, Piece } from './types.ts';

/** A notice with what is needed to make its like. */
export type Draft = { frame: Frame; wording: string; pieces: Piece[] };

/** Facts that two notices of one frame must not share, beside the title. */
const LEAST_DIFFERENCES = 3;
/** How many earlier notices of the same frame are looked at: far more than lie within any window. */
const REMEMBERED = 100;

/** Where notices of one stream come from. */
export type NoticeSource = {
  fresh(now: number): Draft;
  /** The same words about another event: other title, other days, other people to ask. */
  sibling(of: Draft, now: number): Draft;
};

/** Makes notices of which no two are alike. */
export function createNoticeSource(random: Random, used: UsedTitles): NoticeSource {
  const earlier = new Map<string, Map<string, Fact>[]>();
  const distinct = (draw: () => Draft): Draft => {
    for (;;) {
      const draft = draw();
      const facts = factsOf(draft.pieces);
      const peers = earlier.get(draft.frame.id) ?? [];
      if (peers.some((peer) => differences(peer, facts) < LEAST_DIFFERENCES)) continue;
      earlier.set(draft.frame.id, [...peers.slice(1 - REMEMBERED), facts]);
      return draft;
    }
  };
  const draft = (frame: Frame, wording: string, given: Map<string, Fact>, now: number): Draft => {
    const parts = splitWording(wording);
    const facts = fillSlots(parts, given, { frame, now, used, random });
    const pieces = parts.map((part) => ('slot' in part ? factOf(facts, part.slot) : part.words));
    return { frame, wording, pieces };
  };
  return {
    fresh: (now) =>
      distinct(() => {
        const frame = random.pick(FRAMES);
        return draft(frame, settleWording(frame.text, random), new Map(), now);
      }),
    sibling: (of, now) =>
      distinct(() => draft(of.frame, of.wording, shared(of, random.chance(0.5)), now)),
  };
}

/** The facts of a notice, each once. */
export function factsOf(pieces: readonly Piece[]): Map<string, Fact> {
  return new Map(
    pieces.flatMap((piece): [string, Fact][] =>
      typeof piece === 'string' ? [] : [[piece.slot, piece]],
    ),
  );
}

/** The words of a notice. Two numbers side by side are kept apart. */
export function render(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    const words = typeof piece === 'string' ? piece : piece.text;
    text += /\w$/.test(text) && /^\w/.test(words) ? ` ${words}` : words;
  }
  return text;
}

/** The moment from which the words of a notice would mean other days than they did. */
export function validUntil(pieces: readonly Piece[]): number {
  return Math.min(...[...factsOf(pieces).values()].map((fact) => fact.until));
}

/** Siblings keep the wordings, and half of them speak to the same people. */
function shared(of: Draft, sameAudience: boolean): Map<string, Fact> {
  const kept = [...factsOf(of.pieces)].filter(
    ([, fact]) => fact.kind === 'wording' || (sameAudience && fact.kind === 'audience'),
  );
  return new Map(kept);
}

/** How many facts differ, the title and what is named after it left aside. */
function differences(first: Map<string, Fact>, second: Map<string, Fact>): number {
  let count = 0;
  for (const [slot, fact] of second) {
    const other = first.get(slot);
    const named = fact.kind === 'title' || fact.kind === 'file' || fact.kind === 'wording';
    if (!named && other && other.value !== fact.value) count++;
  }
  return count;
}

function factOf(facts: Map<string, Fact>, slot: string): Fact {
  const fact = facts.get(slot);
  if (!fact) throw new Error(`no fact for ${slot}`);
  return fact;
}

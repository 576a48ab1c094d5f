import { align, type Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { dayOf } from './calendar.ts';
import { postedIn } from './chat-notices.ts';
import { overlap } from './code-rows.ts';
import { describe } from './difference.ts';
import { explained } from './explained.ts';
import {
  NEAR_CHARACTERS,
  REVISED_KINDS,
  SHORT_CHANGES,
  SHORT_COMMON,
  SHORT_REPLACED,
  SHORT_SHARE,
} from './limits.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import { NO_MATCH, type Relationship } from './relationship.ts';
import { replacedWords } from './subject.ts';
import { plainLetters } from './token-part.ts';
import type { JudgeOptions } from './types.ts';
import { saysUpdate } from './update-words.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/**
 * A notice of few words that changes one of the same chat: "龙盘路换管,10月31日起停水三天" and then "…五天". Such texts are
 * copies only when they are the same, but a change of one is worth telling.
 */
export function shortRevision(
  index: NoticeIndex,
  analysis: Analysis,
  { windowMs }: JudgeOptions,
): Relationship | null {
  const { message, tokens } = analysis;
  if (tokens.plain < SHORT_COMMON || tokens.plain >= NEAR_CHARACTERS) return null;
  let best: Relationship | null = null;
  for (const version of postedIn(index, chatKey(message))) {
    const age = message.time - version.time;
    if (age < 0 || age > windowMs || version.file || version.link || version.image) continue;
    const found = changesOf(index, version, analysis);
    if (!found || found.similarity <= (best?.similarity ?? 0)) continue;
    best = { ...NO_MATCH, ...found, relation: 'revision', version, reason: 'same-notice' };
  }
  return best;
}

type Found = Pick<Relationship, 'similarity' | 'changed'>;

function changesOf(index: NoticeIndex, version: Version, later: Analysis): Found | null {
  const to = later.tokens;
  // Of most versions the length is at hand, and tells enough.
  if (to.codes.length < SHORT_SHARE * index.rows.sizeOf(version.ordinal).tokens) return null;
  const earlier = analysisOf(index, version);
  const from = earlier.tokens;
  const longest = Math.max(from.codes.length, to.codes.length);
  if (overlap(from.codes, to.codes).tokens < SHORT_SHARE * longest) return null;
  const alignment = align(from.codes, to.codes);
  if (!alignment) return null;
  const hunks = alignment.hunks.filter((hunk) => explained(hunk, earlier, later) === null);
  if (hunks.length === 0 || hunks.length > SHORT_CHANGES) return null;
  if (!isSameMatter(earlier, later, hunks, version)) return null;
  const changed = describe(earlier, later, hunks);
  const kinds = new Set(changed.map(({ fact }) => fact));
  if (kinds.size === 0 || kinds.size > REVISED_KINDS) return null;
  return { changed, similarity: (2 * alignment.common) / (from.codes.length + to.codes.length) };
}

function isSameMatter(
  earlier: Analysis,
  later: Analysis,
  hunks: readonly Hunk[],
  version: Version,
): boolean {
  let lost = 0;
  let gained = 0;
  for (const { fromStart, fromEnd, toStart, toEnd } of hunks) {
    lost += plainLetters({ analysis: earlier, start: fromStart, end: fromEnd });
    gained += plainLetters({ analysis: later, start: toStart, end: toEnd });
  }
  const common = Math.min(earlier.tokens.plain - lost, later.tokens.plain - gained);
  if (common < SHORT_COMMON || Math.max(lost, gained) > SHORT_REPLACED) return false;
  // Other words by another hand may be another matter.
  const isSaid = version.sender === later.message.sender || saysUpdate(later);
  if (lost + gained > 0 && !isSaid) return false;
  return !isOver(earlier, later) && !replacedWords(earlier, later, hunks).otherMatter;
}

/** What took place before the later notice was posted takes place again: "明天上午例会". */
function isOver(earlier: Analysis, later: Analysis): boolean {
  const days = earlier.facts.flatMap(({ day }) => day ?? []);
  const today = dayOf(later.message.time);
  return days.length > 0 && days.every((day) => day < today) && !saysUpdate(later);
}

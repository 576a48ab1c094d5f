import { type Analysis, analysePart } from './analysis.ts';
import type { Candidate } from './candidates.ts';
import { compare } from './compare.ts';
import { coverOf, mayHold } from './cover.ts';
import { isDressing } from './dressing.ts';
import { NOTICE_CHARACTERS, SHORT_SEGMENT } from './limits.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import { QUOTED, quotedMessage } from './quoted.ts';
import { NO_MATCH, type Relationship } from './relationship.ts';
import { isReply } from './reply.ts';
import { segmentsOf } from './segments.ts';
import type { Stretch } from './spans.ts';
import { saysUpdate } from './update-words.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/** How a part of a text relates to what is known, when it stands alone. */
type RelatePart = (part: Analysis) => Relationship;

/**
 * What a message is that holds known notices whole, with a verdict for each of its parts: a copy when every part is
 * one, a revision when a part changes something. Null when it holds none, or says something besides.
 */
export function mergedRelation(
  index: NoticeIndex,
  analysis: Analysis,
  candidates: readonly Candidate[],
  relatePart: RelatePart,
): Relationship | null {
  const cover = coverOf(index, analysis, candidates);
  if (!cover) return segmentsRelation(analysis, relatePart);
  const parts: Relationship[] = [];
  for (const stretch of cover.rest) {
    if (isDressing(analysis, stretch.start, stretch.end)) continue;
    if (stretch.end - stretch.start < NOTICE_CHARACTERS) return null;
    parts.push(relatePart(partOf(analysis, stretch)));
  }
  return relationOfParts(parts, cover.versions);
}

/** The same where the known notices are too short to be found in the whole: part by part, as the text itself is divided. */
function segmentsRelation(analysis: Analysis, relatePart: RelatePart): Relationship | null {
  const { message, key } = analysis;
  const segments = segmentsOf(analysis);
  if (!segments.some((text) => text.length <= SHORT_SEGMENT)) return null;
  const parts: Relationship[] = [];
  for (const text of segments) {
    const part = relatePart(analysePart({ ...message, text }, key));
    if (part.relation !== 'copy' && part.relation !== 'revision') return null;
    parts.push(part);
  }
  return parts.some(({ relation }) => relation === 'copy') ? relationOfParts(parts, []) : null;
}

/** `versions`: what the message holds besides the parts, whole and unchanged. */
function relationOfParts(
  parts: readonly Relationship[],
  versions: readonly Version[],
): Relationship | null {
  const revision = parts.find(({ relation }) => relation === 'revision');
  if (revision) return { ...revision, reason: 'merged' };
  if (parts.some(({ relation }) => relation !== 'copy')) return null;
  const copies = parts.flatMap(({ version, others }) => (version ? [version, ...others] : []));
  const [version = null, ...others] = new Set([...versions, ...copies]);
  return {
    ...COPY,
    version,
    others,
    partial: parts.some(({ partial }) => partial),
    reason: others.length > 0 ? 'merged' : 'held-whole',
  };
}

/** One of several notices that were posted in one message before: a copy of a part of it, which a reader of it has had. */
export function partRelation(
  index: NoticeIndex,
  analysis: Analysis,
  candidates: readonly Candidate[],
): Relationship | null {
  const own = { tokens: analysis.tokens.codes.length, facts: analysis.facts.length };
  for (const { version, size, common } of candidates) {
    if (size.tokens < own.tokens + NOTICE_CHARACTERS || !mayHold(own, common)) continue;
    if (version.file || version.link || version.image) continue;
    const whole = analysisOf(index, version);
    // What stands in a text that changes something may be what is changed.
    if (saysUpdate(whole) || saysUpdate(analysis)) continue;
    for (const text of segmentsOf(whole)) {
      const part = analysePart({ ...whole.message, text }, whole.key);
      const comparison = compare(part, analysis);
      if (comparison?.relation !== 'copy' || comparison.partial) continue;
      return { ...COPY, version, partial: true, reason: 'part-of-merged' };
    }
  }
  return null;
}

const COPY = { ...NO_MATCH, relation: 'copy', similarity: 1 } as const;

/** A stretch of a message as a message of its own. */
function partOf(analysis: Analysis, { start, end }: Stretch): Analysis {
  const { message, key, normal, tokens } = analysis;
  const text = normal.clean.slice(tokens.starts[start], tokens.ends[end - 1]);
  return analysePart({ ...message, text }, key);
}

/**
 * A notice of another chat that is passed on as a quotation, with a few words about it. Quoting in the chat of the
 * notice itself is a conversation, and none of our business.
 */
export function quotedRelation(analysis: Analysis, relatePart: RelatePart): Relationship | null {
  const { message, normal, tokens } = analysis;
  if (normal.quoted.length < NOTICE_CHARACTERS) return null;
  if (saysUpdate(analysis)) return null;
  const found = relatePart(analysePart(quotedMessage(analysis), analysis.key));
  if ((found.relation !== 'copy' && found.relation !== 'revision') || !found.version) return null;
  // A change is told wherever it is quoted, and whatever is said about it.
  if (found.relation === 'revision') return { ...found, reason: QUOTED };
  if (isReply(analysis)) return null;
  if ([found.version, ...found.others].some((version) => isKnownIn(version, chatKey(message)))) {
    return null;
  }
  if (isDressing(analysis, 0, tokens.codes.length)) return found;
  return isRemark(analysis) ? { ...found, commented: true } : null;
}

function isKnownIn(version: Version, chat: string): boolean {
  const places = version.places ?? [];
  return chatKey(version) === chat || places.some((place) => place.startsWith(`${chat}\u0000`));
}

/** A few words that ask nothing and state no fact. */
function isRemark({ tokens, facts, normal }: Analysis): boolean {
  return (
    tokens.characters < NOTICE_CHARACTERS &&
    facts.length === 0 &&
    !/[?吗呢么谁哪]/.test(normal.body)
  );
}

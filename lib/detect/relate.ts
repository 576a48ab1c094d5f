import { type Analysis, analysePart } from './analysis.ts';
import { candidatesOf } from './candidates.ts';
import { explicit } from './explicit.ts';
import { mergedRelation, partRelation, quotedRelation } from './merged.ts';
import { nearText } from './near-text.ts';
import type { NoticeIndex } from './notice-index.ts';
import { otherFile, otherLink } from './other-attachment.ts';
import { quotedMessage } from './quoted.ts';
import { type Relationship, unrelated } from './relationship.ts';
import { sameContent } from './same-content.ts';
import type { JudgeOptions } from './types.ts';
import { saysUpdate } from './update-words.ts';

/** Compares a message with everything known. The index is not changed. */
export function relate(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
): Relationship {
  if (analysis.placeholder) return unrelated('none', 'placeholder');
  if (!analysis.isNotice) return shortUpdate(index, analysis, options);
  const same = sameContent(index, analysis);
  if (same) return same;
  if (analysis.message.file) return otherFile(index, analysis);
  if (analysis.message.link) return otherLink(index, analysis);
  if (analysis.oversize) return unrelated('new', 'too-long');
  return wholeText(index, analysis, options);
}

/** A text against the texts that are known: near it, put together of them, or saying that it changes one. */
function wholeText(index: NoticeIndex, analysis: Analysis, options: JudgeOptions): Relationship {
  const candidates = candidatesOf(index, analysis);
  const near = nearText(index, analysis, options, candidates);
  if (near.relation === 'copy') return near;
  const relatePart = (part: Analysis) =>
    sameContent(index, part) ?? nearText(index, part, options, candidatesOf(index, part));
  const merged =
    mergedRelation(index, analysis, candidates, relatePart) ??
    partRelation(index, analysis, candidates);
  // What says that it changes a notice does so, whatever else it holds; what holds nothing new says no such thing.
  const isSaid = near.reason === 'explicit-reference' && merged?.relation !== 'copy';
  return isSaid ? near : (merged ?? near);
}

/**
 * Whether an answer quotes what nobody is known to have said: anyone can write a quotation, and the news in it would fold
 * with the answers.
 */
export function quotesNews(index: NoticeIndex, analysis: Analysis, options: JudgeOptions): boolean {
  if (analysis.normal.quoted === '') return false;
  const quoted = analysePart(quotedMessage(analysis), analysis.key);
  if (!quoted.isNotice) return quoted.facts.length > 0 || saysUpdate(quoted);
  const found = sameContent(index, quoted) ?? wholeText(index, quoted, options);
  return found.relation !== 'copy';
}

function shortUpdate(index: NoticeIndex, analysis: Analysis, options: JudgeOptions): Relationship {
  const relatePart = (part: Analysis) =>
    sameContent(index, part) ?? wholeText(index, part, options);
  return (
    explicit(index, analysis, options) ??
    quotedRelation(analysis, relatePart) ??
    unrelated('none', 'short')
  );
}

import type { Analysis } from './analysis.ts';
import { candidatesOf } from './candidates.ts';
import { SHORTLIST } from './limits.ts';
import type { NoticeIndex } from './notice-index.ts';
import { resolveReference } from './reference.ts';
import { NO_MATCH, type Relationship } from './relationship.ts';
import { topicPrintsOf } from './topic.ts';
import type { JudgeOptions } from './types.ts';
import { saysUpdate } from './update-words.ts';

/** A message that says of itself that it changes a notice, with the notice that it means; null when it says or means none. */
export function explicit(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
): Relationship | null {
  if (analysis.oversize || !saysUpdate(analysis)) return null;
  // Corrections resemble one another more than what they correct, so more are looked at.
  const others = candidatesOf(index, analysis, SHORTLIST, topicPrintsOf(analysis)).map(
    ({ version }) => version,
  );
  const found = resolveReference(index, analysis, others, options.windowMs);
  if (!found) return null;
  const { target, changed, similarity } = found;
  return {
    ...NO_MATCH,
    relation: 'revision',
    version: target,
    similarity,
    changed,
    reason: 'explicit-reference',
  };
}

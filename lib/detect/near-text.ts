import type { Analysis } from './analysis.ts';
import { isOtherPicture } from './attachment.ts';
import type { Candidate } from './candidates.ts';
import { type Comparison, compare, isSameEvent, tooFarApart } from './compare.ts';
import { explicit } from './explicit.ts';
import { NEAR_CHARACTERS } from './limits.ts';
import { chatKey, EARLIER, type NoticeIndex } from './notice-index.ts';
import { NO_MATCH, type Relationship, unrelated } from './relationship.ts';
import { shortRevision } from './short-notice.ts';
import { statedChanges } from './stated-changes.ts';
import type { JudgeOptions } from './types.ts';
import { saysUpdate } from './update-words.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

type Match = { version: Version; comparison: Comparison };

/** A text against the versions that are most like it: a copy, a change, the same again in other words, a series. */
export function nearText(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
  candidates: readonly Candidate[],
): Relationship {
  const { message } = analysis;
  const matches: Match[] = [];
  for (const candidate of candidates) {
    const { version } = candidate;
    // The same words under another picture or file may be another matter.
    const attached = version.file || version.link || isOtherPicture(version.image, message.image);
    const comparison = attached ? null : compareWith(index, candidate, analysis);
    if (comparison) matches.push({ version, comparison });
    if (comparison?.relation === 'copy' && !comparison.partial && !version.superseded) break;
  }
  const copy = best(matches, 'copy');
  if (copy)
    return {
      ...matched(copy),
      reason: copy.version.superseded ? 'near-text-superseded' : 'near-text',
    };
  const current = matches.filter(({ version }) => message.time - version.time <= options.windowMs);
  const earlier = current.filter(({ version }) => version.time <= message.time);
  const revision = best(earlier, 'revision');
  if (revision) {
    const reason = saysUpdate(analysis) ? 'explicit-reference' : 'same-notice';
    return { ...matched(revision), reason };
  }
  const stated = explicit(index, analysis, options);
  if (stated) return stated;
  const short = shortRevision(index, analysis, options);
  if (short) return short;
  if (best(current, 'revision')) return unrelated('new', EARLIER);
  const again = candidates.find(({ version }) => isPostedAgain(index, version, analysis, options));
  if (again) {
    const changed = statedChanges(analysisOf(index, again.version), analysis);
    return {
      ...NO_MATCH,
      relation: 'revision',
      version: again.version,
      similarity: 0.5,
      changed,
      reason: 'same-event',
    };
  }
  const series = best(matches, 'series') ?? best(matches, 'revision');
  return series
    ? unrelated('series', 'same-series', series.comparison.similarity)
    : unrelated('new', 'new');
}

/** The comparison with a version, which is read only when enough of its tokens are the text's as well. */
function compareWith(
  index: NoticeIndex,
  { version, size, common }: Candidate,
  analysis: Analysis,
): Comparison | null {
  const { codes, plain } = analysis.tokens;
  if (plain < NEAR_CHARACTERS) return null;
  const apart = tooFarApart(common.tokens, size.tokens, codes.length);
  return apart === undefined ? compare(analysisOf(index, version), analysis) : apart;
}

/** A text of the same chat, posted again in other words. */
function isPostedAgain(
  index: NoticeIndex,
  version: Version,
  analysis: Analysis,
  { windowMs }: JudgeOptions,
): boolean {
  const { message } = analysis;
  const age = message.time - version.time;
  return (
    chatKey(version) === chatKey(message) &&
    age >= 0 &&
    age <= windowMs &&
    !version.file &&
    !version.link &&
    isSameEvent(analysisOf(index, version), analysis)
  );
}

function matched({ version, comparison }: Match): Relationship {
  return { ...NO_MATCH, ...comparison, version, reason: '' };
}

/** Of a relation the whole before the cut, the most alike, the one that nothing replaced, the newest. */
function best(matches: readonly Match[], relation: Comparison['relation']): Match | undefined {
  const found = matches.filter((match) => match.comparison.relation === relation);
  return found.sort(
    (one, other) =>
      Number(one.comparison.partial) - Number(other.comparison.partial) ||
      Number(one.version.superseded) - Number(other.version.superseded) ||
      other.comparison.similarity - one.comparison.similarity ||
      other.version.time - one.version.time,
  )[0];
}

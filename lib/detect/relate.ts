import { type Analysis, squeeze } from './analysis.ts';
import { isCommonFileName, sameSize, spokenSize } from './attachment.ts';
import { filesNamed, linksTo } from './called-versions.ts';
import { candidatesOf } from './candidates.ts';
import { type Comparison, compare, isSameEvent } from './compare.ts';
import { SHORTLIST } from './limits.ts';
import { mergedRelation, partRelation, quotedRelation } from './merged.ts';
import { analysisOf, chatKey, EARLIER, exactly, type NoticeIndex } from './notice-index.ts';
import { resolveReference, topicPrintsOf } from './reference.ts';
import { statedChanges } from './stated-changes.ts';
import type { Change, JudgeOptions, Relation } from './types.ts';
import { saysUpdate } from './update-words.ts';
import type { Version } from './version.ts';

/** How a message relates to what is known. `version` is what it is a copy or a revision of. */
export type Relationship = {
  relation: Relation;
  version: Version | null;
  /** The further versions that a message of several copies states. */
  others: Version[];
  partial: boolean;
  similarity: number;
  changed: Change[];
  /** Matched by a rounded file size. */
  approximate: boolean;
  /** A copy to which its sender adds words of his own. */
  commented: boolean;
  reason: string;
};

const NO_MATCH = {
  version: null,
  others: [],
  partial: false,
  changed: [],
  approximate: false,
  commented: false,
};

/** A relationship that says only that there is none of note. */
export function unrelated(relation: Relation, reason: string, similarity = 0): Relationship {
  return { ...NO_MATCH, relation, similarity, reason };
}

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

function shortUpdate(index: NoticeIndex, analysis: Analysis, options: JudgeOptions): Relationship {
  const relatePart = (part: Analysis) =>
    sameContent(index, part) ?? wholeText(index, part, options);
  return (
    explicit(index, analysis, options) ??
    quotedRelation(analysis, relatePart) ??
    unrelated('none', 'short')
  );
}

function explicit(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
): Relationship | null {
  if (analysis.oversize || !saysUpdate(analysis)) return null;
  // Corrections resemble one another more than what they correct, so more are looked at.
  const others = candidatesOf(index, analysis, SHORTLIST, topicPrintsOf(analysis));
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

/** A copy by equal content. Of several equal versions the newest that nothing has replaced. */
function sameContent(index: NoticeIndex, analysis: Analysis): Relationship | null {
  const { message } = analysis;
  const versions = exactly(index, analysis.exact).filter(
    (version) => version.id !== message.key && sameAttachments(analysis, version),
  );
  const version = versions.find((one) => !one.superseded) ?? versions[0];
  if (!version) return null;
  const approximate = isApproximate(analysis, version);
  return copyOf(version, reasonOf(analysis), approximate);
}

function copyOf(version: Version, reason: string, approximate: boolean): Relationship {
  return {
    ...NO_MATCH,
    relation: 'copy',
    version,
    similarity: 1,
    approximate,
    reason: version.superseded ? `${reason}-superseded` : reason,
  };
}

function reasonOf(analysis: Analysis): string {
  if (analysis.message.file) return 'same-file';
  if (analysis.message.link) return 'same-link';
  return analysis.message.image ? 'same-picture' : 'same-text';
}

function sameAttachments(analysis: Analysis, version: Version): boolean {
  const { file, link } = analysis.message;
  if (file && !(version.file && sameSize(file, version.file))) return false;
  // Without an address two links are told apart by nothing but their title: not enough.
  return link?.url.trim() !== '';
}

function isApproximate(analysis: Analysis, version: Version): boolean {
  const { file } = analysis.message;
  return Boolean(file && !(file.exact && version.file?.exact));
}

/** Same name, other size: the file was changed. A name that many files bear counts within its chat only. */
function otherFile(index: NoticeIndex, analysis: Analysis): Relationship {
  const { message } = analysis;
  const { file } = message;
  if (!file) return unrelated('new', 'new');
  const common = isCommonFileName(file.name);
  const known = filesNamed(index, file.name, message).filter(
    (version) => version.id !== message.key && (!common || chatKey(version) === chatKey(message)),
  );
  const older = known.find((version) => version.time <= message.time);
  if (!older?.file) {
    return (
      otherAttachment(index, analysis, ({ file: theirs }) => theirs && spokenSize(theirs)) ??
      unrelated('new', known.length > 0 ? EARLIER : 'new')
    );
  }
  const sizes = sameSize(file, older.file);
  const changed: Change[] = sizes
    ? [{ fact: 'wording', from: older.text.slice(0, 60), to: message.text.slice(0, 60) }]
    : [{ fact: 'file', from: spokenSize(older.file), to: spokenSize(file) }];
  return { ...copyOf(older, 'other-size', false), relation: 'revision', similarity: 0.9, changed };
}

/** Same address, other title: the page behind it was changed or is offered anew. */
function otherLink(index: NoticeIndex, analysis: Analysis): Relationship {
  const { message } = analysis;
  const { link } = message;
  if (!link || link.url.trim() === '') return unrelated('new', 'new');
  const older = linksTo(index, link.url).find(
    (version) => version.id !== message.key && version.time <= message.time,
  );
  if (!older?.link || squeeze(older.link.title) === squeeze(link.title)) {
    return (
      otherAttachment(index, analysis, ({ link: theirs }) => theirs?.url) ?? unrelated('new', 'new')
    );
  }
  const changed: Change[] = [{ fact: 'title', from: older.link.title, to: link.title }];
  return { ...copyOf(older, 'other-title', false), relation: 'revision', similarity: 0.9, changed };
}

/** The same words with another file or link: it was changed. */
function otherAttachment(
  index: NoticeIndex,
  analysis: Analysis,
  spoken: (of: Pick<Version, 'file' | 'link'>) => string | undefined,
): Relationship | null {
  const { message } = analysis;
  const to = spoken(message);
  for (const version of candidatesOf(index, analysis)) {
    const from = spoken(version);
    if (from === undefined || to === undefined || version.time > message.time) continue;
    const comparison = compare(analysisOf(index, version), analysis);
    if (comparison?.relation !== 'copy' && comparison?.relation !== 'revision') continue;
    const change: Change = { fact: message.file ? 'file' : 'link', from, to };
    const changed = from === to ? comparison.changed : [...comparison.changed, change];
    if (changed.length === 0) continue;
    return {
      ...NO_MATCH,
      ...comparison,
      relation: 'revision',
      version,
      changed,
      reason: 'other-attachment',
    };
  }
  return null;
}

type Match = { version: Version; comparison: Comparison };

function nearText(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
  candidates: readonly Version[],
): Relationship {
  const { message } = analysis;
  const matches: Match[] = [];
  for (const version of candidates) {
    // The same words under another picture or file may be another matter.
    const attached = version.file || version.link || version.image?.key !== message.image?.key;
    const comparison = attached ? null : compare(analysisOf(index, version), analysis);
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
  if (best(current, 'revision')) return unrelated('new', EARLIER);
  const again = candidates.find((version) => isPostedAgain(index, version, analysis, options));
  if (again) {
    const changed = statedChanges(analysisOf(index, again), analysis);
    return {
      ...NO_MATCH,
      relation: 'revision',
      version: again,
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

import type { Analysis } from './analysis.ts';
import { isOtherPicture, sameSize } from './attachment.ts';
import { partedOtherwise } from './marks-between.ts';
import { exactly, type NoticeIndex } from './notice-index.ts';
import { NO_MATCH, type Relationship } from './relationship.ts';
import type { Change } from './types.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/**
 * A copy by equal content. Of several equal versions the newest that nothing has replaced. Where the same words are
 * parted otherwise, so that they say another thing, it is a change.
 */
export function sameContent(index: NoticeIndex, analysis: Analysis): Relationship | null {
  const { message } = analysis;
  const versions = exactly(index, analysis.exact).filter(
    (version) => version.id !== message.key && sameAttachments(analysis, version),
  );
  if (versions.length === 0) return null;
  const changes = versions.map((version) => partedFrom(index, version, analysis));
  const alike = versions.filter((_, at) => changes[at] === null);
  const version = alike.find((one) => !one.superseded) ?? alike[0];
  if (version) return copyOf(version, reasonOf(analysis), isApproximate(analysis, version));
  return {
    ...NO_MATCH,
    relation: 'revision',
    version: versions[0] as Version,
    similarity: 1,
    changed: [changes[0] as Change],
    reason: 'same-notice',
  };
}

function partedFrom(index: NoticeIndex, version: Version, analysis: Analysis): Change | null {
  const isRead = version.text !== '' && version.text !== analysis.message.text;
  return isRead && !analysis.oversize
    ? partedOtherwise(analysisOf(index, version), analysis)
    : null;
}

/** A copy of a version. `approximate`: matched by a rounded file size. */
export function copyOf(version: Version, reason: string, approximate: boolean): Relationship {
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
  if (isOtherPicture(analysis.message.image, version.image)) return false;
  // Without an address two links are told apart by nothing but their title: not enough.
  return link?.url.trim() !== '';
}

function isApproximate(analysis: Analysis, version: Version): boolean {
  const { file } = analysis.message;
  return Boolean(file && !(file.exact && version.file?.exact));
}

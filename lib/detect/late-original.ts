import type { Analysis } from './analysis.ts';
import { sameSize } from './attachment.ts';
import { filesNamed } from './called-versions.ts';
import { candidatesOf } from './candidates.ts';
import { compare } from './compare.ts';
import type { NoticeIndex } from './notice-index.ts';
import type { Version } from './version.ts';

/**
 * The version that changes a notice which only arrives after it, as when chats are opened one by one; undefined when
 * none does. `read` gives the analysis of a version.
 */
export function laterVersionOf(
  index: NoticeIndex,
  analysis: Analysis,
  read: (version: Version) => Analysis,
): Version | undefined {
  const { message } = analysis;
  const { file } = message;
  if (file) {
    return filesNamed(index, file.name, message).findLast(
      (version) => version.file && version.time > message.time && !sameSize(file, version.file),
    );
  }
  return candidatesOf(index, analysis).find(
    ({ version }) =>
      version.time > message.time && compare(read(version), analysis)?.relation === 'revision',
  )?.version;
}

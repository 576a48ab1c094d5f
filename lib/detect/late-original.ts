import type { Analysis } from './analysis';
import { canonicalFileName, sameSize } from './attachment';
import { candidatesOf } from './candidates';
import { compare } from './compare';
import type { NoticeIndex } from './notice-index';
import type { Version } from './version';

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
    return index.files
      .get(canonicalFileName(file.name))
      ?.map((id) => index.versions.get(id))
      .find(
        (version) => version?.file && version.time > message.time && !sameSize(file, version.file),
      );
  }
  return candidatesOf(index, analysis).find(
    (version) =>
      version.time > message.time && compare(read(version), analysis)?.relation === 'revision',
  );
}

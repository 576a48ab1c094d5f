import { type Analysis, analysePart } from './analysis.ts';
import type { NoticeIndex } from './notice-index.ts';
import type { Version } from './version.ts';

/** The analysis of a version's own message. */
export function analysisOf(index: NoticeIndex, version: Version): Analysis {
  return index.analyses.get(version.ordinal) ?? readAnew(index, version);
}

/** Reads a version once more and keeps it at hand. */
export function readAnew(index: NoticeIndex, version: Version): Analysis {
  const { ordinal, id, site, chat, sender, time, kind, text, file, link, image } = version;
  const message = { key: id, site, chat, sender, time, kind, text, file, link, image, own: false };
  const analysis = analysePart(message, index.key);
  keepReading(index, ordinal, analysis);
  return analysis;
}

/** Keeps what was read of a version at hand for a while. */
export function keepReading(
  { analyses, rows }: NoticeIndex,
  ordinal: number,
  analysis: Analysis,
): void {
  analyses.set(ordinal, analysis);
  rows.set(ordinal, analysis.tokens.codes);
}

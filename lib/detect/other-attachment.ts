import { type Analysis, squeeze } from './analysis.ts';
import { isCommonFileName, sameSize, spokenSize } from './attachment.ts';
import { filesNamed, linksTo } from './called-versions.ts';
import { candidatesOf } from './candidates.ts';
import { compare } from './compare.ts';
import { chatKey, EARLIER, type NoticeIndex } from './notice-index.ts';
import { NO_MATCH, type Relationship, unrelated } from './relationship.ts';
import { copyOf } from './same-content.ts';
import type { Change } from './types.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

/** Same name, other size: the file was changed. A name that many files bear counts within its chat only. */
export function otherFile(index: NoticeIndex, analysis: Analysis): Relationship {
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
export function otherLink(index: NoticeIndex, analysis: Analysis): Relationship {
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
  for (const { version } of candidatesOf(index, analysis)) {
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

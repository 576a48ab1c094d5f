import type { FactKind } from '../../../lib/detect/types.ts';
import type { Random } from '../planted/random.ts';
import { applyEdits } from './edits.ts';
import type { Family, Version } from './families.ts';
import type { Content, EditedTruth, EditName } from './types.ts';

/** One message before it has a place and a time. `follower` is posted right behind it. */
export type Posting = {
  content: Content | { kind: 'said'; text: string };
  truth: EditedTruth;
  /** Chats that have had it; null for what is said once. */
  reached: Set<string> | null;
  follower: Posting | null;
};

/** One version of a notice, just as it stands. */
export function posting(
  relation: EditedTruth['relation'],
  family: Family,
  version: Version,
  edits: EditName[],
  change: FactKind | null = null,
): Posting {
  const truth = { relation, group: family.id, version: version.id, edits, change };
  return { content: version.content, truth, reached: version.chats, follower: null };
}

/** One version of a notice as somebody passes it on. */
export function edited(
  relation: EditedTruth['relation'],
  family: Family,
  version: Version,
  wanted: readonly EditName[],
  random: Random,
  change: FactKind | null = null,
): Posting {
  const { content, postedAt } = version;
  const pieces = content.kind === 'text' ? content.pieces : [];
  const { text, applied } = applyEdits(pieces, wanted, postedAt, random);
  const made = posting(relation, family, version, applied, change);
  return { ...made, content: { kind: 'said', text } };
}

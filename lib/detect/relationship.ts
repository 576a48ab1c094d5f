import type { Change, Relation } from './types.ts';
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

/** What a relationship is without a match. */
export const NO_MATCH = {
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

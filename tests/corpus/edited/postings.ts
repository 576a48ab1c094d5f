import type { Random } from '../planted/random.ts';
import { createFileSource } from './attachments.ts';
import { chatter } from './chatter.ts';
import type { Desk } from './desk.ts';
import { COPY_EDITS, KEEPING_EDITS, mergeTexts } from './edits.ts';
import {
  createFamilies,
  type Families,
  type Family,
  isPassable,
  latest,
  states,
  type Version,
} from './families.ts';
import { createNoticeSource, type Draft, render } from './notices.ts';
import { edited, type Posting, posting } from './posting.ts';
import { makeRevision } from './revisions.ts';
import type { EditName } from './types.ts';

export type PostingKind = 'new' | 'series' | 'copy' | 'revision' | 'none';

const FOLLOWED_BY_FILE = 0.12;
const FILE_ALONE = 0.05;
const LINK_ALONE = 0.03;
const MERGED = 0.06;
const KNOWN_SECOND = 0.6;
const FILE_RESENT = 0.7;
const MOST_COPY_EDITS = 4;

/** Where the messages of one stream are written. A posting that cannot be made now is null. */
export type Postings = {
  make(kind: PostingKind, now: number): Posting | null;
  forget(now: number): void;
};

/** Opens a stream's desk. */
export function createPostings(random: Random): Postings {
  const used = new Set<string>();
  const desk: Desk = {
    random,
    families: createFamilies(random),
    notices: createNoticeSource(random, used),
    files: createFileSource(random, used),
  };
  const makers: Record<PostingKind, (now: number) => Posting | null> = {
    new: (now) => makeNew(desk, now),
    series: (now) => makeSeries(desk, now),
    copy: (now) => makeCopy(desk, now),
    revision: (now) => makeRevision(desk, now),
    none: () => makeChatter(desk),
  };
  return { make: (kind, now) => makers[kind](now), forget: desk.families.forget };
}

function makeNew(desk: Desk, now: number): Posting {
  const { random, families, notices, files } = desk;
  const share = random.next();
  if (share < FILE_ALONE + LINK_ALONE) {
    const content = share < FILE_ALONE ? files.file() : files.link();
    const family = families.found(content, null, now);
    families.keep(family);
    return posting('new', family, latest(family), []);
  }
  return found(desk, 'new', notices.fresh(now), now);
}

function makeSeries(desk: Desk, now: number): Posting | null {
  const picked = desk.families.pickRevised(now, (family) => family.draft !== null);
  if (!picked?.[0].draft) return null;
  return found(desk, 'series', desk.notices.sibling(picked[0].draft, now), now);
}

function found(desk: Desk, relation: 'new' | 'series', draft: Draft, now: number): Posting {
  const { random, families, files } = desk;
  const family = families.found({ kind: 'text', pieces: draft.pieces }, draft, now);
  families.keep(family);
  const made = posting(relation, family, latest(family), []);
  if (!random.chance(FOLLOWED_BY_FILE)) return made;
  const companion = families.found(files.belongingTo(draft), null, now);
  families.keep(companion);
  family.companion = companion;
  return { ...made, follower: posting('new', companion, latest(companion), []) };
}

function makeCopy(desk: Desk, now: number): Posting | null {
  const { random, families } = desk;
  const picked = families.pickCopied(now, () => true);
  if (!picked) return null;
  const [family, version] = picked;
  if (version.content.kind !== 'text') return posting('copy', family, version, []);
  if (random.chance(MERGED)) return makeMerged(desk, family, version, now);
  // A cut might take away the only thing in which two versions differ.
  const edits = family.versions.length > 1 ? KEEPING_EDITS : COPY_EDITS;
  const wanted = random.some<EditName>(edits, random.whole(0, MOST_COPY_EDITS));
  const made = edited('copy', family, version, wanted, random);
  const file = family.companion && latest(family.companion);
  if (!family.companion || !file || !isPassable(file, now)) return made;
  if (!random.chance(FILE_RESENT)) return made;
  return { ...made, follower: posting('copy', family.companion, file, []) };
}

function makeMerged(desk: Desk, family: Family, version: Version, now: number): Posting | null {
  const { random, families, notices } = desk;
  const picked = random.chance(KNOWN_SECOND)
    ? families.pickCopied(now, (each) => each !== family && states(each, 'title'))
    : null;
  const other = picked?.[0] ?? newlyMet(families, notices.fresh(now), now);
  const second = picked?.[1] ?? latest(other);
  const texts = random.some([textOf(version), textOf(second)], 2);
  const made = posting('merged', family, version, ['merged']);
  return {
    ...made,
    content: { kind: 'said', text: mergeTexts(texts[0] ?? '', texts[1] ?? '', random) },
    truth: {
      ...made.truth,
      second: { group: other.id, version: second.id, known: picked !== null },
    },
  };
}

/** A notice that is only ever met within another message: it is not kept. */
function newlyMet(families: Families, draft: Draft, now: number): Family {
  return families.found({ kind: 'text', pieces: draft.pieces }, draft, now);
}

function makeChatter({ random }: Desk): Posting {
  return {
    content: { kind: 'said', text: chatter(random) },
    truth: { relation: 'none', group: '', version: '', edits: [], change: null },
    reached: null,
    follower: null,
  };
}

function textOf({ content }: Version): string {
  return content.kind === 'text' ? render(content.pieces) : '';
}

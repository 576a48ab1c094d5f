import type { FactKind } from '../../../lib/detect/types.ts';
import { CHANGE_WEIGHTS, changeOne } from './changes.ts';
import type { Desk } from './desk.ts';
import { KEEPING_EDITS } from './edits.ts';
import { latest, states } from './families.ts';
import { edited, type Posting, posting } from './posting.ts';
import type { EditName } from './types.ts';
import { weighted } from './weighted.ts';

const MOST_EDITS = 2;
const TRIES = 5;
/** How many of the changed files are posted again under the same name, rather than named anew in a text. */
const FILE_REPLACED = 0.4;

/** A living notice with one fact changed; null where none can be had. */
export function makeRevision(desk: Desk, now: number): Posting | null {
  const { random } = desk;
  for (let tries = 0; tries < TRIES; tries++) {
    const { kind } = weighted(CHANGE_WEIGHTS, random);
    const made =
      kind === 'file' && random.chance(FILE_REPLACED)
        ? reviseFile(desk, now)
        : reviseText(desk, kind, now);
    if (made) return made;
  }
  return null;
}

/** The same file name with other contents. */
function reviseFile({ families, files }: Desk, now: number): Posting | null {
  const picked = families.pickRevised(now, (family) => latest(family).content.kind === 'file');
  const content = picked?.[1].content;
  if (!picked || content?.kind !== 'file') return null;
  const version = families.revise(picked[0], { ...content, size: files.size() }, now);
  return posting('revision', picked[0], version, [], 'file');
}

function reviseText({ random, families }: Desk, kind: FactKind, now: number): Posting | null {
  const picked = families.pickRevised(now, (family) => states(family, kind));
  const content = picked?.[1].content;
  if (!picked || content?.kind !== 'text') return null;
  const [family] = picked;
  const pieces = changeOne(content.pieces, kind, family.stated, now, random);
  if (!pieces) return null;
  const version = families.revise(family, { kind: 'text', pieces }, now);
  const wanted = random.some<EditName>(KEEPING_EDITS, random.whole(0, MOST_EDITS));
  return edited('revision', family, version, wanted, random, kind);
}

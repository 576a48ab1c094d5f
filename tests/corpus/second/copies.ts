import type { EditName } from '../edited/types.ts';
import type { Random } from '../planted/random.ts';
import { isTellingApart } from './apart.ts';
import { applyEdits, EDIT_NAMES, type Edited } from './edits/apply.ts';
import type { History } from './history.ts';
import type { Part, Version } from './model.ts';

/**
 * Posts a version once more with edits that change nothing in what it says. A cut that would leave
 * open which version it was is tried again and at last left out.
 */
export function rewrite(
  version: Version,
  names: readonly EditName[],
  {
    random,
    history,
    now,
    second,
  }: {
    random: Random;
    history: History;
    now: number;
    second?: readonly Part[];
  },
): Edited {
  const others = history.ofTemplate(version.template.id);
  const context = second ? { random, now, second } : { random, now };
  for (let tries = 0; tries < 6; tries++) {
    const edited = applyEdits(version.parts, names, context);
    if (!edited.applied.includes('truncation')) return edited;
    if (isTellingApart(edited.kept, version, others)) return edited;
  }
  return applyEdits(
    version.parts,
    names.filter((name) => name !== 'truncation'),
    context,
  );
}

/** So many different edits, `without` some. */
export function drawEdits(
  random: Random,
  most: number,
  without: readonly EditName[] = [],
): EditName[] {
  const allowed = EDIT_NAMES.filter((name) => !without.includes(name));
  return random.some(allowed, random.whole(0, most));
}

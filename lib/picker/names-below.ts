import type { PickedDefinition } from '../sites/picked-definition';
import { isOwn } from '../sites/picked-own';
import { partOf } from '../sites/picked-place';
import { worded } from '../sites/picked-row';
import { nameAt } from '../sites/picked-sender';

/** Runs that say where the name stands: one alone may be cut off where the page's list begins. */
const ENOUGH = 2;
/** So many times as many must say the one as the other. */
const CLEARLY = 3;

/**
 * Whether in a run of messages by one person the last bears the name, not the first. Told by what stands between the
 * user's own messages: there a run begins and one ends. A name before its words stands above a run.
 */
export function areNamesBelow(
  definition: PickedDefinition,
  rows: readonly Element[],
  transcript: Element,
): boolean {
  let [first, last] = [0, 0];
  for (const run of runsOfOthers(definition, rows, transcript)) {
    if (run.at(0) && !run.at(-1)) first += 1;
    if (!run.at(0) && run.at(-1)) last += 1;
  }
  const isBelow = last >= ENOUGH && last >= first * CLEARLY;
  return isBelow && !rows.some((row) => isBeforeWords(definition, row, transcript));
}

/** A name stands before the words of its row. */
function isBeforeWords(definition: PickedDefinition, row: Element, transcript: Element): boolean {
  const { kind, text } = worded(definition, row, transcript) ?? {};
  const name = kind?.sender && partOf(kind.sender, row, transcript);
  return Boolean(name && text && name.compareDocumentPosition(text) & 4);
}

/** Of each message whether it shows a name, in the runs that own messages and other lines part. */
function runsOfOthers(
  definition: PickedDefinition,
  rows: readonly Element[],
  transcript: Element,
): boolean[][] {
  const runs: boolean[][] = [[]];
  for (const row of rows) {
    const kind = worded(definition, row, transcript)?.kind;
    // A day between messages has no name, and is neither end of a run.
    if (!kind || isOwn(kind.own, kind, row, transcript) !== false) runs.push([]);
    else runs.at(-1)?.push(nameAt(kind, row, transcript) !== '');
  }
  return runs;
}

import { isOwn } from '../sites/picked-own';
import { partOf } from '../sites/picked-place';
import { chainUpTo, parentOf } from '../sites/picked-tree';
import { isBoxIn } from './answered';
import { commonPlace } from './common-place';
import { type Guess, guessWith, rowAround } from './guess';
import type { FoundKind } from './kinds';
import { layoutOf } from './layout';
import { markOf, ownMark } from './own';
import { isWords, kindIndex, withName, withPart } from './pointed-part';
import { markOfLine, withoutMarked } from './system-marks';
import { transcriptAt } from './transcript-at';

/** What can be put right by pointing at it. */
export type Correctable =
  | 'transcript'
  | 'message'
  | 'text'
  | 'sender'
  | 'time'
  | 'own'
  | 'system'
  | 'title';

/** The guess with one part put right; null where what was pointed at cannot be that part. */
export function corrected(guess: Guess | null, what: Correctable, element: Element): Guess | null {
  if (what === 'transcript') return titled(transcriptAt(element), guess);
  if (what === 'message') return messageAt(guess, element);
  if (!guess) return null;
  if (what === 'title') return { ...guess, title: element };
  const row = rowAround(guess, element) ?? rowBeside(guess, element);
  if (!row) return null;
  if (what === 'own') return withOwn(guess, row);
  if (what === 'system') {
    const pointed = lineOrBox(guess, element);
    return pointed === row || !row.contains(pointed)
      ? withLine(guess, row)
      : withAnswered(guess, row, pointed);
  }
  if (what === 'text') return withText(guess, row, element);
  if (what === 'sender' && isWords(guess, row, element))
    return titled(withName(guess, element), guess);
  return withPart(guess, what, row, element);
}

/** What a chat is called stays where it was seen if it is not seen from here. */
function titled(next: Guess | null, before: Guess | null): Guess | null {
  return next && { ...next, title: next.title ?? before?.title ?? null };
}

/** Where the size of a row is known, this one is to be another; else any word of a message will do. */
function messageAt(guess: Guess | null, element: Element): Guess | null {
  const isKnown = guess !== null && rowAround(guess, element) !== null;
  return isKnown ? guessWith({ message: element }) : transcriptAt(element);
}

/** A name or a time may stand at the head of a group, outside of every row: the first row of that group. */
function rowBeside(guess: Guess, element: Element): Element | null {
  const rows = guess.kinds.flatMap((kind) => kind.rows.map(({ row }) => row));
  for (let at: Element | null = element; at && at !== guess.transcript; at = parentOf(at)) {
    const first = rows.find((row) => chainUpTo(row, at)?.length);
    if (first) return first;
  }
  return null;
}

/** Own messages like this one; null where nothing tells it from all others: then everybody's would be one's own. */
function withOwn(guess: Guess, row: Element): Guess | null {
  const own = markOf(guess.kinds, row);
  const told = new Map(
    guess.kinds.flatMap(({ place, text, rows }) =>
      rows.map((found) => [
        found.row,
        isOwn(own, { row: place, text }, found.row, guess.transcript),
      ]),
    ),
  );
  return told.get(row) && [...told.values()].includes(false) ? { ...guess, own } : null;
}

/**
 * What one means who points at something that is no message: all of the line, or in a message with more words the box that
 * says what somebody else said.
 */
export function lineOrBox(guess: Guess, target: Element): Element {
  const row = rowAround(guess, target);
  const text = guess.kinds.flatMap(({ rows }) => rows).find((found) => found.row === row)?.text;
  const box = text && (chainUpTo(target, text) ?? []).findLast((at) => isBoxIn(text, at));
  return box ?? row ?? target;
}

/** What is answered stands at the same place in others of the kind; refused where most have something there. */
function withAnswered(guess: Guess, row: Element, box: Element): Guess | null {
  const place = commonPlace([{ from: row, to: box }]);
  const kind = guess.kinds[kindIndex(guess, row)];
  if (!place || !kind) return null;
  const shown = kind.rows.filter((found) => partOf({ place }, found.row, guess.transcript));
  if (kind.rows.length > 2 && shown.length * 2 > kind.rows.length) return null;
  const answered = { place };
  return {
    ...guess,
    kinds: guess.kinds.map((each) => (each === kind ? { ...kind, answered } : each)),
  };
}

/** Without the lines that are marked like this one; where nothing marks it, without its kind, if that is a rare one. */
function withLine(guess: Guess, line: Element): Guess | null {
  const own = guess.own ?? ownMark(guess, layoutOf(guess.document));
  const mark = markOfLine(guess.kinds, line, own);
  const system = [...(guess.system ?? []), ...(mark ? [mark] : [])];
  const found = guess.kinds.flatMap((kind, index) => {
    const parts = guess.parts[index];
    return parts ? [{ kind, parts }] : [];
  });
  const left = mark
    ? withoutMarked(found, system, guess.transcript)
    : found.filter(({ kind }, index) => index === 0 || !kind.rows.some(({ row }) => row === line));
  if (left.length === 0 || (!mark && left.length === found.length)) return null;
  return {
    ...guess,
    kinds: left.map(({ kind }) => kind),
    parts: left.map(({ parts }) => parts),
    system,
  };
}

/** The same place in every row of the kind; rows where it is not stay as they were. */
function withText(guess: Guess, row: Element, element: Element): Guess | null {
  const place = commonPlace([{ from: row, to: element }]);
  const index = kindIndex(guess, row);
  const kind = guess.kinds[index];
  if (!place || !kind) return null;
  const rows = kind.rows.flatMap((found) => {
    const text = partOf({ place }, found.row, guess.transcript);
    return text ? [{ row: found.row, text }] : [];
  });
  const rest = {
    ...kind,
    rows: kind.rows.filter((found) => !rows.some((other) => other.row === found.row)),
  };
  const changed: FoundKind = { ...kind, text: { place }, rows };
  const kinds = [...guess.kinds];
  const parts = [...guess.parts];
  const own = parts[index] as Guess['parts'][0];
  kinds.splice(index, 1, changed, ...(rest.rows.length > 0 ? [rest] : []));
  parts.splice(index, 1, own, ...(rest.rows.length > 0 ? [own] : []));
  return { ...guess, kinds, parts };
}

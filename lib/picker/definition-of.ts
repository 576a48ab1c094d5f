import { pickedSite } from '../sites/picked';
import { checkDefinition } from '../sites/picked-check';
import {
  FORMAT,
  type OwnMark,
  type PickedDefinition,
  type RowKind,
} from '../sites/picked-definition';
import { isStamp } from '../sites/picked-time';
import { anchorPlace } from './anchor-place';
import { answeredIn } from './answered';
import { faintTest } from './faint-lines';
import type { Guess } from './guess';
import { remembersHeights } from './heights';
import { layoutOf } from './layout';
import { messageIdOf } from './message-id';
import { areNamesBelow } from './names-below';
import { ownMark } from './own';
import { MOST_MARKS, marksOfLines } from './system-marks';
import { levelDrawnUpwards } from './upwards';

/** Name, hosts and id of a definition: what the page's structure does not tell. */
export type About = { id: string; name: string; hosts: string[] };

/** What a guess is kept as; null where it cannot be written down so that it is found again. */
export function definitionOf(guess: Guess, about: About): PickedDefinition | null {
  const layout = layoutOf(guess.document);
  const rows = guess.kinds.flatMap((kind) => kind.rows);
  const transcript = anchorPlace(guess.transcript);
  if (!transcript) return null;
  const title = guess.title && anchorPlace(guess.title);
  const own = guess.own === undefined ? ownMark(guess, layout) : guess.own;
  const messageId = messageIdOf(rows);
  const upwards = levelDrawnUpwards(guess.kinds, guess.transcript, layout);
  const made: PickedDefinition = {
    format: FORMAT,
    version: 1,
    ...about,
    transcript,
    ...(title ? { title } : {}),
    kinds: guess.kinds.map((_, index) => kindOf(guess, index, own)).slice(0, 6),
    ...(guess.system ? { system: guess.system } : {}),
    ...(messageId ? { messageId } : {}),
    knownBy: knownBy(guess),
    ...(upwards === null ? {} : { upwards }),
    rememberedHeights: remembersHeights(guess.transcript, rows, layout),
  };
  const read = pickedSite(made).rows(guess.document);
  if (areNamesBelow(made, read, guess.transcript)) made.namesBelow = true;
  const answered = answeredIn(made, read, guess.transcript);
  made.kinds = made.kinds.map((kind) => {
    const place = answered.get(kind);
    return place && !kind.answered ? { ...kind, answered: place } : kind;
  });
  const isFaint = faintTest(guess.kinds, guess.parts, guess.transcript, layout);
  const system = [...(guess.system ?? []), ...marksOfLines(made, read, guess.transcript, isFaint)];
  if (system.length > 0) made.system = system.slice(0, MOST_MARKS);
  const checked = checkDefinition(made);
  return checked.ok ? checked.definition : null;
}

function kindOf({ kinds, parts }: Guess, index: number, own: OwnMark | null): RowKind {
  const { place, text, answered } = kinds[index] as Guess['kinds'][0];
  const { sender, time, avatar } = parts[index] as Guess['parts'][0];
  return {
    row: place,
    text,
    ...(sender ? { sender } : {}),
    ...(time ? { time } : {}),
    ...(avatar ? { avatar } : {}),
    ...(own ? { own } : {}),
    ...(answered ? { answered } : {}),
  };
}

/** A clock counts only where every message shows one of its own, and none says how long ago it was. */
function knownBy({ kinds, parts }: Guess): PickedDefinition['knownBy'] {
  const every = kinds.every((kind, index) => {
    const { time, hasTime } = parts[index] as Guess['parts'][0];
    if (!time || time.up || hasTime < 1) return false;
    return time.attribute !== undefined || kind.rows.every(({ row }) => showsClock(row));
  });
  return { sender: parts.some(({ sender }) => sender !== undefined), clock: every };
}

function showsClock(row: Element): boolean {
  const words = [...row.querySelectorAll('*')].map(({ textContent }) => (textContent ?? '').trim());
  return words.some((text) => isStamp(text) && /\d{1,2}[:：]\d{2}/.test(text));
}

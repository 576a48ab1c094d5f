import { parentOf } from '../sites/picked-tree';
import { type Guess, guessWith, rowAround } from './guess';
import { scrollerAround } from './heights';
import { layoutOf } from './layout';

/** Elements around what was pointed at that are tried as the whole message. */
const TRIED = 5;

/**
 * What was pointed at lies in a message, or is all of them; it must be among what is read. If the page says otherwise at first
 * sight, the user knows better: then it, or what is around it, is a message.
 */
export function transcriptAt(element: Element): Guess | null {
  const scroller = scrollerAround(element, layoutOf(element.ownerDocument));
  const first = bestOf([
    guessWith({ inside: element }),
    ...(scroller ? [guessWith({ transcript: scroller })] : []),
  ]);
  if (first) return first;
  const around = [element];
  for (let at = parentOf(element); at && around.length < TRIED; at = parentOf(at)) around.push(at);
  return bestOf(around.map((message) => guessWith({ message })));

  function bestOf(all: readonly (Guess | null)[]): Guess | null {
    const taken = all.filter((each) => each !== null).filter((each) => holdsRow(each, element));
    return taken.sort((one, other) => other.score - one.score)[0] ?? null;
  }
}

function holdsRow(guess: Guess, element: Element): boolean {
  const rows = guess.kinds.flatMap((kind) => kind.rows);
  return rowAround(guess, element) !== null || rows.some(({ row }) => element.contains(row));
}

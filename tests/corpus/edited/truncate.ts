import type { Random } from '../planted/random.ts';
import { render } from './notices.ts';
import type { Piece } from './types.ts';

const LEAST = 0.6;
const MOST = 0.9;
const TRIES = 12;

/** Cuts a notice to 60 to 90 %, never within a fact; null where it cannot be done. */
export function truncate(pieces: readonly Piece[], random: Random): Piece[] | null {
  const whole = render(pieces).length;
  for (let tries = 0; tries < TRIES; tries++) {
    const kept = cut(pieces, Math.round(whole * (LEAST + random.next() * (MOST - LEAST))));
    const share = render(kept).length / whole;
    if (share >= LEAST && share <= MOST) return kept;
  }
  return null;
}

/** The pieces that fit into a length; a fact that does not fit goes out as a whole. */
function cut(pieces: readonly Piece[], length: number): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const room = length - render(kept).length;
    if (typeof piece !== 'string') {
      if (piece.text.length > room) break;
      kept.push(piece);
    } else {
      kept.push(piece.slice(0, room));
      if (piece.length > room) break;
    }
  }
  return kept.filter((piece) => piece !== '');
}

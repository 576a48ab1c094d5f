import type { Leaf } from './leaves';
import { isCalled } from './stable-names';

/** Letters that a picture is made of. */
export const FACE_LETTERS = 3;
const FACE_WORDS = new Set(['avatar', 'avatars']);

/** Letters of a name that a pointer, or a reader for the blind, is told as a whole: "LW" over "Li Wei". */
export function areLettersOfTitle({ chain, text, length }: Leaf): boolean {
  return (
    length <= FACE_LETTERS &&
    chain
      .slice(-3)
      .flatMap((at) => [at.getAttribute('title'), at.getAttribute('aria-label')])
      .some((whole) => whole !== null && areLettersOf(text, whole))
  );
}

function areLettersOf(text: string, whole: string): boolean {
  // Written out with more beside it is no abbreviation.
  if (whole.length <= text.length || (text.length > 1 && whole.includes(text))) return false;
  let at = -1;
  return [...text.toLowerCase()].every((letter) => {
    at = whole.toLowerCase().indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Letters in the place of somebody's picture. */
export function isInFace({ chain, length }: Leaf): boolean {
  return length <= FACE_LETTERS && chain.slice(-3).some((at) => isCalled(at, FACE_WORDS));
}

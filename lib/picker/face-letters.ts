import type { Leaf } from './leaves';
import { isCalled } from './stable-names';

/** Letters that a picture is made of. */
export const FACE_LETTERS = 3;
const FACE_WORDS = new Set(['avatar', 'avatars']);

/** Letters in the place of somebody's picture. */
export function isInFace({ chain, length }: Leaf): boolean {
  return length <= FACE_LETTERS && chain.slice(-3).some((at) => isCalled(at, FACE_WORDS));
}

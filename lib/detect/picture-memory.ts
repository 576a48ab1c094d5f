import { PICTURES_KEPT } from './limits.ts';
import { isAlike, isLook } from './look.ts';
import type { Message, Verdict } from './types.ts';

/** A picture of late whose look is known. `id`: key of its message; `time`: Unix ms. Plain data. */
export type KnownPicture = { id: string; time: number; look: string; key?: string };

/** What there is to remember of a message's picture; null where its look is not known. */
export function pictureOf({ key: id, time, image }: Message): KnownPicture | null {
  if (!image?.look || !isLook(image.look)) return null;
  return { id, time, look: image.look, ...(image.key && { key: image.key }) };
}

/** Takes in a picture, in place; says whether that is news. */
export function rememberPicture(pictures: KnownPicture[], picture: KnownPicture): boolean {
  if (pictures.some(({ id }) => id === picture.id)) return false;
  pictures.push(picture);
  if (pictures.length > PICTURES_KEPT) pictures.shift();
  return true;
}

/** The pictures that stay when a message is forgotten, and everything before a Unix time in ms. */
export function keptPictures(
  pictures: readonly KnownPicture[],
  forgotten: string | null,
  beforeMs = Number.NEGATIVE_INFINITY,
): KnownPicture[] {
  return pictures.filter(({ id, time }) => id !== forgotten && time >= beforeMs);
}

/**
 * What the look of a picture adds to its verdict; the same object when that is nothing. One that looks like another is
 * called similar, and no more follows from it. A key that the look contradicts folds nothing.
 */
export function withLook(
  pictures: readonly KnownPicture[],
  message: Message,
  verdict: Verdict,
): Verdict {
  const picture = pictureOf(message);
  if (!picture) return verdict;
  const others = pictures.filter(({ id }) => id !== picture.id);
  const hasItsKey = ({ key }: KnownPicture) => key !== undefined && key === picture.key;
  const looksLikeIt = ({ look }: KnownPicture) => isAlike(look, picture.look);
  if (others.some((other) => hasItsKey(other) && !looksLikeIt(other))) return doubted(verdict);
  const isUntold = verdict.reason === 'placeholder' || verdict.reason === 'new';
  return isUntold && others.some(looksLikeIt) ? { ...verdict, reason: 'similar-picture' } : verdict;
}

function doubted(verdict: Verdict): Verdict {
  if (verdict.relation !== 'copy' || verdict.guards.includes('attachment')) return verdict;
  const action = verdict.action === 'fold' ? 'mark' : verdict.action;
  return { ...verdict, guards: [...verdict.guards, 'attachment'], action };
}

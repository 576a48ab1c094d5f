import type { RowKind } from './picked-definition';
import { nameIn } from './picked-name';
import { partOf } from './picked-place';

/** The picture of who speaks, as a message shows it. */
export type Face = {
  /** Its address; "" where there is none. */
  picture: string;
  /** The name in what it is called for those who do not see it; "" where it is not called. */
  label: string;
};

export function faceOf({ avatar }: RowKind, row: Element, transcript: Element): Face {
  const face = avatar && partOf(avatar, row, transcript);
  return {
    picture: addressOf(face?.getAttribute('src') ?? ''),
    label: nameIn(face?.getAttribute('alt') || face?.getAttribute('aria-label') || ''),
  };
}

/** What is asked for with it may be another each time, and a `blob:` is. */
function addressOf(source: string): string {
  if (source.startsWith('data:')) return source;
  return source.startsWith('blob:') ? '' : source.replace(/[?#].*$/, '');
}

/** Both are shown, and they are not the same. */
export function isAnothers(one: Face, other: Face): boolean {
  return one.picture !== '' && other.picture !== '' && one.picture !== other.picture;
}

import { nameAt } from '../sites/picked-sender';
import type { FoundKind } from './kinds';
import type { FoundParts } from './parts';

/** The name that a row of this kind shows; "" where it shows none. */
export function shownName(
  { place, text }: FoundKind,
  parts: FoundParts | undefined,
  row: Element,
  root: Element,
): string {
  if (!parts?.sender) return '';
  const { sender, time } = parts;
  return nameAt({ row: place, text, sender, ...(time ? { time } : {}) }, row, root);
}

/** Where to look from a row. */
export type Side = 'previousElementSibling' | 'nextElementSibling';

/**
 * What `look` first finds in the places beside a row of a list, the nearest first, at most `most` of them: rows, or what a
 * list wraps around rows, and separators. A loop without anything around it: it runs for every row of a long list.
 */
export function findBeside<T>(
  row: Element,
  list: Element,
  side: Side,
  most: number,
  look: (place: Element) => T | null,
): T | null {
  let place: Element | null = row;
  for (let count = 0; count < most; count++) {
    let next: Element | null = place[side];
    while (next === null) {
      place = place.parentElement;
      if (place === null || place === list) return null;
      next = place[side];
    }
    place = next;
    const found = look(place);
    if (found !== null) return found;
  }
  return null;
}

/** What `look` first finds among the last children of a list, the last first, at most `most` of them. */
export function findLast<T>(
  list: Element,
  most: number,
  look: (place: Element) => T | null,
): T | null {
  let place = list.lastElementChild;
  for (let count = 0; place && count < most; count++) {
    const found = look(place);
    if (found !== null) return found;
    place = place.previousElementSibling;
  }
  return null;
}

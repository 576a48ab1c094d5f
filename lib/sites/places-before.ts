/**
 * What stands before a row in its list, the nearest first, at most `most` of them: rows, or what a list wraps around rows,
 * and separators.
 */
export function* placesBefore(row: Element, list: Element, most: number): Generator<Element> {
  let place: Element | null = row;
  for (let count = 0; count < most; count++) {
    while (place && !place.previousElementSibling) {
      place = place.parentElement;
      if (place === list) return;
    }
    place = place?.previousElementSibling ?? null;
    if (!place) return;
    yield place;
  }
}

import type { Part, Place, Step } from '../sites/picked-definition';
import { follow, partOf } from '../sites/picked-place';
import { parentOf } from '../sites/picked-tree';
import { sampled } from './leaves';
import { stableClasses } from './stable-names';

/**
 * A part that was pointed out in one message, so that it is found in the others: of the classes that an element bears
 * some are its person's own, and the one that most messages show at this place is what the element is.
 */
export function loosened(
  part: Part,
  row: Element,
  rows: readonly Element[],
  transcript: Element,
): Part {
  const target = partOf(part, row, transcript);
  const looked = sampled(rows);
  const reach = (place: Place) =>
    looked.filter((each) => partOf({ ...part, place }, each, transcript)).length;
  let place = part.place;
  let most = reach(place);
  for (const index of place.keys()) {
    for (const step of looser(place, index, part, row)) {
      const tried = place.map((own, at) => (at === index ? step : own));
      if (partOf({ ...part, place: tried }, row, transcript) !== target) continue;
      const count = reach(tried);
      if (count > most) [place, most] = [tried, count];
    }
  }
  return { ...part, place };
}

/** The step with one class of its element: without any it would lead to something else in messages that lack this part. */
function looser(place: Place, index: number, { up = 0 }: Part, row: Element): Step[] {
  let from: Element | null = row;
  for (let back = up; back > 0; back--) from = from && parentOf(from);
  const element = from && follow(place.slice(0, index + 1), from);
  const step = place[index];
  if (!element || !step?.classes) return [];
  return stableClasses(element).map((name) => ({ ...step, classes: [name] }));
}

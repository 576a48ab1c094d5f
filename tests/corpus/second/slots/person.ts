import type { Filler } from '../model.ts';
import { GIVEN_NAMES, SURNAMES, TITLES } from '../words/people.ts';

/** Somebody to turn to. `wanted` "bare" asks for a name without a title. */
export const fillPerson: Filler = (random, wanted) => {
  if (wanted === 'bare' || random.chance(0.75)) {
    return (again) => {
      const text = `${again.pick(SURNAMES)}${again.pick(GIVEN_NAMES)}`;
      return { value: text, text };
    };
  }
  const title = random.pick(TITLES);
  return (again) => {
    const text = `${again.pick(SURNAMES)}${title}`;
    return { value: text, text };
  };
};

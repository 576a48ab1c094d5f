import type { Step } from '../sites/picked-definition';
import { fits } from '../sites/picked-place';
import { childrenOf } from '../sites/picked-tree';

/** A place in a longer list says nothing of what stands there, and looking for it takes long. */
const MAX_SIBLINGS = 200;

/** Which of the children of `parent` that fit a step the element is: from the first (1) and from the last (-1); NaN in a long list. */
export function candidatesNth(
  step: Step,
  parent: Element,
  element: Element,
): { first: number; last: number } {
  if (parent.children.length > MAX_SIBLINGS) return { first: Number.NaN, last: Number.NaN };
  const fitting = childrenOf(parent).filter((child) => fits(child, step));
  const index = fitting.indexOf(element);
  return { first: index + 1, last: index - fitting.length };
}

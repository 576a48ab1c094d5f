import type { Place, Step } from '../sites/picked-definition';
import { followAll } from '../sites/picked-place';
import { parentOf } from '../sites/picked-tree';
import { candidatesNth } from './nth';
import { isStableName, isState, stableClasses } from './stable-names';

/** The place of one element in its document: from the nearest element that is known by what it is, then by position. */
export function anchorPlace(target: Element): Place | null {
  const document = target.ownerDocument;
  const below: Element[] = [];
  for (let at: Element | null = target; at && at !== document.body; at = parentOf(at)) {
    if (at.getRootNode() === document) {
      const anchor = anchorStep(at, document);
      if (anchor) return withSteps([anchor], below);
    }
    below.unshift(at);
  }
  return withSteps([], below);
}

function withSteps(start: Place, chain: readonly Element[]): Place | null {
  const place = [...start];
  for (const element of chain) {
    const parent = parentOf(element);
    if (!parent || place.length >= 38) return null;
    place.push(childStep(element, parent));
  }
  return place;
}

function childStep(element: Element, parent: Element): Step {
  const step = featureSteps(element).find(
    (made) => candidatesNth(made, parent, element).first > 0,
  ) ?? { tag: element.localName };
  const { first, last } = candidatesNth(step, parent, element);
  return first === 1 ? step : { ...step, nth: -last < first ? last : first };
}

/** A step that one element of the whole document fits. */
function anchorStep(element: Element, document: Document): Step | null {
  for (const step of featureSteps(element)) {
    const far: Step = { ...step, far: true };
    if (followAll([far], document).length === 1) return far;
  }
  return null;
}

/** What an element is known by, the most durable first. */
function featureSteps(element: Element): Step[] {
  const tag = element.localName;
  const steps: Step[] = [];
  const role = element.getAttribute('role');
  if (role && /^(log|feed|list|main|region|heading)$/.test(role))
    steps.push({ tag, attributes: { role } });
  if (isLasting(element.id)) steps.push({ tag, attributes: { id: element.id } });
  for (const { name, value } of element.attributes) {
    if (
      /^(data-[a-z0-9_.:-]{1,60}|itemprop|part|slot)$/.test(name) &&
      !/^data-(v|fl)-/.test(name) &&
      isLasting(value)
    )
      steps.push({ tag, attributes: { [name]: value } });
  }
  if (/^(main|ol|ul)$/.test(tag) || tag.includes('-')) steps.push({ tag });
  const classes = stableClasses(element);
  for (const name of classes) steps.push({ tag, classes: [name] });
  if (classes.length > 1) steps.push({ tag, classes: classes.slice(0, 4) });
  return steps;
}

function isLasting(value: string): boolean {
  return isStableName(value) && !isState(value) && !/\d/.test(value);
}

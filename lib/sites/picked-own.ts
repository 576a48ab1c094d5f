import type { Mark, OwnMark, RowKind } from './picked-definition';
import { keepMeasured } from './picked-measured';
import { FACE } from './picked-media';
import { partOf } from './picked-place';
import { sideIn } from './picked-side';

const keepSide = keepMeasured<boolean>();

/** Whether a row is the user's own; null where it cannot be seen. */
export function isOwn(
  mark: OwnMark | undefined,
  kind: RowKind,
  row: Element,
  transcript: Element,
): boolean | null {
  if (mark === undefined) return false;
  if (mark === 'always') return true;
  if (mark === 'side') {
    const text = partOf(kind.text, row, transcript);
    const shown = text?.textContent?.trim() ? text : pictureIn(row);
    const side = keepSide(row, row.textContent, shown ? standsRight(shown, transcript) : null);
    return text ? side : (side ?? standsRight(row, transcript));
  }
  return bears(mark, row, transcript);
}

/** One of these marks is there. */
export function isMarked(
  marks: readonly Mark[] | undefined,
  row: Element,
  transcript: Element,
): boolean {
  return marks?.some((mark) => bears(mark, row, transcript)) ?? false;
}

function bears(mark: Mark, row: Element, transcript: Element): boolean {
  const element = partOf(mark, row, transcript);
  if (!element) return false;
  if ('className' in mark) return element.classList.contains(mark.className);
  const value = element.getAttribute(mark.attribute);
  return value !== null && (mark.value === null || value === mark.value);
}

/** Without words a picture that was sent tells the side. */
function pictureIn(row: Element): Element | undefined {
  return [...row.querySelectorAll('img, video')].find(
    (picture) => picture.getBoundingClientRect().width > FACE,
  );
}

function standsRight(text: Element, transcript: Element): boolean | null {
  const inner = text.getBoundingClientRect();
  const outer = transcript.getBoundingClientRect();
  if (inner.width === 0 || outer.width === 0) return null;
  return sideIn(outer, inner, getComputedStyle(text).textAlign) === 'right';
}

import { childrenOf, parentOf } from '../sites/picked-tree';
import { canScroll, isMovedIn, type Layout } from './layout';
import type { FoundRow } from './rows-at';

/** An element that stands in for rows that are not there is at least so high, px. */
const SPACER = 40;

/**
 * The page places rows by heights that it remembers: absolutely, or between elements that stand in for the rows that
 * are not mounted. In doubt it does.
 */
export function remembersHeights(
  transcript: Element,
  rows: readonly FoundRow[],
  layout: Layout,
): boolean {
  const placed = rows.some(({ row }) => {
    for (let at: Element | null = row; at && at !== transcript; at = parentOf(at)) {
      const { position, transform } = layout.style(at);
      const inline = (at as HTMLElement).style;
      if (position === 'absolute' || position === 'fixed') return true;
      if (/translate/.test(inline?.transform ?? '') && transform !== 'none') return true;
    }
    return false;
  });
  return (
    placed ||
    isScripted(transcript, layout) ||
    hasSpacer(transcript, layout) ||
    isPadded(transcript) ||
    counts(transcript, rows)
  );
}

/** A script that moves what it scrolls has measured it. */
function isScripted(transcript: Element, layout: Layout): boolean {
  for (let at: Element | null = transcript; at; at = parentOf(at)) {
    if (canScroll(at, layout)) return false;
    if (isMovedIn(at, transcript, layout)) return true;
  }
  return false;
}

function hasSpacer(transcript: Element, layout: Layout): boolean {
  const around = [transcript, parentOf(transcript)].filter((element) => element !== null);
  return around.flatMap(endsOf).some((child) => {
    if (
      child === transcript ||
      (child.textContent ?? '').trim() !== '' ||
      child.querySelector('img, svg, input, button')
    )
      return false;
    const told = Number.parseFloat(
      (child as HTMLElement).style?.height || (child as HTMLElement).style?.minHeight || '0',
    );
    const box = layout.box(child);
    // A scroll bar that the page draws itself is as high, but narrow.
    const isWide = !layout.isDrawn || (box?.width ?? 0) * 2 >= (layout.box(transcript)?.width ?? 0);
    return isWide && (told >= SPACER || (box?.height ?? 0) >= SPACER * 4);
  });
}

/** Spacers stand before and after what is mounted. */
function endsOf(element: Element): Element[] {
  const children = childrenOf(element);
  return children.length <= 8 ? children : [...children.slice(0, 4), ...children.slice(-4)];
}

function isPadded(transcript: Element): boolean {
  for (let at: Element | null = transcript, up = 0; at && up < 2; up++, at = parentOf(at)) {
    const { paddingTop = '', paddingBottom = '', height = '' } = (at as HTMLElement).style ?? {};
    if ([paddingTop, paddingBottom].some((value) => Number.parseFloat(value) >= SPACER))
      return true;
    // A list that is told its height holds more than what is in it.
    if (up === 0 && /px$/.test(height) && Number.parseFloat(height) > 2_000) return true;
  }
  return false;
}

/** Rows say that there are more than are mounted, or bear their place in the whole. */
function counts(transcript: Element, rows: readonly FoundRow[]): boolean {
  const mounted = transcript.children.length + 5;
  const told = rows.some(({ row }) => Number(row.getAttribute('aria-setsize') ?? 0) > mounted);
  const indexed = rows.every(({ row }) =>
    /^\d+$/.test(row.getAttribute('data-index') ?? row.getAttribute('data-item-index') ?? ''),
  );
  return told || (rows.length > 0 && indexed);
}

/** The element that scrolls the transcript: itself or the nearest around it, of those that have something to scroll if any has. */
export function scrollerAround(transcript: Element, layout: Layout): Element | null {
  const able: Element[] = [];
  for (let at: Element | null = transcript; at; at = parentOf(at))
    if (canScroll(at, layout)) able.push(at);
  return able.find((at) => at.scrollHeight > at.clientHeight + 1) ?? able[0] ?? null;
}

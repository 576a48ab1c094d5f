import { element } from '../overlay/element';

/** Where an element stands in the outermost page, CSS pixels: frames lie in one another. */
export function placeOnPage(target: Element): DOMRect {
  const box = target.getBoundingClientRect();
  let { left, top } = box;
  let view = target.ownerDocument.defaultView;
  for (let depth = 0; view && view !== window && depth < 8; depth++) {
    const frame = view.frameElement;
    if (!frame) break;
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return new DOMRect(left, top, box.width, box.height);
}

/** A frame drawn over something of the page. `kind` is a part name of the style sheet. */
export type Mark = { target: Element; kind: string };

/** Draws frames over the page, in a layer of ours; the page's own elements are not touched. */
export function createBoxes(): {
  layer: HTMLElement;
  show(marks: readonly Mark[]): void;
  hover(target: Element | null): void;
  stop(): void;
} {
  const layer = element('div', { part: 'layer', 'aria-hidden': 'true' });
  let marks: readonly Mark[] = [];
  let hovered: Element | null = null;
  let frame = 0;

  /** The page scrolls and grows under the frames: they follow it. */
  function draw(): void {
    frame = requestAnimationFrame(draw);
    const wanted = [...marks, ...(hovered ? [{ target: hovered, kind: 'hover' }] : [])];
    while (layer.childElementCount > wanted.length) layer.lastElementChild?.remove();
    for (const [index, { target, kind }] of wanted.entries()) {
      const box =
        (layer.children[index] as HTMLElement | undefined) ?? layer.appendChild(element('div'));
      const { left, top, width, height } = placeOnPage(target);
      const part = `box ${kind}`;
      if (box.getAttribute('part') !== part) box.setAttribute('part', part);
      box.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    }
  }

  draw();
  return {
    layer,
    show: (next) => {
      marks = next;
    },
    hover: (target) => {
      hovered = target;
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

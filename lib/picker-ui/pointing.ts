import { documentsOf } from '../picker/guess';
import { childrenOf, parentOf } from '../sites/picked-tree';

/** Events that the page must not hear of while the user points at it. */
const HELD = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

export type Pointing = {
  /** What would be chosen for this element of the page. */
  unitOf(element: Element): Element;
  onHover(element: Element): void;
  onChosen(element: Element): void;
  onCancelled(): void;
};

/**
 * Lets the user choose one element of the page: by a click, or with the arrow keys (up: what is around it, down: what
 * is in it, left and right: its neighbours) and Enter. Nothing of that reaches the page. `isOurs` tells our own panel.
 */
export function pointAt(
  start: Element | null,
  isOurs: (event: Event) => boolean,
  pointing: Pointing,
): () => void {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  let at: Element | null = start;
  if (at) pointing.onHover(at);

  function move(to: Element | null | undefined): void {
    if (!to || to.localName === 'html') return;
    at = to;
    pointing.onHover(to);
    to.scrollIntoView({ block: 'nearest' });
  }

  function onMove(event: Event): void {
    const target = targetOf(event);
    if (!target || isOurs(event)) return;
    at = pointing.unitOf(target);
    pointing.onHover(at);
  }

  function onHeld(event: Event): void {
    if (isOurs(event)) return;
    hold(event);
    const target = targetOf(event);
    if (event.type === 'click' && target) choose(pointing.unitOf(target));
  }

  function onKey(event: KeyboardEvent): void {
    const steps: Record<string, () => void> = {
      ArrowUp: () => move(at && parentOf(at)),
      ArrowDown: () => move(at && childrenOf(at)[0]),
      ArrowLeft: () => move(at?.previousElementSibling),
      ArrowRight: () => move(at?.nextElementSibling),
      Enter: () => at && choose(at),
      Escape: () => {
        ended.abort();
        pointing.onCancelled();
      },
    };
    const step = steps[event.key];
    if (!step) return;
    hold(event);
    step();
  }

  function choose(element: Element): void {
    ended.abort();
    pointing.onChosen(element);
  }

  for (const document of documentsOf(window.document)) {
    const view = document.defaultView;
    if (!view) continue;
    view.addEventListener('pointermove', onMove, options);
    view.addEventListener('keydown', onKey, options);
    for (const name of HELD) view.addEventListener(name, onHeld, { ...options, passive: false });
  }
  return () => ended.abort();
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The innermost element, also in an open shadow tree. */
function targetOf(event: Event): Element | null {
  const [inner] = event.composedPath();
  return inner && (inner as Node).nodeType === 1 ? (inner as Element) : null;
}

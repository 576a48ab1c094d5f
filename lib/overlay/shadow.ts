import { OURS } from '../sites/ours';

/** Events on our own elements are none of the page's business: Enter in a chat page may send something. */
const OWN_EVENTS = ['click', 'dblclick', 'mousedown', 'mouseup', 'keydown', 'keypress', 'keyup'];

/** An element of ours in the page, and what is drawn inside it. */
export type Drawing<What, State> = { host: HTMLElement; draw(what: What, state: State): void };

/**
 * The page's style sheets cannot reach inside; ours do, by the names of its parts. Drawn anew only when there is
 * something else to draw, or another day: "yesterday" is told from it.
 */
export function createDrawing<What, State extends { now: number }>(
  kind: 'bar' | 'chip',
  render: (what: What, state: State) => Node[],
): Drawing<What, State> {
  const host = document.createElement('div');
  host.setAttribute(OURS, kind);
  // Stronger than any style sheet of the page: a rule for empty elements, say, would hide a fold's only trace.
  host.style.cssText = 'display:block!important;visibility:visible!important;opacity:1!important';
  host.addEventListener('click', keepOut, true);
  for (const name of OWN_EVENTS) {
    host.addEventListener(name, keepIn);
  }
  const root = host.attachShadow({ mode: 'open' });
  let drawn = '';
  return {
    host,
    draw(what, state) {
      const signature = JSON.stringify([
        what,
        { ...state, now: new Date(state.now).toDateString() },
      ]);
      if (signature === drawn) return;
      drawn = signature;
      fill(root, render(what, state));
    },
  };
}

/** Only a reader may click here: a script of the page could teach us to fold what it likes, on other sites as well. */
function keepOut(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

function keepIn(event: Event): void {
  event.stopPropagation();
}

/** Replaces the inside, and gives the focus back to the control of the same name. */
function fill(root: ShadowRoot, children: readonly Node[]): void {
  const focused = root.activeElement?.getAttribute('data-name');
  root.replaceChildren(...children);
  if (focused) root.querySelector<HTMLElement>(`[data-name="${focused}"]`)?.focus();
}

import styles from './shadow.css?inline';

let sheet: CSSStyleSheet | null = null;

/** Marks every element of ours in the page, so that it can be found and removed. */
export const UI = 'data-fl-ui';

/** Events on our own elements are none of the page's business: Enter in a chat page may send something. */
const OWN_EVENTS = ['click', 'dblclick', 'mousedown', 'mouseup', 'keydown', 'keypress', 'keyup'];

/** An element of ours whose inside the page's style sheets cannot reach; all share one style sheet. */
export function shadowHost(kind: 'bar' | 'chip'): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  host.setAttribute(UI, kind);
  for (const name of OWN_EVENTS) {
    host.addEventListener(name, (event) => event.stopPropagation());
  }
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sharedSheet()];
  return { host, root };
}

/** Replaces the inside, and gives the focus back to the control of the same name. */
export function fill(root: ShadowRoot, children: readonly Node[]): void {
  const focused = root.activeElement?.getAttribute('data-name');
  root.replaceChildren(...children);
  if (focused) root.querySelector<HTMLElement>(`[data-name="${focused}"]`)?.focus();
}

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

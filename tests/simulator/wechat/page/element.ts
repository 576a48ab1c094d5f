/** Makes an element: "div.a.b" plus attributes plus children. */
export function element(
  shape: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const [tag = 'div', ...classes] = shape.split('.');
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Parses HTML that this page made itself. */
export function withHtml(target: HTMLElement, html: string): HTMLElement {
  target.innerHTML = html;
  return target;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The nearest element that matches, from a node of any kind upwards; null where there is none. */
export function closestTo(node: Node, selector: string): HTMLElement | null {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest<HTMLElement>(selector) ?? null;
}

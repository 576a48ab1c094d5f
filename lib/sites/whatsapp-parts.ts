/**
 * Selectors that several files of this adapter share: WhatsApp's own script of 2026 (WAWebMessageWrapper, WAWebQuotedMsg,
 * WAWebCopyPasteCopyable), and what saved pages and readers of 2025-12 to 2026-09 show. Of its class names those with a
 * meaning alone are used.
 */
export const QUOTE =
  '[data-testid="quoted-message"], [aria-label="Quoted message" i], .quoted-mention';
export const AUTHOR = '[data-testid~="author"]';
/** The stamp of a text, for whoever copies it: "[21:02, 2026/11/5] 李四: ". */
export const PRE_PLAIN = /^\s*\[([^\]]*)\]\s*(.*?)\s*:\s*$/s;

/** The element with the stamp; a message without words has none. */
export function preOf(box: Element): Element | null {
  const found = [...box.querySelectorAll('[data-pre-plain-text]')];
  return found.find((each) => !each.closest(QUOTE)) ?? null;
}

/** Without the signs that say in which direction a name or a number is written. */
export function undirected(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

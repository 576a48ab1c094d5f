/** A text on one line, for a list. */
export function inLine(text: string): string {
  return text.replaceAll('\n', '⏎');
}

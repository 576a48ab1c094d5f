/** The runs of digits of a text, sorted: texts with other dates, times or numbers differ in it. */
export function digitRuns(text: string): string {
  return (text.match(/[0-9]+/g) ?? []).sort().join(' ');
}

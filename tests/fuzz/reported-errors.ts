/** Stands in for `lib/report-error`, which tells each error once: here each is told every time it comes. */
export const reported: { error: unknown; where: string }[] = [];

export function reportError(error: unknown, where: string): void {
  reported.push({ error, where });
}

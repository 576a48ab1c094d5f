import type { Cell } from './csv.ts';
import { toOnePlace } from './sheet.ts';

/** Now, before, the difference of the two as written, and its share of before; null where nothing can be said. */
export function compared(now: number, before: number | null): Cell[] {
  const shown = toOnePlace(now);
  if (before === null) return [shown, null, null, null];
  const earlier = toOnePlace(before);
  const change = toOnePlace(shown - earlier);
  return [
    shown,
    earlier,
    change,
    earlier === 0 ? null : Math.round((change / earlier) * 1000) / 1000,
  ];
}

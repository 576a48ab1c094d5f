import { STARTER_TABLE } from './starter-table.ts';

const known = new Map<number, number>();
for (const [notices, grams] of STARTER_TABLE) {
  for (const gram of grams.split(' ')) known.set(Number.parseInt(gram, 36), notices);
}

/**
 * In how many of a thousand notices a fingerprint is known to stand before any was seen. An index that has just begun
 * takes "请各村于…前将" for boilerplate at once, and not only when it has met it often.
 */
export function commonBefore(print: number): number {
  return known.get(print) ?? 0;
}

/** What the first collection only marks as free (compiled code, caches) the next ones free. */
const COLLECTIONS = 4;

/** Bytes in use after everything that can be freed was freed. Needs `node --expose-gc`. */
export function bytesInUse(): number {
  if (!globalThis.gc) throw new Error('start this with node --expose-gc');
  for (let done = 0; done < COLLECTIONS; done++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Milliseconds between two looks: short beside what is waited for, long beside a look's own cost. */
const INTERVAL = 25;

/**
 * Waits until the condition holds and returns its value.
 * Throws after `timeout` milliseconds, naming what was waited for and what was seen last.
 */
export async function waitUntil<T>(
  what: string,
  condition: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeout = 15_000,
): Promise<T> {
  const end = performance.now() + timeout;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const value = await condition();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  throw new Error(`waited ${timeout} ms for ${what}; last: ${String(last)}`);
}

/** An answer that comes after the page went away is nobody's loss. Anything else is thrown again. */
export function ignoreClosed(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  if (!/closed|detached|not found|Invalid InterceptionId|no such request/i.test(words)) throw error;
}

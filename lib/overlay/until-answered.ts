import { CallFailed } from '../messages/send';

/** Waits before a call is made again, ms. */
const RETRY_AFTER = [100, 500, 2000, 5000];

/** Makes a call again while nobody answers it. It must be one that may be made twice. Throws what other failures throw. */
export async function untilAnswered<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const wait of RETRY_AFTER) {
    try {
      return await send();
    } catch (error) {
      const isWorthwhile = error instanceof CallFailed && error.kind === 'no-answer';
      if (!isWorthwhile || signal.aborted) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  return send();
}

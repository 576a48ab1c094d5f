import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../tests/e2e/harness/launch.ts';

/** More than the background waits for quiet before it writes what a start would else have to replay, ms. */
const QUIET = 6_000;

/** Stops the background as browsers do: it has had nothing to do for a while. They wait half a minute, which would tell no more. */
export async function stopIdle(session: Session): Promise<void> {
  await sleep(QUIET);
  await session.stopBackground();
}

import { RELAY_LASTS, RELAYS_KEPT } from './limits.ts';
import { continues, type Relay } from './relay.ts';
import type { Message } from './types.ts';

/** The first list of a relay; `time`: Unix ms of the last list that continued it. */
export type KnownRelay = { id: string; time: number; entries: string[] };

/** Relay lists by chat and head, the first list of each round, oldest first. */
export type RelayMemory = Map<string, KnownRelay[]>;

/** Takes in a relay list; the same list twice changes nothing. */
export function rememberRelay(relays: RelayMemory, relay: Relay, message: Message): void {
  const known = relayContinuedBy({ relays }, relay, message);
  const list = relays.get(relay.key) ?? [];
  if (known) known.time = Math.max(known.time, message.time);
  else if (!list.some(({ id }) => id === message.key)) {
    const opened = { id: message.key, time: message.time, entries: relay.entries };
    relays.set(relay.key, [...list, opened].slice(-RELAYS_KEPT));
  }
}

/** The relay that a list continues, or undefined: it opens one. */
export function relayContinuedBy(
  { relays }: { relays: RelayMemory },
  relay: Relay,
  message: Message,
): KnownRelay | undefined {
  return relays
    .get(relay.key)
    ?.findLast(
      (known) =>
        known.id !== message.key &&
        Math.abs(message.time - known.time) <= RELAY_LASTS &&
        continues(relay, known.entries),
    );
}

/** Lets go of the relays that do not stay. */
export function keepRelays(relays: RelayMemory, stays: (relay: KnownRelay) => boolean): void {
  for (const [key, list] of relays) {
    const kept = list.filter(stays);
    if (kept.length === 0) relays.delete(key);
    else if (kept.length < list.length) relays.set(key, kept);
  }
}

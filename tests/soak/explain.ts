import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Wrong } from './outcome.ts';
import type { ReadingEvent } from './page-truth.ts';
import type { Operation } from './plan.ts';
import { trailOf } from './trail.ts';

/** So much is said aloud: of what is wrong, and of what was done to each. */
const SHOWN = 8;

type Played = {
  stream: PlantedStream;
  plan: readonly Operation[];
  events: readonly ReadingEvent[];
};

/**
 * Says what is wrong with which message, and which operations touched it.
 * @param say hears of the first few
 * @param log takes all of it, each with all that was seen of the message and of its copies, an object at a time
 */
export function explain(
  wrong: readonly Wrong[],
  { stream, plan, events }: Played,
  say: (line: string) => void,
  log: (entry: object) => void,
): void {
  const placeOf = new Map(stream.messages.map(({ key }, place) => [key, place]));
  for (const [nth, { what, about, keys }] of wrong.entries()) {
    const places = new Set(keys.flatMap((key) => placeOf.get(key) ?? []));
    const isOne = keys.length === 1;
    const touching = plan
      .map((operation, index) => ({ index, ...operation }))
      .filter((operation) => touches(operation, places, isOne));
    const truths = isOne ? [...places].map((place) => stream.truth[place]) : [];
    const trail = isOne ? trailOf(stream, events, keys) : [];
    log({ wrong: what, about, keys, truths, touching, trail });
    if (nth >= SHOWN) continue;
    say(`WRONG ${what}: ${JSON.stringify(about)} ${isOne ? keys[0] : ''}`);
    for (const line of touching.slice(0, SHOWN)) say(`  ${JSON.stringify(line)}`);
  }
  if (wrong.length > SHOWN) say(`… and ${wrong.length - SHOWN} more, in the log`);
}

/** Of a whole cell, deliveries are too many: those with a kill are told. */
function touches(operation: Operation, places: ReadonlySet<number>, isOne: boolean): boolean {
  if (operation.do === 'edit' || operation.do === 'recall') return places.has(operation.message);
  if (operation.do !== 'receive' || (!isOne && operation.kill === undefined)) return false;
  return [...places].some((place) => place >= operation.from && place < operation.to);
}

import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Wrong } from './outcome.ts';
import type { Operation } from './plan.ts';

/** So much is shown: of what is wrong, and of what was done to each. */
const SHOWN = 8;

/** Says what is wrong with which message, and which operations touched it. */
export function explain(
  wrong: readonly Wrong[],
  { messages }: PlantedStream,
  plan: readonly Operation[],
  say: (line: string) => void,
): void {
  const placeOf = new Map(messages.map(({ key }, place) => [key, place]));
  for (const { what, about, keys } of wrong.slice(0, SHOWN)) {
    say(`WRONG ${what}: ${JSON.stringify(about)} ${keys.length === 1 ? keys[0] : ''}`);
    const places = new Set(keys.flatMap((key) => placeOf.get(key) ?? []));
    const touching = plan
      .map((operation, index) => ({ index, ...operation }))
      .filter((operation) => touches(operation, places, keys.length === 1));
    for (const line of touching.slice(0, SHOWN)) say(`  ${JSON.stringify(line)}`);
  }
  if (wrong.length > SHOWN) say(`… and ${wrong.length - SHOWN} more`);
}

/** Of a whole cell, deliveries are too many: those with a kill are told. */
function touches(operation: Operation, places: ReadonlySet<number>, isOne: boolean): boolean {
  if (operation.do === 'edit' || operation.do === 'recall') return places.has(operation.message);
  if (operation.do !== 'receive' || (!isOne && operation.kill === undefined)) return false;
  return [...places].some((place) => place >= operation.from && place < operation.to);
}

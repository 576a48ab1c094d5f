import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { ReadingEvent } from './page-truth.ts';

/** What happened to a message, or to another one of its version. `at`: place among the events. */
export type Step = { at: number; is: string; id: string; [detail: string]: unknown };

/** Everything that readers and page have to say of these messages and of all others that state the same. */
export function trailOf(
  { messages, truth }: PlantedStream,
  events: readonly ReadingEvent[],
  keys: readonly string[],
): Step[] {
  const wanted = new Set(keys);
  const versions = new Set(
    truth.flatMap(({ key, version }) => (wanted.has(key) && version !== null ? version : [])),
  );
  const ids = new Set(
    messages.flatMap(({ key }, place) => {
      const isOne = wanted.has(key) || versions.has(truth[place]?.version ?? '');
      return isOne ? key.slice(key.indexOf(':') + 1) : [];
    }),
  );
  return events.flatMap((event, at) => stepsOf(event, at, ids));
}

function stepsOf(event: ReadingEvent, at: number, ids: ReadonlySet<string>): Step[] {
  if (event.is === 'gone') return ids.has(event.id) ? [{ at, ...event }] : [];
  if (event.is === 'exposed') {
    return event.ids.filter((id) => ids.has(id)).map((id) => ({ at, is: 'exposed', id }));
  }
  const { claims, sights, known, from, to } = event;
  const when = { known, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return [
    ...claims.filter((id) => ids.has(id)).map((id) => ({ at, is: 'claimed', id })),
    ...sights
      .filter(({ id }) => ids.has(id))
      .map((sight) => ({ at, is: 'seen', ...sight, ...when })),
  ];
}

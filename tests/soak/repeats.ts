import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Repeats } from '../e2e/reading.ts';
import { changingChains } from './plan.ts';
import type { Told } from './told.ts';

/**
 * What a reader of a chat has to find folded: copies of what was had, whole and of a matter that never changes.
 * @param claims ids of the copies that the tally takes for read
 * @param told by it are known those that were taken back or say something else by now
 */
export function repeatsIn(
  { messages, truth }: PlantedStream,
  chat: string,
  claims: readonly string[],
  told: Pick<Told, 'isRecalled' | 'isEdited'>,
): Repeats {
  const claimed = new Set(claims);
  const changing = changingChains(truth);
  const versions: Record<string, string> = {};
  const had = new Set<string>();
  for (const [place, { key, chat: where }] of messages.entries()) {
    const known = truth[place];
    if (!known || known.version === null || known.partial) continue;
    if (told.isRecalled(key) || told.isEdited(key)) continue;
    const id = key.slice(key.indexOf(':') + 1);
    if (claimed.has(id)) had.add(known.version);
    else if (where === chat && isToFold(known) && !changing.has(known.chain))
      versions[id] = known.version;
  }
  return { versions, had: [...had] };
}

function isToFold({ guards, isReply, traceOnly }: PlantedStream['truth'][number]): boolean {
  return guards.length === 0 && !isReply && !traceOnly;
}

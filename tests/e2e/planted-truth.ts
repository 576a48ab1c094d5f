import type { Message } from '../../lib/detect/types.ts';
import type { Truth } from '../corpus/planted/truth.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Sight } from './reading.ts';

/** A planted message with its truth. */
export type Planted = { message: Message; truth: Truth };

/** Something that a reader was shown and that is not as it was planted. */
export type Fault = { id: string; what: string; text: string };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Checks what was on the screen, chat after chat, against what was planted.
 * @param sights in the order in which they were seen
 * @param deadlines by key, as the product read them, for the guard that depends on the hour of reading
 * @param knows what the product can know of by then: everything that was said, or only what was on the screen before.
 *   What may be known and need not be excuses a message that is left open, but is no fault of one that is folded.
 */
export function faultsOf(
  stream: PlantedStream,
  sights: readonly Sight[],
  deadlines: ReadonlyMap<string, number | null>,
  knows: 'all' | 'seen' = 'all',
): Fault[] {
  const planted = byId(stream);
  const revised = revisedChains(stream);
  const seenVersions = new Map<string, Set<string>>();
  const had = new Set<string>();
  const open = new Set<string>();
  const faults: Fault[] = [];
  for (const { id, look, whole: isWhole, isEarly } of sights) {
    const one = planted.get(id);
    if (!one) continue;
    const { message, truth } = one;
    const isFolded = look === 'folded' || look === 'hidden';
    const fault = (what: string) => faults.push({ id, what, text: message.text.slice(0, 60) });
    const isRevised = truth.chain !== null && revised.has(truth.chain);
    const isKnownRevised =
      knows === 'all' ? isRevised || truth.stale : noteVersion(seenVersions, truth) > 1;
    const isGuarded = truth.guards.length > 0 || isDueSoon(deadlines.get(message.key) ?? null);
    if (truth.version === null || truth.isReply || truth.traceOnly) {
      if (isFolded && !(truth.isReply || truth.traceOnly))
        fault('folded, though nothing like it was had');
      if (isFolded && isGuarded) fault('folded over a guard');
      continue;
    }
    // A cut copy stands in only for one that was cut alike.
    const whole = truth.version;
    const own = truth.partial ? `${truth.version}|${message.text.replace(/\s/g, '')}` : whole;
    const wasHad = !open.has(id) && (had.has(whole) || had.has(own));
    if (isFolded && open.has(id)) fault('folded, though it is the copy that was shown');
    else if (isFolded && !wasHad) fault('folded before its reader had it');
    else if (isFolded && isGuarded) fault('folded over a guard');
    else if (isFolded && isKnownRevised) fault('a change was folded');
    const mayStayOpen = isGuarded || isRevised || truth.stale || isEarly;
    if (!isFolded && wasHad && !mayStayOpen) fault('left open, though its reader had had it');
    if (!isFolded && isWhole && !wasHad) {
      open.add(id);
      had.add(own);
    }
  }
  return faults;
}

/** Says how many versions of its chain came by so far. */
function noteVersion(seen: Map<string, Set<string>>, { chain, version }: Truth): number {
  if (chain === null || version === null) return 0;
  const versions = (seen.get(chain) ?? new Set()).add(version);
  seen.set(chain, versions);
  return versions.size;
}

function byId({ messages, truth }: PlantedStream): Map<string, Planted> {
  return new Map(
    messages.flatMap((message, index) => {
      const known = truth[index];
      return known
        ? [[message.key.slice(message.key.indexOf(':') + 1), { message, truth: known }]]
        : [];
    }),
  );
}

/** Chains in which a later version changes an earlier one. */
function revisedChains({ truth }: PlantedStream): Set<string> {
  const versions = new Map<string, Set<string>>();
  for (const { chain, version } of truth) {
    if (chain === null || version === null) continue;
    versions.set(chain, (versions.get(chain) ?? new Set()).add(version));
  }
  return new Set([...versions].filter(([, of]) => of.size > 1).map(([chain]) => chain));
}

function isDueSoon(deadline: number | null): boolean {
  const left = (deadline ?? 0) - Date.now();
  return deadline !== null && left > 0 && left < DAY;
}

import type { Truth } from '../corpus/planted/truth.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Fault } from '../e2e/planted-truth.ts';
import type { Sight } from '../e2e/reading.ts';

/** What happened between a reader and the page, in order. Messages go by the site's ids. */
export type ReadingEvent =
  /** May have been had: seen for a moment, or in part. */
  | { is: 'exposed'; ids: readonly string[] }
  /**
   * A chat was read while nothing was on its way. `claims`: copies that the tally took for read before, and `known`: so
   * many messages of the stream had been judged; `from`, `to`: what the clock showed.
   */
  | {
      is: 'read';
      sights: readonly Sight[];
      claims: readonly string[];
      known: number;
      from: number;
      to: number;
    }
  /** Taken back, or changed: it stands for its notice no longer, and nothing is asked of it. */
  | { is: 'gone'; id: string };

/** How many sights were looked at. */
export type Judged = { faults: Fault[]; folded: number; open: number };

const DAY = 24 * 60 * 60 * 1000;

/** Copies that may have been had, and those that surely were, by the words that they stand for. */
type Had = { maybe: Map<string, Set<string>>; surely: Map<string, Set<string>> };

type Known = { truth: Truth; text: string; key: string; own: string };

/**
 * Checks what was read over a long time against what was planted: of every notice one copy stays open and the others are
 * folded, nothing is folded that the reader cannot have had, and nothing that has a guard or was changed.
 * @param deadlines by key, as the product read them
 */
export function faultsIn(
  stream: PlantedStream,
  events: readonly ReadingEvent[],
  deadlines: ReadonlyMap<string, number | null>,
): Judged {
  const known = knownById(stream);
  const changes = changesIn(stream);
  const had: Had = { maybe: new Map(), surely: new Map() };
  const gone = new Set<string>();
  let claimed = new Set<string>();
  const result: Judged = { faults: [], folded: 0, open: 0 };

  const expose = (id: string) => {
    const one = known.get(id);
    if (one?.truth.version && !gone.has(id)) add(had.maybe, one.own, id);
  };
  const forget = (id: string, from: Map<string, Set<string>>) => {
    const own = known.get(id)?.own;
    if (own !== undefined) from.get(own)?.delete(id);
  };

  const read = (event: Extract<ReadingEvent, { is: 'read' }>, sight: Sight) => {
    const { id, look, whole: isWhole } = sight;
    const one = known.get(id);
    if (!one || gone.has(id)) return;
    const { truth, own } = one;
    const isFolded = look === 'folded' || look === 'hidden';
    if (isFolded) result.folded++;
    else result.open++;
    const fault = (what: string) => result.faults.push({ id, what, text: one.text.slice(0, 60) });
    const due = dueSoon(deadlines.get(one.key) ?? null, event);
    const isGuarded = truth.guards.length > 0;
    if (isFolded && (isGuarded || due === 'yes')) fault('folded over a guard');
    if (truth.version === null || truth.isReply || truth.traceOnly) {
      if (isFolded && !truth.isReply && !truth.traceOnly)
        fault('folded, though nothing like it was had');
      return;
    }
    const others = (where: Map<string, Set<string>>) =>
      [truth.version ?? '', own].some((words) =>
        [...(where.get(words) ?? [])].some((each) => each !== id),
      );
    const change = changes.get(truth.chain ?? '') ?? [];
    const isChanged = change.some(
      ({ version, at }) => version !== truth.version && at < event.known,
    );
    if (isFolded && !others(had.maybe)) fault('folded before its reader had it');
    else if (isFolded && isChanged) fault('a change was folded');
    else if (isFolded && had.surely.get(own)?.has(id))
      fault('folded, though it is the copy that was shown');
    const mayStayOpen = isGuarded || due !== 'no' || change.length > 1 || sight.isEarly;
    if (!isFolded && others(had.surely) && !had.surely.get(own)?.has(id) && !mayStayOpen)
      fault('left open, though its reader had had it');
    if (isFolded) return;
    // Where another may have been first, it is not known which of them is to stay.
    if (isWhole && !others(had.maybe)) add(had.surely, own, id);
    add(had.maybe, own, id);
  };

  /** The tally's word on what was had: nothing that never was on the screen, and nothing forgotten. */
  const take = (claims: readonly string[]) => {
    const now = new Set(claims.filter((id) => known.has(id) && !gone.has(id)));
    const fault = (id: string, what: string) =>
      result.faults.push({ id, what, text: known.get(id)?.text.slice(0, 60) ?? '' });
    had.surely.clear();
    for (const id of now) {
      const own = known.get(id)?.own ?? '';
      add(had.surely, own, id);
      if (!had.maybe.get(own)?.has(id))
        fault(id, 'taken for read, though it never was on the screen');
    }
    for (const id of claimed) if (!now.has(id) && !gone.has(id)) fault(id, 'had, and forgotten');
    claimed = now;
  };

  for (const event of events) {
    if (event.is === 'exposed') event.ids.forEach(expose);
    else if (event.is === 'read') {
      take(event.claims);
      for (const sight of event.sights) read(event, sight);
    } else {
      forget(event.id, had.surely);
      forget(event.id, had.maybe);
      gone.add(event.id);
    }
  }
  return result;
}

function add(where: Map<string, Set<string>>, words: string, id: string): void {
  where.set(words, (where.get(words) ?? new Set()).add(id));
}

function knownById({ messages, truth }: PlantedStream): Map<string, Known> {
  return new Map(
    messages.flatMap((message, index) => {
      const known = truth[index];
      if (!known) return [];
      const { key, text } = message;
      // A cut copy stands in only for one that was cut alike.
      const own = known.partial
        ? `${known.version}|${text.replace(/\s/g, '')}`
        : (known.version ?? '');
      return [[key.slice(key.indexOf(':') + 1), { truth: known, text, key, own }]];
    }),
  );
}

/** The versions of each chain, with the place in the stream where each came first. */
function changesIn({ truth }: PlantedStream): Map<string, { version: string; at: number }[]> {
  const chains = new Map<string, { version: string; at: number }[]>();
  for (const [at, { chain, version }] of truth.entries()) {
    if (chain === null || version === null) continue;
    const versions = chains.get(chain) ?? [];
    if (!versions.some((each) => each.version === version)) versions.push({ version, at });
    chains.set(chain, versions);
  }
  return chains;
}

/** "maybe": it became so, or ceased to be, while the chat was read, or shortly before. */
function dueSoon(
  deadline: number | null,
  { from, to }: { from: number; to: number },
): 'yes' | 'no' | 'maybe' {
  if (deadline === null) return 'no';
  const isDue = [from, to].map((now) => deadline > now && deadline - now < DAY);
  return isDue.every(Boolean) ? 'yes' : isDue.some(Boolean) ? 'maybe' : 'no';
}

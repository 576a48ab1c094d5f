import type { Truth } from '../corpus/planted/truth.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { Fault } from '../e2e/planted-truth.ts';
import type { Sight } from '../e2e/reading.ts';

/**
 * A chat was read while nothing was on its way. `claims`: copies that the tally took for read before, and `known`: so many
 * messages of the stream had been judged; `from`, `to`: what the clock showed.
 */
type Reading = {
  is: 'read';
  sights: readonly Sight[];
  claims: readonly string[];
  known: number;
  from: number;
  to: number;
};

/** What happened between a reader and the page, in order. Messages go by the site's ids. */
export type ReadingEvent =
  /** May have been had: seen for a moment, or in part. */
  | { is: 'exposed'; ids: readonly string[] }
  | Reading
  /** Taken back, or changed: it stands for its notice no longer, and nothing is asked of it. */
  | { is: 'gone'; id: string };

/** `folded`, `open`: how many sights were looked at. */
export type Judged = { faults: Fault[]; folded: number; open: number };

type Deadlines = ReadonlyMap<string, number | null>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Checks what was read over a long time against what was planted: of every notice one copy stays open and the others are
 * folded, nothing is folded that the reader cannot have had, and nothing that has a guard or was changed.
 * @param deadlines by key, as the product read them
 */
export function faultsIn(
  stream: PlantedStream,
  events: readonly ReadingEvent[],
  deadlines: Deadlines,
): Judged {
  const witness = new Witness(stream, deadlines);
  for (const event of events) {
    if (event.is === 'exposed') for (const id of event.ids) witness.expose(id);
    else if (event.is === 'gone') witness.lose(event.id);
    else {
      witness.takeClaims(event.claims);
      for (const sight of event.sights) witness.see(sight, event);
    }
  }
  return witness.judged;
}

/** `words`: what a copy stands for; a cut one stands in only for those that were cut alike. */
type Known = { id: string; key: string; truth: Truth; text: string; words: string };

/** Copies, by the words that they stand for. */
class Copies {
  readonly #ids = new Map<string, Set<string>>();

  add({ id, words }: Known): void {
    this.#ids.set(words, (this.#ids.get(words) ?? new Set()).add(id));
  }

  remove({ id, words }: Known): void {
    this.#ids.get(words)?.delete(id);
  }

  clear(): void {
    this.#ids.clear();
  }

  has({ id, words }: Known): boolean {
    return this.#ids.get(words)?.has(id) === true;
  }

  /** Another copy is there that says all that this one says. */
  cover({ id, words, truth }: Known): boolean {
    const those = [truth.version ?? '', words].flatMap((each) => [...(this.#ids.get(each) ?? [])]);
    return those.some((other) => other !== id);
  }
}

class Witness {
  readonly judged: Judged = { faults: [], folded: 0, open: 0 };
  readonly #known: ReadonlyMap<string, Known>;
  readonly #changes: ReadonlyMap<string, readonly { version: string; at: number }[]>;
  readonly #deadlines: Deadlines;
  /** Copies that the reader may have had, and those that the reader surely has. */
  readonly #maybe = new Copies();
  readonly #surely = new Copies();
  readonly #gone = new Set<string>();
  #claimed = new Set<string>();

  constructor(stream: PlantedStream, deadlines: Deadlines) {
    this.#known = knownById(stream);
    this.#changes = changesIn(stream);
    this.#deadlines = deadlines;
  }

  #of(id: string): Known | undefined {
    return this.#gone.has(id) ? undefined : this.#known.get(id);
  }

  #fault({ id, text }: Known, what: string): void {
    this.judged.faults.push({ id, what, text: text.slice(0, 60) });
  }

  expose(id: string): void {
    const one = this.#of(id);
    if (one) this.#maybe.add(one);
  }

  lose(id: string): void {
    const one = this.#of(id);
    if (one) for (const copies of [this.#surely, this.#maybe]) copies.remove(one);
    this.#gone.add(id);
  }

  /** The tally's word on what was had: nothing that never was on the screen, and nothing forgotten. */
  takeClaims(claims: readonly string[]): void {
    const now = claims.flatMap((id) => this.#of(id) ?? []);
    this.#surely.clear();
    for (const one of now) {
      this.#surely.add(one);
      if (!this.#maybe.has(one))
        this.#fault(one, 'taken for read, though it never was on the screen');
    }
    const ids = new Set(now.map(({ id }) => id));
    for (const id of this.#claimed) {
      const one = this.#of(id);
      if (one && !ids.has(id)) this.#fault(one, 'had, and forgotten');
    }
    this.#claimed = ids;
  }

  see(sight: Sight, reading: Reading): void {
    const one = this.#of(sight.id);
    if (!one) return;
    const isFolded = sight.look === 'folded' || sight.look === 'hidden';
    this.judged[isFolded ? 'folded' : 'open']++;
    if (isFolded) this.#seeFolded(one, reading);
    else if (one.truth.version !== null) this.#seeOpen(one, sight, reading);
  }

  #seeFolded(one: Known, reading: Reading): void {
    const { truth } = one;
    if (truth.guards.length > 0 || this.#due(one, reading) === 'yes') {
      this.#fault(one, 'folded over a guard');
    }
    if (truth.isReply || truth.traceOnly) return;
    if (truth.version === null) this.#fault(one, 'folded, though nothing like it was had');
    else if (!this.#maybe.cover(one)) this.#fault(one, 'folded before its reader had it');
    else if (this.#isChanged(one, reading)) this.#fault(one, 'a change was folded');
    else if (this.#surely.has(one))
      this.#fault(one, 'folded, though it is the copy that was shown');
  }

  #seeOpen(one: Known, { whole, isEarly }: Sight, reading: Reading): void {
    const { truth } = one;
    const isRepeated = this.#surely.cover(one) && !this.#surely.has(one);
    const mayStayOpen =
      [truth.isReply, truth.traceOnly, truth.guards.length > 0, isEarly].includes(true) ||
      this.#due(one, reading) !== 'no' ||
      this.#changesOf(one).length > 1;
    if (isRepeated && !mayStayOpen) this.#fault(one, 'left open, though its reader had had it');
    // Where another may have been first, it is not known which of them is to stay.
    if (whole && !this.#maybe.cover(one)) this.#surely.add(one);
    this.#maybe.add(one);
  }

  #changesOf({ truth }: Known): readonly { version: string; at: number }[] {
    return this.#changes.get(truth.chain ?? '') ?? [];
  }

  #isChanged(one: Known, { known }: Reading): boolean {
    const { version } = one.truth;
    return this.#changesOf(one).some((each) => each.version !== version && each.at < known);
  }

  /** "maybe": it became so, or ceased to be, while the chat was read. */
  #due({ key }: Known, { from, to }: Reading): 'yes' | 'no' | 'maybe' {
    const deadline = this.#deadlines.get(key) ?? null;
    if (deadline === null) return 'no';
    const isDue = [from, to].map((now) => deadline > now && deadline - now < DAY);
    return isDue.every(Boolean) ? 'yes' : isDue.some(Boolean) ? 'maybe' : 'no';
  }
}

function knownById({ messages, truth }: PlantedStream): Map<string, Known> {
  return new Map(
    messages.flatMap(({ key, text }, index) => {
      const known = truth[index];
      if (!known) return [];
      const id = key.slice(key.indexOf(':') + 1);
      const version = known.version ?? '';
      const words = known.partial ? `${version}|${text.replace(/\s/g, '')}` : version;
      return [[id, { id, key, truth: known, text, words }]];
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

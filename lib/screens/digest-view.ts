import type {
  DigestFilter,
  DigestPart,
  DigestRange,
  DigestSection,
  DigestView,
} from '../../components/digest/digest-props';
import { breath, inPieces } from '../tally/breath';
import type { DigestEntry } from '../tally/digest';
import { addDays } from '../tally/local-day';
import type { Day } from '../tally/rows';

const LENGTH: Record<DigestRange, number> = { today: 1, days3: 3, days7: 7, days14: 14 };

/** Sections in their order. What is overdue is one line until it is opened, so what is due is near the top. */
const SECTIONS = ['overdue', 'due', 'plain', 'done'] as const;

export type DigestChoice = {
  part: DigestPart;
  filter: DigestFilter;
  query: string;
  /** Unix ms. */
  now: number;
  /** Ids of entries that stay where they were, with the tick that they had there. */
  placed: ReadonlyMap<string, boolean>;
  /** Ids of entries that may be listed; null for all. */
  known: ReadonlySet<string> | null;
  /** There is more to be read than these entries. */
  isPartial: boolean;
};

/** The first day of a range that ends today. */
export function firstDayOf(range: DigestRange, today: Day): Day {
  return addDays(today, 1 - LENGTH[range]);
}

/** What the digest lists of these entries. The order depends on the entries alone, not on the order given. */
export function digestView(entries: readonly DigestEntry[], choice: DigestChoice): DigestView {
  const words = plain(choice.query).split(/\s+/).filter(Boolean);
  const wanted = entries.filter((entry) => isWanted(entry, choice) && isFound(entry, words));
  const listed = wanted.filter(({ id }) => choice.known?.has(id) ?? true);
  const inPart = listed.filter((entry) => partOf(entry) === choice.part);
  const held = wanted.filter((entry) => partOf(entry) === choice.part).length - inPart.length;
  const traces = listed.filter((entry) => partOf(entry) === 'traces').length;
  const sections = SECTIONS.map((name) => ({
    name,
    entries: inPart
      .filter((entry) => sectionOf(entry, choice) === name)
      .sort((one, other) => inOrder(name, one, other)),
  }));
  return {
    counts: choice.isPartial ? null : { notices: listed.length - traces, traces },
    sections: sections.filter((section) => section.entries.length > 0),
    waiting: held,
  };
}

function partOf({ traceOnly }: DigestEntry): DigestPart {
  return traceOnly ? 'traces' : 'notices';
}

function isWanted(entry: DigestEntry, { filter, placed }: DigestChoice): boolean {
  const done = placed.get(entry.id) ?? entry.done;
  return filter === 'all' || (filter === 'done') === done;
}

/** Every word of a search must be found somewhere; width and case of letters do not matter. */
function isFound(entry: DigestEntry, words: readonly string[]): boolean {
  return words.every((word) => searchText(entry).includes(word));
}

const searchTexts = new WeakMap<DigestEntry, string>();

function searchText(entry: DigestEntry): string {
  const known = searchTexts.get(entry);
  if (known !== undefined) return known;
  const { newest, earlier } = entry;
  const names = newest.sightings.flatMap(({ chat, sender }) => [chat, sender]);
  const titles = earlier.map(({ title }) => title);
  // A line end between the parts, so that no word is found across two of them.
  const text = plain([newest.title, newest.excerpt, ...names, ...titles].join('\n'));
  searchTexts.set(entry, text);
  return text;
}

/** Entries whose texts are made ready for a search in one go: well within a frame. */
const READY_AT_ONCE = 200;

/**
 * Makes the texts ready that a search looks through, some at a time, so that the first letter does not wait for two
 * thousand. Returns what ends it.
 */
export function readyForSearch(entries: readonly DigestEntry[]): () => void {
  let isOver = false;
  const makeReady = async () => {
    await breath();
    for await (const some of inPieces(entries, READY_AT_ONCE)) {
      if (isOver) return;
      for (const entry of some) searchText(entry);
    }
  };
  void makeReady();
  return () => {
    isOver = true;
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function sectionOf(
  { id, done, deadline }: DigestEntry,
  { placed, now }: DigestChoice,
): DigestSection['name'] {
  if (placed.get(id) ?? done) return 'done';
  if (deadline === null) return 'plain';
  return deadline < now ? 'overdue' : 'due';
}

/** The next deadline first; of what is over or has none, the latest first. */
function inOrder(name: DigestSection['name'], one: DigestEntry, other: DigestEntry): number {
  const byDeadline = (one.deadline ?? 0) - (other.deadline ?? 0);
  const byArrival = other.newest.time - one.newest.time;
  const byId = one.id < other.id ? -1 : 1;
  if (name === 'due') return byDeadline || byArrival || byId;
  if (name === 'overdue') return -byDeadline || byArrival || byId;
  return byArrival || byId;
}

import type { GroupFacts } from '../../../lib/tally/group-facts';
import type { Disposal } from '../../../lib/tally/rows';
import type { Overlap, Suspicion } from '../../../lib/tally/suspicion';

/** A group as the table shows it. Shares are from 0 to 1, null where there is nothing to take a share of. */
export type GroupLine = {
  /** Unique among the groups. */
  key: string;
  facts: GroupFacts;
  /** False while its overlaps and suspicions are not known yet. */
  isWhole: boolean;
  copyShare: number | null;
  traceShare: number | null;
  demands: number;
  offHoursShare: number | null;
  /** The overlap with the largest share of this group's notices. */
  overlap: Overlap | null;
  /** Place among all groups by the names' order in the dictionary. */
  nameOrder: number;
  /** What a filter by words looks through, as `searchable` makes it. */
  search: string;
};

export const COLUMNS = [
  'name',
  'site',
  'first',
  'last',
  'messages',
  'notices',
  'copies',
  'traces',
  'demands',
  'offHours',
  'overlap',
  'suspicions',
  'disposal',
] as const;

export type Column = (typeof COLUMNS)[number];

export type Sorting = { column: Column; descending: boolean };

/** "" lets everything through. */
export type GroupFilter = {
  words: string;
  site: string;
  suspicion: Suspicion | 'any' | 'none' | '';
  disposal: Disposal | 'undecided' | '';
  /** Keys of the only lines to show; null for no such choice. */
  only: ReadonlySet<string> | null;
};

export const NO_FILTER: GroupFilter = {
  ...{ words: '', site: '', suspicion: '', disposal: '' },
  only: null,
};

/** The doubtful ones first: they are what a check-up is for. */
export const FIRST_SORTING: Sorting = { column: 'suspicions', descending: true };

const DISPOSAL_ORDER: Record<Disposal, number> = { keep: 1, merge: 2, dissolve: 3, regulate: 4 };

const VALUES: Record<Column, (line: GroupLine) => number | string | null> = {
  name: (line) => line.nameOrder,
  site: (line) => line.facts.site,
  first: (line) => line.facts.firstDay,
  last: (line) => line.facts.lastDay,
  messages: (line) => line.facts.counts.messages,
  notices: (line) => line.facts.counts.notices,
  copies: (line) => line.copyShare,
  traces: (line) => line.traceShare,
  demands: (line) => line.demands,
  offHours: (line) => line.offHoursShare,
  overlap: (line) => line.overlap?.share ?? null,
  suspicions: (line) => line.facts.suspicions.length,
  disposal: ({ facts }) => (facts.notes?.disposal ? DISPOSAL_ORDER[facts.notes.disposal] : 0),
};

/** Letters of a search: width and case are no matter. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What a click on a column's head sorts by: names and days from the first, figures from the largest, then turned round. */
export function sortedBy(column: Column, before: Sorting): Sorting {
  if (column === before.column) return { column, descending: !before.descending };
  return { column, descending: !['name', 'site', 'first', 'last'].includes(column) };
}

/** The lines that a filter lets through, sorted. What has no figure comes last both ways; ties go by messages, then name. */
export function shownLines(
  lines: readonly GroupLine[],
  filter: GroupFilter,
  sorting: Sorting,
): GroupLine[] {
  const figureOf = VALUES[sorting.column];
  const sign = sorting.descending ? -1 : 1;
  return lines.filter(passing(filter)).sort((one, other) => {
    const [mine, theirs] = [figureOf(one), figureOf(other)];
    if (mine === theirs) return byMessages(one, other);
    if (mine === null || theirs === null) return mine === null ? 1 : -1;
    return mine < theirs ? -sign : sign;
  });
}

function byMessages(one: GroupLine, other: GroupLine): number {
  const more = other.facts.counts.messages - one.facts.counts.messages;
  return more || one.nameOrder - other.nameOrder;
}

function passing(filter: GroupFilter): (line: GroupLine) => boolean {
  const words = searchable(filter.words).split(/\s+/).filter(Boolean);
  return ({ key, facts, search }) =>
    (filter.only === null || filter.only.has(key)) &&
    (filter.site === '' || facts.site === filter.site) &&
    isSuspected(facts, filter.suspicion) &&
    isDisposed(facts, filter.disposal) &&
    words.every((word) => search.includes(word));
}

function isSuspected({ suspicions }: GroupFacts, wanted: GroupFilter['suspicion']): boolean {
  if (wanted === '') return true;
  if (wanted === 'any' || wanted === 'none') return suspicions.length > 0 === (wanted === 'any');
  return suspicions.some(({ kind }) => kind === wanted);
}

function isDisposed({ notes }: GroupFacts, wanted: GroupFilter['disposal']): boolean {
  if (wanted === '') return true;
  return (notes?.disposal ?? 'undecided') === wanted;
}

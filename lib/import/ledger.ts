import {
  addFigures,
  COUNTED_DEMANDS,
  demandAt,
  FIRST_DEMAND,
  FIRST_HOUR,
  type Figures,
  noFigures,
} from '../tally/hand-over.ts';
import {
  costliestFirst,
  FEWEST_CONTRIBUTORS,
  FEWEST_FOR_A_GROUP,
  type Ledger,
  type LedgerDemand,
  type LedgerGroup,
  type LedgerSums,
} from '../tally/merged-ledger.ts';
import type { Day, Disposal } from '../tally/rows.ts';
import { basisOf } from './basis.ts';
import type { Merged } from './merge.ts';
import { unpackFigures } from './packed-figures.ts';

/** What merged tallies come to: which groups and which demands burden how many people, for how long. No persons. */
export function ledgerOf(merged: Merged): Ledger {
  const counting = new Counting();
  for (const day of daysOf(merged)) countDay(counting, merged, day);
  const files = [...merged.values()].flatMap((contribution) => contribution.files);
  const totals = counting.totals.sums();
  const head = {
    contributors: merged.size,
    words: distinct(files.map(({ word }) => word ?? '')).map((word) => word || null),
    formulas: distinct(files.map(({ formula }) => formula)),
    basis: basisOf(merged),
    totals,
    groupCount: counting.groups.size,
  };
  // Those whose files are empty do not hide anybody.
  if (totals.people < FEWEST_CONTRIBUTORS) {
    return { ...head, groups: null, single: null, demands: null, hours: null };
  }
  return {
    ...head,
    groups: groupsOf(counting, merged),
    single: singleOf(counting),
    demands: demandsOf(counting),
    hours: totals.figures.slice(FIRST_HOUR),
  };
}

/** A sum that also knows of how many people and of how many days it is. Days must come in order. */
class Sum {
  readonly #people = new Set<string>();
  readonly #figures = noFigures();
  #days = 0;
  #from: Day | null = null;
  #to: Day | null = null;

  add(person: string, day: Day, figures: Figures): void {
    this.#people.add(person);
    if (day !== this.#to) this.#days += 1;
    this.#from ??= day;
    this.#to = day;
    addFigures(this.#figures, figures);
  }

  sums(): LedgerSums {
    const [people, days, from, to] = [this.#people.size, this.#days, this.#from, this.#to];
    return { people, days, from, to, figures: this.#figures };
  }

  get people(): number {
    return this.#people.size;
  }
}

type Asked = {
  people: Set<string>;
  groups: Set<string>;
  days: number;
  from: Day | null;
  to: Day | null;
};

class Counting {
  readonly totals = new Sum();
  readonly groups = new Map<string, Sum>();
  readonly asked = COUNTED_DEMANDS.map(
    (): Asked => ({ people: new Set(), groups: new Set(), days: 0, from: null, to: null }),
  );
}

function daysOf(merged: Merged): Day[] {
  return distinct([...merged.values()].flatMap(({ days }) => [...days.keys()]));
}

function countDay(counting: Counting, merged: Merged, day: Day): void {
  for (const [person, { days }] of merged) {
    const part = days.get(day);
    if (!part) continue;
    unpackFigures(part.packed, (figures, row) => {
      const group = part.groups[row] ?? '';
      const sum = counting.groups.get(group) ?? new Sum();
      counting.groups.set(group, sum);
      sum.add(person, day, figures);
      counting.totals.add(person, day, figures);
      countDemands(counting, person, group, day, figures);
    });
  }
}

function countDemands(
  counting: Counting,
  person: string,
  group: string,
  day: Day,
  figures: Figures,
): void {
  COUNTED_DEMANDS.forEach((_, at) => {
    const asked = counting.asked[at];
    if (!asked || figures[FIRST_DEMAND + at] === 0) return;
    asked.people.add(person);
    asked.groups.add(group);
    if (asked.to !== day) asked.days += 1;
    asked.from ??= day;
    asked.to = day;
  });
}

function demandsOf({ asked, totals }: Counting): LedgerDemand[] {
  const { figures } = totals.sums();
  return COUNTED_DEMANDS.map((kind, at) => ({
    kind,
    people: asked[at]?.people.size ?? 0,
    groups: asked[at]?.groups.size ?? 0,
    days: asked[at]?.days ?? 0,
    from: asked[at]?.from ?? null,
    to: asked[at]?.to ?? null,
    times: demandAt(figures, kind),
  }));
}

function groupsOf({ groups }: Counting, merged: Merged): LedgerGroup[] {
  const suggested = suggestions(merged);
  const shared = [...groups].filter(([, sum]) => sum.people >= FEWEST_FOR_A_GROUP);
  return costliestFirst(
    shared.map(([key, sum]) => {
      const [site = '', code = ''] = key.split('|');
      return { site, code, ...sum.sums(), disposals: suggested.get(key) ?? noSuggestions() };
    }),
  );
}

/** How many suggest what of each group that still has a row. */
function suggestions(merged: Merged): Map<string, Record<Disposal, number>> {
  const counted = new Map<string, Record<Disposal, number>>();
  for (const { disposals } of merged.values()) {
    for (const [group, disposal] of disposals) {
      const counts = counted.get(group) ?? noSuggestions();
      counts[disposal] += 1;
      counted.set(group, counts);
    }
  }
  return counted;
}

function noSuggestions(): Record<Disposal, number> {
  return { keep: 0, merge: 0, dissolve: 0, regulate: 0 };
}

/** Not broken down by day: with a single group in it, this is one person's. */
function singleOf({ groups }: Counting): Ledger['single'] {
  const single = [...groups.values()].filter((sum) => sum.people < FEWEST_FOR_A_GROUP);
  const figures = noFigures();
  for (const sum of single) addFigures(figures, sum.sums().figures);
  return { groups: single.length, figures };
}

function distinct<Value extends string | number>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort((one, other) => (one < other ? -1 : 1));
}

import type { DemandKind } from '../detect/types.ts';
import { groupId } from '../tally/group-notes.ts';
import { grouped } from '../tally/grouped.ts';
import type { Day, DayRow } from '../tally/rows.ts';
import type { Asked } from './asked.ts';
import { CATEGORIES, type Category, citation, FORMS, type Form } from './categories.ts';
import { cleanText } from './clean-text.ts';
import { coverageNotes } from './coverage-notes.ts';
import type { Cell } from './csv.ts';
import type { Redactor } from './redaction.ts';
import type { Column, Sheet } from './sheet.ts';
import type { LedgerGroup, SheetChoice, SheetSource } from './sheet-source.ts';
import {
  CATEGORY_WORDS,
  DISPOSAL_WORDS,
  FORM_WORDS,
  LEAD_HEADS,
  LEAD_REMARKS,
  NOTES,
  SHEET_NAMES,
  siteWord,
} from './sheet-words.ts';

const COLUMNS: readonly Column[] = [
  { head: LEAD_HEADS.number, type: 'whole', width: 7 },
  { head: LEAD_HEADS.category, type: 'text', width: 14 },
  { head: LEAD_HEADS.form, type: 'text', width: 16 },
  { head: LEAD_HEADS.site, type: 'text', width: 8 },
  { head: LEAD_HEADS.group, type: 'text', width: 18 },
  { head: LEAD_HEADS.unit, type: 'text', width: 14 },
  { head: LEAD_HEADS.first, type: 'date', width: 13 },
  { head: LEAD_HEADS.last, type: 'date', width: 13 },
  { head: LEAD_HEADS.times, type: 'whole', width: 7 },
  { head: LEAD_HEADS.groups, type: 'whole', width: 8 },
  { head: LEAD_HEADS.offHours, type: 'whole', width: 9 },
  { head: LEAD_HEADS.clause, type: 'text', width: 36 },
  { head: LEAD_HEADS.evidence, type: 'text', width: 26 },
  { head: LEAD_HEADS.proposal, type: 'text', width: 7 },
  { head: LEAD_HEADS.remark, type: 'text', width: 30 },
];

/** One form of a problem in one group. `times` is null for what is suspected of a group as a whole. */
type Lead = {
  category: Category;
  form: Form;
  group: LedgerGroup;
  first: Day;
  last: Day;
  times: number | null;
  asked: readonly Asked[];
};

/** 问题线索清单: one line per form and group, the heads in their order, the most frequent first. */
export function leadSheet(source: SheetSource, choice: SheetChoice, redactor: Redactor): Sheet {
  const leads = [...askedLeads(source), ...suspectedLeads(source.groups)]
    .filter(({ category }) => choice.categories.has(category))
    .sort(inOrder);
  return {
    name: SHEET_NAMES.leads,
    columns: COLUMNS,
    rows: leads.map((lead, index) => cellsOf(lead, index + 1, redactor)),
    notes: [
      NOTES.leads,
      NOTES.counting,
      NOTES.reached,
      NOTES.clauses,
      NOTES.evidence,
      ...coverageNotes(source),
    ],
  };
}

/** How often and when is told by the day sums, which are kept for good. */
function askedLeads({ days, asked, groups }: SheetSource): Lead[] {
  const groupsById = new Map(groups.map((group) => [groupId(group), group]));
  const askedById = grouped(asked, (each) => `${each.kind}|${groupId(each)}`);
  const leads = new Map<string, Lead>();
  for (const row of days) {
    for (const [kind, count] of Object.entries(row.demands) as [DemandKind, number][]) {
      const { category } = FORMS[kind];
      const group = groupsById.get(groupId(row));
      if (category === null || group === undefined) continue;
      const id = `${kind}|${groupId(row)}`;
      const lead = leads.get(id) ?? {
        ...{ category, form: kind, group, first: row.day, last: row.day, times: 0 },
        asked: askedById.get(id) ?? [],
      };
      leads.set(id, widened(lead, row, count));
    }
  }
  return [...leads.values()];
}

function widened(lead: Lead, { day }: DayRow, count: number): Lead {
  return {
    ...lead,
    times: (lead.times ?? 0) + count,
    first: day < lead.first ? day : lead.first,
    last: day > lead.last ? day : lead.last,
  };
}

function suspectedLeads(groups: readonly LedgerGroup[]): Lead[] {
  return groups.flatMap((group) =>
    group.suspicions.flatMap((form) => {
      const { category } = FORMS[form];
      const { firstDay: first, lastDay: last } = group;
      return category ? [{ category, form, group, first, last, times: null, asked: [] }] : [];
    }),
  );
}

function inOrder(one: Lead, other: Lead): number {
  return (
    CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category) ||
    (other.times ?? 0) - (one.times ?? 0) ||
    Number(groupId(one.group) > groupId(other.group)) -
      Number(groupId(one.group) < groupId(other.group))
  );
}

function cellsOf(lead: Lead, number: number, redactor: Redactor): Cell[] {
  const { category, form, group, first, last, times, asked } = lead;
  // Where the details are not whole, nothing is said that only they can tell.
  const isWhole = times !== null && asked.length === times;
  const offHours = asked.filter((each) => each.offHours).length;
  const reached = new Set(asked.flatMap((each) => each.reached)).size;
  const example = exampleOf(asked);
  return [
    number,
    CATEGORY_WORDS[category],
    FORM_WORDS[form],
    cleanText(siteWord(group.site)),
    redactor.group(group),
    redactor.ownWords(group.unit),
    first,
    last,
    times,
    isWhole ? reached : null,
    isWhole ? offHours : null,
    citation(FORMS[form].clause),
    example?.evidence || null,
    group.disposal ? DISPOSAL_WORDS[group.disposal] : null,
    remarkOf(lead, example, redactor),
  ];
}

/** What stands for a line, by its number and its excerpt: the newest that has a number, else the newest with an excerpt. */
function exampleOf(asked: readonly Asked[]): Asked | null {
  const newest = (some: readonly Asked[]) =>
    some.reduce<Asked | null>(
      (found, each) => (found === null || each.time > found.time ? each : found),
      null,
    );
  return (
    newest(asked.filter((each) => each.evidence)) ?? newest(asked.filter((each) => each.excerpt))
  );
}

function remarkOf({ asked, group }: Lead, example: Asked | null, redactor: Redactor): string {
  const emergencies = asked.filter(({ emergency }) => emergency).length;
  const excerpt = example ? redactor.excerpt(example.excerpt) : '';
  const parts = [
    emergencies > 0 ? LEAD_REMARKS.emergency(emergencies) : '',
    excerpt ? LEAD_REMARKS.excerpt(excerpt) : '',
    redactor.ownWords(group.note),
  ];
  return parts.filter(Boolean).join('；');
}

import type { Coverage } from '../tally/coverage.ts';
import { groupId } from '../tally/group-notes.ts';
import type { Day, DayRow, Disposal, GroupRow } from '../tally/rows.ts';
import type { OwnValues } from '../tally/score.ts';
import type { Suspicion } from '../tally/suspicion.ts';
import type { Asked } from './asked.ts';
import { type Category, TRACE_DEMANDS } from './categories.ts';

/** A group as the ledger lists it. Days are of the whole tally, counts of the period. */
export type LedgerGroup = {
  site: string;
  chat: string;
  /** What the user has noted; "" for nothing. */
  purpose: string;
  owner: string;
  unit: string;
  note: string;
  firstDay: Day;
  lastDay: Day;
  messages: number;
  notices: number;
  copies: number;
  traces: number;
  suspicions: readonly Suspicion[];
  disposal: Disposal | null;
};

/** Everything that the sheets are made of. */
export type SheetSource = {
  from: Day;
  to: Day;
  /** Day sums of the period. */
  days: readonly DayRow[];
  /** Day sums of the period of the same length before it. */
  before: readonly DayRow[];
  /** False where counting began only after the first day of the period before: then nothing is compared. */
  isBeforeWhole: boolean;
  /** Every demand counted in the period. */
  asked: readonly Asked[];
  /** Every group of the tally, in the order of the ledger. */
  groups: readonly LedgerGroup[];
  /** The user's own values of the formula. */
  own: OwnValues;
  coverage: Coverage;
};

/** What of it goes out. `groups`: ids (`site|chat`), null for all. Categories concern the leads alone. */
export type SheetChoice = {
  groups: ReadonlySet<string> | null;
  categories: ReadonlySet<Category>;
};

/** The source without the groups that were not chosen. */
export function chosenOnly(source: SheetSource, { groups }: SheetChoice): SheetSource {
  if (groups === null) return source;
  const isChosen = (place: { site: string; chat: string }) => groups.has(groupId(place));
  return {
    ...source,
    days: source.days.filter(isChosen),
    before: source.before.filter(isChosen),
    asked: source.asked.filter(isChosen),
    groups: source.groups.filter(isChosen),
  };
}

/**
 * The ledger's groups from day sums, the busiest of the period first. `days` are all up to the period's last day, so
 * that a group which is silent now is listed too. `suspicions`: the check-up's, by the group's id.
 */
export function ledgerGroups(
  days: readonly DayRow[],
  notes: readonly GroupRow[],
  from: Day,
  suspicions: ReadonlyMap<string, readonly Suspicion[]> = new Map(),
): LedgerGroup[] {
  const groups = new Map<string, LedgerGroup>();
  const notesById = new Map(notes.map((note) => [note.id, note]));
  for (const row of days) {
    const id = groupId(row);
    const group = groups.get(id) ?? emptyGroup(row, notesById.get(id), suspicions.get(id));
    groups.set(id, group);
    // A day on which something was only folded saw no message.
    if (row.messages > 0) widen(group, row.day);
    if (row.day >= from) addTo(group, row);
  }
  return [...groups.values()].filter(({ firstDay }) => firstDay !== '').sort(busiestFirst);
}

function emptyGroup(
  { site, chat }: DayRow,
  note: GroupRow | undefined,
  suspicions: readonly Suspicion[] = [],
): LedgerGroup {
  const { purpose = '', owner = '', unit = '', note: remark = '', disposal = null } = note ?? {};
  return {
    ...{ site, chat, purpose, owner, unit, note: remark, disposal },
    ...{ firstDay: '', lastDay: '', messages: 0, notices: 0, copies: 0, traces: 0 },
    suspicions,
  };
}

function widen(group: LedgerGroup, day: Day): void {
  if (group.firstDay === '' || day < group.firstDay) group.firstDay = day;
  if (day > group.lastDay) group.lastDay = day;
}

function addTo(group: LedgerGroup, row: DayRow): void {
  group.messages += row.messages;
  group.notices += row.notices;
  group.copies += row.copies;
  for (const kind of TRACE_DEMANDS) group.traces += row.demands[kind] ?? 0;
}

function busiestFirst(one: LedgerGroup, other: LedgerGroup): number {
  return other.messages - one.messages || (groupId(one) < groupId(other) ? -1 : 1);
}

import type { Analysis } from './analysis.ts';
import { dayOf } from './calendar.ts';
import { inspectionNames, meetingNames } from './event-objects.ts';
import { formNames } from './form-objects.ts';
import { hash53 } from './hash.ts';
import { canonicalName } from './object-name.ts';
import { withoutPeriod } from './object-period.ts';
import { dayText } from './period-text.ts';
import type { DemandKind } from './types.ts';

/** Demands that cost work: a form or data, a meeting, an inspection. */
export type WorkKind = Extract<DemandKind, 'form' | 'meeting' | 'inspection'>;

/** What a work task asks for. */
export type DemandObject = {
  kind: WorkKind;
  /** Its name in a form that two ways of writing share, at most 60 characters: "低保对象排查台账". */
  object: string;
  /** Equal for equal kinds and names, also where the name is not kept. */
  id: string;
  /**
   * What it is asked for: "2026-10", "2026-10-late", "2026-01..09", "2026-Q3", "2026-H1", "2026-W45", "2025",
   * "2025-2026 T1", "#2批"; of a meeting its day. Null where it is not said. Another period is another demand.
   */
  period: string | null;
};

const WORK: readonly WorkKind[] = ['form', 'meeting', 'inspection'];

/** What is asked for stands at the head: longer texts are not read to their end. Code units. */
const READ = 4000;
/** Things that one message asks for that are kept. */
const MOST_OBJECTS = 6;

/**
 * What a message asks for, by name, of the kinds of work that it was found to ask for. Empty in doubt: a repeat that
 * is not counted does less harm than one that is none. Bounded; never throws.
 */
export function objectsOf(analysis: Analysis, kinds: readonly DemandKind[]): DemandObject[] {
  const found = new Map<string, DemandObject>();
  for (const kind of WORK) {
    if (!kinds.includes(kind)) continue;
    for (const raw of namesOf(analysis, kind)) {
      const one = objectOf(analysis, kind, raw);
      if (one) found.set(`${one.id} ${one.period}`, one);
    }
  }
  const all = [...found.values()];
  return all.filter((one) => !all.some((other) => isShortFor(one, other))).slice(0, MOST_OBJECTS);
}

/** "低保排查台账" beside "低保对象排查台账": the head of a notice calls the form by fewer letters. */
function isShortFor(one: DemandObject, other: DemandObject): boolean {
  if (one.kind !== other.kind || one.period !== other.period) return false;
  if (one.object.length >= other.object.length || one.object.at(-1) !== other.object.at(-1))
    return false;
  let at = 0;
  for (const letter of other.object) if (letter === one.object[at]) at++;
  return at === one.object.length;
}

function namesOf({ normal, message }: Analysis, kind: WorkKind): string[] {
  const text = normal.folded.slice(0, READ);
  if (kind === 'meeting') return meetingNames(text);
  if (kind === 'inspection') return inspectionNames(text);
  const names = formNames(text);
  const attached = message.file?.name ?? message.link?.title;
  return names.length > 0 || attached === undefined
    ? names
    : formNames(`填写《${attached.slice(0, 80).normalize('NFKC').toLowerCase()}》`);
}

function objectOf(analysis: Analysis, kind: WorkKind, raw: string): DemandObject | null {
  const { message } = analysis;
  const { name, period } = withoutPeriod(raw, message.time);
  const object = canonicalName(name);
  if (object === null) return null;
  const when = kind === 'meeting' ? (meetingDay(analysis) ?? period) : period;
  return { kind, object, id: hash53(`${kind} ${object}`), period: when };
}

/** The day of a meeting: the first that is stated and no deadline. A sitting of every week is another one each time. */
function meetingDay({ facts, message }: Analysis): string | null {
  const today = dayOf(message.time);
  const dates = facts.filter(({ kind, day }) => kind === 'date' && day !== undefined);
  const said = dates.find(({ day = 0, role }) => role === undefined && day >= today);
  if (said?.day !== undefined) return dayText(said.day);
  // "下午三点开防汛调度会" is today's, and no other day's.
  const isToday = dates.length === 0 && facts.some(({ kind }) => kind === 'time');
  return isToday ? dayText(today) : null;
}

import type { Analysis } from './analysis.ts';
import { factChange } from './difference.ts';
import type { Fact } from './fact.ts';
import { REVISED_PLACES } from './limits.ts';
import type { Change } from './types.ts';

/** A make-up day ("周日补周五的班") names the timetable that is followed, not the day of anything. */
const MADE_UP = /(?:补|按|上)[上照]?$/;
const TIMETABLE = /^的?(?:课|班|工作日)/;
/** With these words an update replaces; without, as in a mere supplement, it adds. */
const REPLACES = /更正|勘误|纠正|订正|修正|[改变]|调整|延|推迟|提前|顺延|取消|有误|错|为准|作废/;

/** Facts of the update that the older text has not, each with the one fact that it can stand for. */
export function statedChanges(old: Analysis, update: Analysis): Change[] {
  const known = new Set(old.facts.map((fact) => fact.value));
  const stated = new Set(update.facts.map((fact) => fact.value));
  const { body } = update.normal;
  const replaces = REPLACES.test(body);
  const changes: Change[] = [];
  for (const fact of update.facts) {
    if (known.has(fact.value) || fact.kind === 'number') continue;
    if (fact.kind === 'time' && fact.value.startsWith('time')) continue;
    if (fact.kind === 'date' && isTimetable(body, fact)) continue;
    const same = old.facts.filter(
      (other) => other.kind === fact.kind && other.role === fact.role && !stated.has(other.value),
    );
    const values = new Set(same.map((other) => other.value));
    const pairs = values.size === 1 && (replaces || fact.role === 'deadline');
    changes.push(factChange(old, pairs ? same[0] : undefined, update, fact));
    // A day and its weekday are one.
    known.add(fact.value);
    if (changes.length >= REVISED_PLACES) break;
  }
  return changes;
}

function isTimetable(body: string, { start, end }: Fact): boolean {
  return MADE_UP.test(body.slice(0, start)) && TIMETABLE.test(body.slice(end));
}

import type { Analysis } from './analysis.ts';
import { type Clause, clausesOf, closedUp, withoutQuotations } from './demand-clauses.ts';
import { KINDS, marksIn } from './demand-marks.ts';
import { isOrdered, isOver } from './demand-mood.ts';
import { RULES, type Rule } from './demand-rules.ts';
import type { Mood } from './demand-signs.ts';
import { NO_RANKING } from './mood-words.ts';
import { saysOnlyTraces } from './trace-only.ts';
import type { DemandKind } from './types.ts';

/** What the rules find in a message, and the clauses that they read. */
export type Ruled = {
  kinds: DemandKind[];
  traceOnly: boolean;
  /** The words of the message without what it quotes. */
  text: string;
  clauses: readonly Clause[];
};

const NOTHING: Ruled = { kinds: [], traceOnly: false, text: '', clauses: [] };

const RULES_OF: readonly (readonly Rule[])[] = KINDS.map((kind) =>
  RULES.filter((rule) => rule.kind === kind),
);
const SHOWN = RULES.filter((rule) => rule.needs === 'shown');
const ORDERED = RULES_OF.map((rules) => rules.filter((rule) => rule.needs !== 'shown'));
const WORK =
  (1 << KINDS.indexOf('form')) |
  (1 << KINDS.indexOf('meeting')) |
  (1 << KINDS.indexOf('inspection'));
/** Words of a kind that are tried in one clause: the first may be told and the second asked for. */
const TRIES = 4;

/** Words of screenshots, and of photos and videos. */
const SCREEN = /截|屏|[接结]图|cap图/;
const CAMERA = /照|拍|频|影|[相像]片|录|镜头/;

/** Finds the demands of a message by the rules alone, and whether traces are all that it asks for and says. */
export function ruledDemands(analysis: Analysis): Ruled {
  const { normal, message, placeholder } = analysis;
  if (placeholder || message.kind === 'system') return NOTHING;
  const whole = closedUp(normal.folded);
  const bits = marksIn(whole);
  if (bits === 0) return NOTHING;
  const text = withoutQuotations(whole);
  const clauses = clausesOf(text);
  const mood: Mood = { text, clauses, manner: null, signs: [] };
  const asked = askedByClause(mood);
  for (const { kind, says } of SHOWN) {
    if ((bits & (1 << KINDS.indexOf(kind))) === 0 || !isShown(text, says)) continue;
    if (kind !== 'ranking' || !NO_RANKING.test(text)) asked[0]?.push(kind);
  }
  const all = new Set(asked.flat());
  if (all.size === 0) return { ...NOTHING, text, clauses };
  // "截一张进度图": what is called a picture is a screenshot where nothing is photographed.
  if (all.has('photo') && SCREEN.test(text) && !CAMERA.test(text)) {
    all.delete('photo');
    all.add('screenshot');
  }
  const kinds = KINDS.filter((kind) => all.has(kind));
  return { kinds, traceOnly: saysOnlyTraces(analysis, clauses, asked, kinds), text, clauses };
}

/** The kinds that each clause asks for. Once work is asked for, a kind that is known is not searched for again. */
function askedByClause(mood: Mood): DemandKind[][] {
  let known = 0;
  return mood.clauses.map((_, at) => {
    const kinds = askedIn(mood, at, (known & WORK) !== 0 ? known : 0);
    for (const kind of kinds) known |= 1 << KINDS.indexOf(kind);
    return kinds;
  });
}

/** The kinds that a clause asks for, the known ones left out. A sentence is read on to its end where a rule needs it. */
function askedIn(mood: Mood, at: number, known: number): DemandKind[] {
  const clause = mood.clauses[at] as Clause;
  const bits = marksIn(clause.text) & ~known;
  if (bits === 0) return [];
  const found: DemandKind[] = [];
  for (let place = 0; place < ORDERED.length; place++) {
    if ((bits & (1 << place)) === 0) continue;
    const asks = ORDERED[place]?.some((rule) => isAsked(mood, at, rule));
    if (asks) found.push(KINDS[place] as DemandKind);
  }
  return found;
}

function isAsked(mood: Mood, at: number, rule: Rule): boolean {
  const { text } = mood.clauses[at] as Clause;
  rule.says.lastIndex = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    const match = rule.says.exec(text);
    if (!match) return rule.wide && isAskedAcross(mood, at, rule);
    const to = match.index + match[0].length;
    if (isOrdered(mood, at, rule, match.index, to)) return true;
    rule.says.lastIndex = match.index + 1;
  }
  return false;
}

/** What is asked for stands in one clause and the asking in the next, or the one after: "照片呢?抓紧发群". */
function isAskedAcross(mood: Mood, at: number, rule: Rule): boolean {
  const { clauses } = mood;
  if (at + 1 >= clauses.length) return false;
  const first = clauses[at] as Clause;
  const text = first.text + (clauses[at + 1]?.text ?? '') + (clauses[at + 2]?.text ?? '');
  rule.says.lastIndex = 0;
  const match = rule.says.exec(text);
  if (!match || isOver(first.text)) return false;
  let to = match.index + match[0].length - first.text.length;
  for (let next = at + 1; next < clauses.length && to > 0; next++) {
    const length = clauses[next]?.text.length ?? 0;
    if (to <= length) return isOrdered(mood, next, rule, 0, to);
    to -= length;
  }
  return false;
}

function isShown(text: string, says: RegExp): boolean {
  says.lastIndex = 0;
  return says.test(text);
}

import type { Analysis } from './analysis.ts';
import { type Clause, clausesOf, closedUp, withoutQuotations } from './demand-clauses.ts';
import { isOrdered, isOver, type Mood, moodOf } from './demand-mood.ts';
import { RULES, type Rule } from './demand-rules.ts';
import { saysOnlyTraces } from './trace-only.ts';
import type { DemandKind } from './types.ts';

/** What a message asks for. */
export type Demands = { kinds: DemandKind[]; traceOnly: boolean };

const NOTHING: Demands = { kinds: [], traceOnly: false };

/** Letters of which each demand's words have at least one: a clause without them cannot ask for it. */
const LETTERS: readonly (readonly [DemandKind, string])[] = [
  ['reply', '回扣吱应泡举言确'],
  ['relay', '龙接'],
  ['check-in', '卡签到打勤康报申'],
  ['screenshot', '截'],
  ['photo', '照片图影频拍'],
  ['location', '位轨印'],
  ['share', '转享赞票注看扩集击连力订圈心'],
  ['study', '强习学院网课分题法库时片教党'],
  ['form', '表账帐据息料单况告结案卷划册档底数求度报志算得会书版件执评稿明历量填登统'],
  ['meeting', '会训座讲参演课'],
  ['inspection', '检查督巡收核访研看整'],
  ['ranking', '排榜末倒垫通未没差分报率度位次第名红牌批'],
];
const KINDS = LETTERS.map(([kind]) => kind);
const RULES_OF: readonly (readonly Rule[])[] = KINDS.map((kind) =>
  RULES.filter((rule) => rule.kind === kind),
);
/** For each letter the demands, as bits in the order of LETTERS, that it can be a part of. */
const DEMANDS_OF_LETTER = new Uint16Array(0x10000);
for (const [at, [, letters]] of LETTERS.entries()) {
  for (const letter of letters) {
    const unit = letter.charCodeAt(0);
    DEMANDS_OF_LETTER[unit] = (DEMANDS_OF_LETTER[unit] ?? 0) | (1 << at);
  }
}
const SHOWN = RULES.filter((rule) => rule.needs === 'shown');
const ORDERED = RULES_OF.map((rules) => rules.filter((rule) => rule.needs !== 'shown'));
/** Words of a kind that are tried in one clause: the first may be told and the second asked for. */
const TRIES = 4;

/** Finds the demands of a message, and whether traces are all that it asks for and says. */
export function demandsOf(analysis: Analysis): Demands {
  const { normal, message, placeholder } = analysis;
  if (placeholder || message.kind === 'system') return NOTHING;
  const bits = lettersIn(normal.folded);
  if (bits === 0) return NOTHING;
  const text = closedUp(withoutQuotations(normal.folded));
  const clauses = clausesOf(text);
  const mood = moodOf(text, clauses);
  const asked = clauses.map((_, at) => askedIn(mood, at));
  for (const { kind, says } of SHOWN) {
    if ((bits & (1 << KINDS.indexOf(kind))) !== 0 && isShown(text, says)) asked[0]?.push(kind);
  }
  const all = new Set(asked.flat());
  if (all.size === 0) return NOTHING;
  const kinds = KINDS.filter((kind) => all.has(kind));
  return { kinds, traceOnly: saysOnlyTraces(analysis, clauses, asked, kinds) };
}

function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= DEMANDS_OF_LETTER[text.charCodeAt(at)] ?? 0;
  return bits;
}

/** The kinds that a clause asks for. A sentence is read on to its end where a rule needs it. */
function askedIn(mood: Mood, at: number): DemandKind[] {
  const clause = mood.clauses[at] as Clause;
  const bits = lettersIn(clause.text);
  if (bits === 0) return [];
  const found: DemandKind[] = [];
  for (const [place, rules] of ORDERED.entries()) {
    if ((bits & (1 << place)) === 0) continue;
    if (rules.some((rule) => isAsked(mood, at, rule))) found.push(KINDS[place] as DemandKind);
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

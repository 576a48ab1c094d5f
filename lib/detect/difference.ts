import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { spoken } from './calendar.ts';
import type { Fact } from './fact.ts';
import { QUOTED } from './limits.ts';
import { findSpans, type Span, spanAround } from './spans.ts';
import { factOfToken, isFactCode } from './tokens.ts';
import type { Change } from './types.ts';

/** One side of a hunk: a text and the tokens `[start, end)` of it. */
type Side = { analysis: Analysis; spans: Span[]; start: number; end: number };

/** Says in the texts' own words what the hunks change. One entry per fact, in order of the text. */
export function describe(from: Analysis, to: Analysis, hunks: readonly Hunk[]): Change[] {
  const fromSpans = spansOf(from);
  const toSpans = spansOf(to);
  const changes: Change[] = [];
  const days = new Set<string>();
  for (const hunk of hunks) {
    const before = { analysis: from, spans: fromSpans, start: hunk.fromStart, end: hunk.fromEnd };
    const after = { analysis: to, spans: toSpans, start: hunk.toStart, end: hunk.toEnd };
    for (const change of changesOf(before, after, days)) {
      if (!changes.some((other) => sameChange(other, change))) changes.push(change);
    }
  }
  return changes;
}

function spansOf({ later, normal }: Analysis): Span[] {
  later.spans ??= findSpans(normal.folded);
  return later.spans;
}

/**
 * Whether a part of the body lies in what is named an audience, a contact, or a place that people are told of: one
 * that follows "在", "地点" and the like. A place at the head of a sentence is what the sentence is about.
 */
export function isInNamedPart(analysis: Analysis, start: number, end: number): boolean {
  const span = spanAround(spansOf(analysis), start, end);
  if (!span || span.kind === 'title') return false;
  const { folded } = analysis.normal;
  return (
    span.kind !== 'place' ||
    /[在到于至赴往:]$/.test(folded.slice(Math.max(0, span.start - 1), span.start)) ||
    /^(?:地点|地址|会场|场地|集合点)/.test(folded.slice(span.start, span.start + 3))
  );
}

function sameChange(one: Change, other: Change): boolean {
  return one.fact === other.fact && one.from === other.from && one.to === other.to;
}

/** `days`: the changes of day that are told already; a day and its weekday are one. */
function changesOf(before: Side, after: Side, days: Set<string>): Change[] {
  const named = namedChange(before, after);
  if (named) return [named];
  const lost = factsIn(before);
  const gained = factsIn(after);
  const changes: Change[] = [];
  for (const fact of lost) {
    const at = gained.findIndex((other) => other.kind === fact.kind);
    const other = at === -1 ? undefined : gained.splice(at, 1)[0];
    if (other && other.value === fact.value) continue;
    if (isNewDay(days, fact, other))
      changes.push(factChange(before.analysis, fact, after.analysis, other));
  }
  for (const fact of gained) {
    if (isNewDay(days, undefined, fact))
      changes.push(factChange(before.analysis, undefined, after.analysis, fact));
  }
  if (hasPlainToken(before) || hasPlainToken(after)) changes.push(wordingChange(before, after));
  return changes;
}

function isNewDay(days: Set<string>, lost: Fact | undefined, gained: Fact | undefined): boolean {
  if (lost?.day === undefined && gained?.day === undefined) return true;
  const change = `${lost?.value ?? ''}>${gained?.value ?? ''}`;
  if (days.has(change)) return false;
  days.add(change);
  return true;
}

/** A hunk that lies in a place, a title, an audience or a contact is that fact, told whole. */
function namedChange(before: Side, after: Side): Change | null {
  const from = spanOf(before);
  const to = spanOf(after);
  const kind = from?.kind ?? to?.kind;
  if (!kind || (from && to && from.kind !== to.kind)) return null;
  if (factsIn(before).some(isMoment) || factsIn(after).some(isMoment)) return null;
  return {
    fact: kind,
    from: from ? cut(before.analysis, from.start, from.end) : literal(before),
    to: to ? cut(after.analysis, to.start, to.end) : literal(after),
  };
}

function isMoment(fact: Fact): boolean {
  return fact.kind === 'date' || fact.kind === 'time' || fact.kind === 'link';
}

function spanOf(side: Side): Span | undefined {
  const { starts, ends } = side.analysis.tokens;
  if (side.start >= side.end) return undefined;
  return spanAround(side.spans, starts[side.start] ?? 0, ends[side.end - 1] ?? 0);
}

function factsIn(side: Side): Fact[] {
  const found: Fact[] = [];
  for (let at = side.start; at < side.end; at++) {
    const fact = factOfToken(side.analysis.tokens, side.analysis.facts, at);
    if (fact) found.push(fact);
  }
  return found;
}

function hasPlainToken(side: Side): boolean {
  for (let at = side.start; at < side.end; at++) {
    if (!isFactCode(side.analysis.tokens.codes[at] ?? 0)) return true;
  }
  return false;
}

/** The change of one fact; where both say "明天" the day that it means is added. */
export function factChange(
  from: Analysis,
  lost: Fact | undefined,
  to: Analysis,
  gained: Fact | undefined,
): Change {
  let before = lost ? cut(from, lost.start, lost.end) : '';
  let after = gained ? cut(to, gained.start, gained.end) : '';
  if (before === after && lost?.day !== undefined && gained?.day !== undefined) {
    before += `(${spoken(lost.day)})`;
    after += `(${spoken(gained.day)})`;
  }
  const change: Change = { fact: (lost ?? gained)?.kind ?? 'wording', from: before, to: after };
  if (lost?.role === 'deadline' || gained?.role === 'deadline') change.role = 'deadline';
  return change;
}

function wordingChange(before: Side, after: Side): Change {
  return { fact: 'wording', from: literal(before), to: literal(after) };
}

function literal(side: Side): string {
  const { starts, ends } = side.analysis.tokens;
  if (side.start >= side.end) return '';
  const { clean } = side.analysis.normal;
  const end = ends[side.end - 1] ?? 0;
  const start = openedBefore(clean, starts[side.start] ?? 0, end);
  return cut(side.analysis, start, closedAfter(clean, start, end));
}

const OPENING = '[【《“「';
const CLOSING = ']】》”」';

/** Brackets are no tokens: one that is closed in the words, or right after them, and opened right before belongs to them. */
function openedBefore(text: string, start: number, end: number): number {
  const before = text.slice(0, start).trimEnd();
  const closing = CLOSING[OPENING.indexOf(before.at(-1) ?? ' ')];
  return closing !== undefined && text.slice(start, end + 1).includes(closing)
    ? before.length - 1
    : start;
}

/** The same for one that is opened in the words and closed right after them. */
function closedAfter(text: string, start: number, end: number): number {
  const close = text[end] ?? ' ';
  const opening = OPENING[CLOSING.indexOf(close)];
  const words = text.slice(start, end);
  return opening !== undefined && words.lastIndexOf(opening) > words.lastIndexOf(close)
    ? end + 1
    : end;
}

function cut({ normal }: Analysis, start: number, end: number): string {
  const words = normal.clean.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > QUOTED ? `${words.slice(0, QUOTED - 1)}…` : words;
}

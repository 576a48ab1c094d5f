import type { Fact } from './fact.ts';

/** The facts from `first` on that together name one moment ("11月5日(周四)下午3点"). */
export function sameMoment(body: string, facts: readonly Fact[], first: number): Fact[] {
  const group: Fact[] = [];
  for (let at = first; at < facts.length; at++) {
    const fact = facts[at];
    const before = group[group.length - 1];
    if (!fact || !isMoment(fact)) break;
    if (before && !isSideBySide(body, before.end, fact.start)) break;
    group.push(fact);
  }
  return group;
}

function isSideBySide(body: string, from: number, to: number): boolean {
  return to === from || (to - from <= 4 && /^[\s(),的:]+$/.test(body.slice(from, to)));
}

function isMoment(fact: Fact): boolean {
  return fact.kind === 'date' || fact.kind === 'time';
}

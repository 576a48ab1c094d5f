import { analyse } from '../../../lib/detect/analysis.ts';
import { momentText, partsOf } from '../../../lib/detect/calendar.ts';
import { deadlineOf } from '../../../lib/detect/deadline.ts';
import type { Fact } from '../../../lib/detect/fact.ts';
import { inLine } from './in-line.ts';
import { type Half, labelled } from './labelled.ts';
import { messageOf } from './labelled-message.ts';
import { emptyScore, type Score } from './score.ts';

type Gold = { fact: string; words: string; value: string };
type Row = {
  id: string;
  time: string;
  sender: string;
  text: string;
  facts: Gold[];
  deadline: string | null;
};

/** Kinds that the engine reads as facts of their own; titles and places are told where they differ. */
const READ = ['date', 'time', 'number', 'contact', 'link'] as const;

export type FactScores = {
  kinds: Map<string, Score>;
  deadlines: Score;
  differences: string[];
};

/** Facts and deadlines of the labelled notices: right is the same value in the same place. */
export function scoreFacts(half?: Half): FactScores {
  const kinds = new Map<string, Score>(READ.map((kind) => [kind, emptyScore()]));
  const deadlines = emptyScore();
  const differences: string[] = [];
  for (const row of labelled<Row>('notices', half)) {
    const analysis = analyse(messageOf(row.id, row));
    const { clean } = analysis.normal;
    const found = analysis.facts.map((fact) => ({
      kind: fact.kind as string,
      words: clean.slice(fact.start, fact.end),
      value: statedBy(fact, clean),
    }));
    scoreRow(row, found, kinds, differences);
    const deadline = deadlineOf(analysis);
    const told = deadline === null ? null : momentText(deadline);
    if (told === row.deadline) deadlines.hits += told === null ? 0 : 1;
    else {
      if (told !== null) deadlines.wrong++;
      if (row.deadline !== null) deadlines.missed++;
      differences.push(`${row.id} deadline ${row.deadline} → ${told}: ${inLine(row.text)}`);
    }
  }
  return { kinds, deadlines, differences };
}

function scoreRow(
  row: Row,
  found: readonly { kind: string; words: string; value: string }[],
  kinds: Map<string, Score>,
  differences: string[],
): void {
  const left = [...found];
  for (const gold of row.facts) {
    const score = kinds.get(gold.fact);
    if (!score) continue;
    const at = left.findIndex(
      ({ kind, value }) => kind === gold.fact && sameValue(gold.fact, value, gold.value),
    );
    if (at === -1) {
      score.missed++;
      differences.push(
        `${row.id} missed ${gold.fact} ${gold.words} = ${gold.value}: ${inLine(row.text)}`,
      );
    } else {
      score.hits++;
      left.splice(at, 1);
    }
  }
  for (const { kind, words, value } of left) {
    const score = kinds.get(kind);
    // Every figure counts when two texts are compared, also one that a reader would not call a fact.
    if (!score || kind === 'number') continue;
    score.wrong++;
    differences.push(`${row.id} wrong ${kind} ${words} = ${value}: ${inLine(row.text)}`);
  }
}

function statedBy(fact: Fact, clean: string): string {
  if (fact.day !== undefined) {
    const { year, month, date } = partsOf(fact.day);
    return [year, two(month), two(date)].join('-');
  }
  if (fact.minutes !== undefined && fact.value.startsWith('at ')) {
    return `${two(Math.floor(fact.minutes / 60))}:${two(fact.minutes % 60)}`;
  }
  const words = clean.slice(fact.start, fact.end);
  return fact.kind === 'number' ? fact.value.replace('number ', '') : words;
}

function sameValue(kind: string, found: string, gold: string): boolean {
  if (kind === 'number') return parseFloat(found) === parseFloat(gold);
  if (kind === 'time') return found === gold.replace('?', '') || gold.endsWith('?');
  if (kind === 'contact') return found.replace(/\D/g, '') === gold.replace(/\D/g, '');
  return found === gold;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

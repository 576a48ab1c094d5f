import type { Change, Relation } from '../../../lib/detect/types.ts';
import { inLine } from './in-line.ts';
import { judged } from './judged.ts';
import { type Half, labelled } from './labelled.ts';
import { type LabelledMessage, messageOf } from './labelled-message.ts';
import { count, emptyScore, type Score } from './score.ts';

type Row = {
  id: string;
  first: LabelledMessage;
  second: LabelledMessage;
  relation: Relation;
  changed: Pick<Change, 'fact' | 'from' | 'to'>[];
  difference: string;
};

const PAIR_FILES = 'pairs pairs-third pairs-fourth';

export type PairScores = {
  /** Rows: the label; columns: what the judge says. */
  confusion: Map<string, number>;
  copies: Score;
  revisions: Score;
  /** Anything but a copy that the judge folds. */
  folded: string[];
  /** Of revisions that were found: those whose changed kinds of facts are told right. */
  facts: Score;
  differences: string[];
};

/** What the judge makes of each pair. */
export function scorePairs(half?: Half, files = PAIR_FILES): PairScores {
  const scores: PairScores = {
    confusion: new Map(),
    copies: emptyScore(),
    revisions: emptyScore(),
    folded: [],
    facts: emptyScore(),
    differences: [],
  };
  for (const row of labelled<Row>(files, half)) scorePair(row, scores);
  return scores;
}

function scorePair(row: Row, scores: PairScores): void {
  const { id, first, second, relation, changed, difference } = row;
  const verdict = judged([messageOf(`${id}a`, first), messageOf(`${id}b`, second)])[1];
  if (!verdict) return;
  const found = verdict.relation === 'none' ? 'new' : verdict.relation;
  const cell = `${relation} → ${found}`;
  scores.confusion.set(cell, (scores.confusion.get(cell) ?? 0) + 1);
  count(scores.copies, relation === 'copy', found === 'copy');
  count(scores.revisions, relation === 'revision', found === 'revision');
  const words = `${id} ${cell} (${difference}; ${verdict.reason}): ${changesText(verdict.changed)}\n    1 ${quoted(first)}\n    2 ${quoted(second)}`;
  if (relation !== 'copy' && found === 'copy') scores.folded.push(words);
  if (relation !== found) scores.differences.push(words);
  else if (relation === 'revision') {
    const wanted = new Set(changed.map(({ fact }) => fact));
    const told = new Set(verdict.changed.map(({ fact }) => fact));
    for (const fact of new Set([...wanted, ...told])) {
      count(scores.facts, wanted.has(fact), told.has(fact));
    }
    const isSame = wanted.size === told.size && [...wanted].every((fact) => told.has(fact));
    if (!isSame) {
      scores.differences.push(
        `${id} changed ${changesText(changed)} ≠ ${changesText(verdict.changed)}`,
      );
    }
  }
}

function changesText(changes: readonly Pick<Change, 'fact' | 'from' | 'to'>[]): string {
  return changes.map(({ fact, from, to }) => `${fact} "${from}"→"${to}"`).join('; ') || '-';
}

function quoted({ text = '', file, link, image }: LabelledMessage): string {
  const attached = [
    file && `${file.name} ${file.size}`,
    link && `${link.title} ${link.url}`,
    image?.key,
  ];
  return [inLine(text), ...attached].filter(Boolean).join(' | ');
}

import type { EditedTruth } from '../../tests/corpus/edited/types.ts';
import type { Score } from '../../tests/corpus/evaluate/score.ts';
import { type Sample, scoreAt, tunedThreshold } from './samples.ts';

/** What a method said of one message, and what the message is. */
export type Decision = {
  truth: EditedTruth;
  /** Family of the message that it was led to; null where it was led nowhere. */
  ledTo: string | null;
  ledBy: number;
  /** How alike it is to what it would be a copy of; below 0 where there is none. */
  copyBy: number;
};

export type Accuracy = {
  /** A message that belongs to an earlier one is led to a message of the same family. */
  groups: Score;
  /** A message is said to be a copy. */
  copies: Score;
  /** Revisions, and new notices with small talk: all, and those said to be copies. */
  changes: { all: number; folded: number };
  others: { all: number; folded: number };
  thresholds: { group: number; copy: number };
};

/** Thresholds are tuned on this share of the stream, for groups and copies apart; the rest is scored. */
const TUNED_ON = 0.25;

/**
 * Scores the decisions on one stream. A message that holds two notices is neither copy nor new: it is left out.
 */
export function accuracyOf(decisions: readonly Decision[]): Accuracy {
  const tunedOn = Math.floor(decisions.length * TUNED_ON);
  const clear = ({ truth }: Decision) => truth.relation !== 'merged';
  const first = decisions.slice(0, tunedOn).filter(clear);
  const rest = decisions.slice(tunedOn).filter(clear);
  const group = tunedThreshold(first.map(groupSample));
  const copy = tunedThreshold(first.map(copySample));
  const folded = (some: readonly Decision[]) => ({
    all: some.length,
    folded: some.filter(({ copyBy }) => copyBy >= copy).length,
  });
  return {
    groups: scoreAt(group, rest.map(groupSample)),
    copies: scoreAt(copy, rest.map(copySample)),
    changes: folded(rest.filter(({ truth }) => truth.relation === 'revision')),
    others: folded(rest.filter(({ truth }) => !belongs(truth))),
    thresholds: { group, copy },
  };
}

function belongs({ relation }: EditedTruth): boolean {
  return relation === 'copy' || relation === 'revision';
}

function groupSample({ truth, ledTo, ledBy }: Decision): Sample {
  return {
    similarity: ledTo === null ? -1 : ledBy,
    wanted: belongs(truth),
    right: ledTo === truth.group,
  };
}

function copySample({ truth, copyBy }: Decision): Sample {
  return { similarity: copyBy, wanted: truth.relation === 'copy', right: true };
}

import { judge } from '../../../lib/detect/judge.ts';
import { createIndex, remember } from '../../../lib/detect/notice-index.ts';
import { DEFAULT_OPTIONS } from '../../../scripts/judge-options.ts';
import { editedStream } from '../edited/stream.ts';
import type { StreamEntry } from '../edited/types.ts';
import { secondStream } from '../second/stream.ts';
import { inLine } from './in-line.ts';
import { count, emptyScore, type Score } from './score.ts';

export type StreamScores = {
  /** Truth → what the judge says. */
  confusion: Map<string, number>;
  copies: Score;
  /** A message that belongs to an earlier one is led to a message of that family. */
  groups: Score;
  /** By what was changed: how many there are, and how many were taken for copies. */
  changes: Map<string, { all: number; folded: number; told: number }>;
  /** New and series notices, and how many were taken for copies. */
  others: { all: number; folded: number };
  differences: string[];
};

/** Who writes a stream: generators by different hands, which share no words. */
export const GENERATORS: Record<string, (seed: number, count: number) => StreamEntry[]> = {
  edited: editedStream,
  second: secondStream,
};

/** Judges a generated stream of which it is known what each message is. */
export function scoreStream(seed: number, length: number, generate = editedStream): StreamScores {
  const scores: StreamScores = {
    confusion: new Map(),
    copies: emptyScore(),
    groups: emptyScore(),
    changes: new Map(),
    others: { all: 0, folded: 0 },
    differences: [],
  };
  const index = createIndex();
  const groups = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { message, truth } of generate(seed, length)) {
    const verdict = judge(index, message, DEFAULT_OPTIONS);
    remember(index, message, verdict);
    groups.set(message.key, truth.group);
    const { relation, edits, change } = truth;
    const found = verdict.relation;
    const cell = `${relation} → ${found}`;
    scores.confusion.set(cell, (scores.confusion.get(cell) ?? 0) + 1);
    const isCopy = relation === 'copy';
    if (relation !== 'merged') count(scores.copies, isCopy, found === 'copy');
    const belongs = isCopy || relation === 'revision';
    const ledTo = verdict.of === null ? null : groups.get(verdict.of);
    if (relation !== 'merged') {
      if (ledTo !== null && ledTo !== truth.group) scores.groups.wrong++;
      if (belongs && ledTo === truth.group) scores.groups.hits++;
      else if (belongs) scores.groups.missed++;
    }
    if (relation === 'revision') {
      const tally = scores.changes.get(change ?? '?') ?? { all: 0, folded: 0, told: 0 };
      tally.all++;
      if (found === 'copy') tally.folded++;
      if (found === 'revision') tally.told++;
      scores.changes.set(change ?? '?', tally);
    } else if (relation === 'new' || relation === 'series' || relation === 'none') {
      scores.others.all++;
      if (found === 'copy') scores.others.folded++;
    }
    const text = message.text || message.file?.name || message.link?.title || '';
    texts.set(message.key, text);
    const isRight =
      found === relation ||
      (relation === 'new' && found === 'series') ||
      (relation === 'series' && found === 'new');
    if (!isRight) {
      const earlier = verdict.of === null ? '' : `\n    of ${inLine(texts.get(verdict.of) ?? '')}`;
      scores.differences.push(
        `${cell} ${edits.join('+')} ${change ?? ''} (${verdict.reason}) ${JSON.stringify(verdict.changed)}\n    is ${inLine(text)}${earlier}`,
      );
    }
  }
  return scores;
}

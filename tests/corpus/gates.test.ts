import { describe, expect, test } from 'vitest';
import {
  chatterTaken,
  scoreDemands,
  scoreReplies,
  TRACES,
  UNSEEN,
  USUAL,
} from './evaluate/demands.ts';
import { scoreFacts } from './evaluate/facts.ts';
import { scoreBursts, scoreMerged } from './evaluate/merged.ts';
import { scorePairs } from './evaluate/pairs.ts';
import { pooled, precision, recall } from './evaluate/score.ts';
import { GENERATORS, scoreStream } from './evaluate/stream.ts';

// What must not be lost again, on the labelled corpus and a generated stream (see `npm run evaluate`). Nothing that
// folds may be wrong at all; recall has a floor a little below what docs/detection.md states, not a goal.
describe('the judge on the labelled corpus', () => {
  test('takes nothing for a copy that is none', () => {
    const { copies, revisions, folded } = scorePairs(undefined, 'pairs');
    expect(folded).toEqual([]);
    expect(recall(copies)).toBeGreaterThanOrEqual(0.84);
    expect(recall(revisions)).toBeGreaterThanOrEqual(0.9);
  });

  test('folds several notices in one message, and notices with files, only when all of it is known', () => {
    const { folds } = scoreMerged();
    expect(folds.wrong).toBe(0);
    expect(recall(folds)).toBeGreaterThanOrEqual(0.7);
    const bursts = scoreBursts();
    expect(bursts.folds).toMatchObject({ wrong: 0, missed: 0 });
  });

  test('folds as a trace request what asks for traces and says nothing else', () => {
    const { kinds, traceOnly } = scoreDemands(undefined, USUAL);
    expect(precision(traceOnly)).toBeGreaterThanOrEqual(0.99);
    expect(recall(traceOnly)).toBeGreaterThanOrEqual(0.88);
    const traces = pooled([...kinds].flatMap(([kind, one]) => (TRACES.includes(kind) ? one : [])));
    expect(precision(traces)).toBeGreaterThanOrEqual(0.985);
    expect(recall(traces)).toBeGreaterThanOrEqual(0.96);
    expect(chatterTaken(undefined, 'chatter').taken.length).toBeLessThanOrEqual(1);
    expect(chatterTaken().taken.length).toBeLessThanOrEqual(4);
  });

  test('tells demands in the words of authors never seen', () => {
    const { kinds, traceOnly } = scoreDemands(undefined, UNSEEN);
    expect(precision(traceOnly)).toBeGreaterThanOrEqual(0.985);
    expect(recall(traceOnly)).toBeGreaterThanOrEqual(0.73);
    const traces = pooled([...kinds].flatMap(([kind, one]) => (TRACES.includes(kind) ? one : [])));
    expect(precision(traces)).toBeGreaterThanOrEqual(0.98);
    expect(recall(traces)).toBeGreaterThanOrEqual(0.9);
  });

  test('takes for a reply what only answers', () => {
    const { score } = scoreReplies(undefined, 'replies replies-more');
    expect(precision(score)).toBeGreaterThanOrEqual(0.99);
    expect(recall(score)).toBeGreaterThanOrEqual(0.8);
  });

  test('reads days, hours and figures', () => {
    const { kinds, deadlines } = scoreFacts();
    for (const kind of ['date', 'time', 'number', 'contact', 'link']) {
      const score = kinds.get(kind);
      expect(score && precision(score)).toBeGreaterThanOrEqual(0.95);
      expect(score && recall(score)).toBeGreaterThanOrEqual(0.95);
    }
    expect(precision(deadlines)).toBeGreaterThanOrEqual(0.95);
    expect(recall(deadlines)).toBeGreaterThanOrEqual(0.95);
  });
});

test.each([
  ['edited', 0.98, 0.998],
  ['second', 0.88, 0.985],
])(
  'in the %s stream no change and no other matter is folded, and most copies are found',
  (name, found, led) => {
    const { copies, groups, changes, others } = scoreStream(4, 4000, GENERATORS[name]);
    expect([...changes].filter(([, { folded }]) => folded > 0)).toEqual([]);
    expect(others.folded).toBe(0);
    expect(precision(copies)).toBe(1);
    expect(recall(copies)).toBeGreaterThanOrEqual(found);
    expect(precision(groups)).toBeGreaterThanOrEqual(led);
  },
  60_000,
);

test.each([
  ['pairs-third', 0.55],
  ['pairs-fourth', 0.7],
])('%s: nothing folds that says another thing', (file, found) => {
  const { copies, folded } = scorePairs(undefined, file);
  expect(folded).toEqual([]);
  expect(recall(copies)).toBeGreaterThanOrEqual(found);
});

// npm run evaluate -- [--errors]: precision and recall of the judge on the labelled corpus, half by half.
// The rules were written with the half "seen" in view; the lines of the half "held" are judged and never listed.
import { parseArgs } from 'node:util';
import {
  chatterTaken,
  scoreDemands,
  scoreReplies,
  TRACES,
  UNSEEN,
  UNUSUAL,
  USUAL,
} from '../tests/corpus/evaluate/demands.ts';
import { scoreFacts } from '../tests/corpus/evaluate/facts.ts';
import type { Half } from '../tests/corpus/evaluate/labelled.ts';
import { scoreBursts, scoreMerged } from '../tests/corpus/evaluate/merged.ts';
import { scorePairs } from '../tests/corpus/evaluate/pairs.ts';
import { pooled, scoreText, shareText } from '../tests/corpus/evaluate/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    seed: { type: 'string' },
    messages: { type: 'string' },
    generator: { type: 'string', default: 'edited' },
  },
});
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);

for (const half of ['seen', 'held'] as const) {
  if (wanted('demands')) demands(half);
  if (wanted('replies')) replies(half);
  if (wanted('pairs')) pairs(half);
  if (wanted('merged')) merged(half);
  if (wanted('facts')) facts(half);
}
if (wanted('stream')) await stream(Number(values.seed ?? 1), Number(values.messages ?? 4000));

function head(name: string): void {
  console.log(`\n── ${name}`);
}

function list(half: Half, differences: readonly string[]): void {
  if (values.errors && half === 'seen') for (const one of differences) console.log(one);
}

function demands(half: Half): void {
  for (const [name, files] of [
    ['as usual', USUAL],
    ['in unusual words', UNUSUAL],
    ...(half === 'held' ? [['of authors never seen', UNSEEN] as const] : []),
  ] as const) {
    head(`demands ${name}, ${half}`);
    const { kinds, traceOnly, differences } = scoreDemands(
      files === UNSEEN ? undefined : half,
      files,
    );
    for (const [kind, score] of kinds) console.log(scoreText(kind, score));
    const traces = [...kinds].filter(([kind]) => TRACES.includes(kind)).map(([, score]) => score);
    console.log(scoreText('trace requests, pooled', pooled(traces)));
    console.log(scoreText('nothing but traces', traceOnly));
    list(half, differences);
  }
}

function replies(half: Half): void {
  head(`replies and small talk, ${half}`);
  const { score, differences } = scoreReplies(half);
  console.log(scoreText('replies', score));
  const { lines, taken } = chatterTaken(half);
  console.log(`small talk taken for trace requests: ${shareText(taken.length, lines)}`);
  list(half, [...differences, ...taken]);
}

function pairs(half: Half): void {
  head(`pairs, ${half}`);
  const { confusion, copies, revisions, facts, folded, differences } = scorePairs(half);
  for (const [cell, number] of [...confusion].sort()) console.log(`${cell.padEnd(24)} ${number}`);
  console.log(scoreText('copies', copies));
  console.log(scoreText('revisions', revisions));
  console.log(scoreText('what changed, by kind', facts));
  console.log(`taken for copies and none: ${folded.length}`);
  list(half, differences);
}

function merged(half: Half): void {
  head(`several notices in one message, notices with files and pictures, ${half}`);
  const texts = scoreMerged(half);
  const bursts = scoreBursts(half);
  console.log(scoreText('merged: folds', texts.folds));
  console.log(scoreText('with files: folds', bursts.folds));
  list(half, [...texts.differences, ...bursts.differences]);
}

function facts(half: Half): void {
  head(`facts, ${half}`);
  const { kinds, deadlines, differences } = scoreFacts(half);
  for (const [kind, score] of kinds) console.log(scoreText(kind, score));
  console.log(scoreText('deadlines', deadlines));
  list(half, differences);
}

async function stream(seed: number, messages: number): Promise<void> {
  const { GENERATORS, scoreStream } = await import('../tests/corpus/evaluate/stream.ts');
  const generate = GENERATORS[values.generator];
  if (!generate) throw new Error(`generators: ${Object.keys(GENERATORS).join(', ')}`);
  head(`generated stream "${values.generator}", seed ${seed}, ${messages} messages`);
  const scores = scoreStream(seed, messages, generate);
  const { confusion, copies, groups, changes, others, differences } = scores;
  for (const [cell, number] of [...confusion].sort()) console.log(`${cell.padEnd(24)} ${number}`);
  console.log(scoreText('copies', copies));
  console.log(scoreText('led to the right family', groups));
  for (const [change, { all, folded, told }] of [...changes].sort()) {
    console.log(`change of ${change.padEnd(12)} ${all}, taken for copies ${folded}, told ${told}`);
  }
  console.log(`new and series taken for copies: ${shareText(others.folded, others.all)}`);
  list('seen', differences);
}

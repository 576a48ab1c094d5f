import type { Verdict } from '../../lib/detect/types.ts';
import type { Truth } from './planted/truth.ts';
import type { PlantedStream } from './planted-stream.ts';

/** A point in which a verdict and the planted truth disagree. */
export type Difference = {
  what: 'relation' | 'demands' | 'reply' | 'trace-only' | 'guards' | 'fold';
  key: string;
  expected: string;
  got: string;
  text: string;
};

/** A missed fold is a lost convenience, so only a fold that hides something counts as a difference. */
const COMPARED: readonly (readonly [
  what: Difference['what'],
  expected: (truth: Truth) => string,
  got: (verdict: Verdict, truth: Truth) => string,
])[] = [
  ['relation', (truth) => asNew(truth.relation), (verdict) => asNew(verdict.relation)],
  [
    'demands',
    (truth) => listed(truth.demands),
    (verdict, truth) => listed(truth.demandsClear ? verdict.demands : truth.demands),
  ],
  ['reply', (truth) => String(truth.isReply), (verdict) => String(verdict.isReply)],
  ['trace-only', (truth) => String(truth.traceOnly), (verdict) => String(verdict.traceOnly)],
  ['guards', (truth) => guardsOf(truth, truth), guardsOf],
  [
    'fold',
    () => 'harmless',
    (verdict, truth) => (verdict.action === 'fold' && !truth.mayFold ? 'hides' : 'harmless'),
  ],
];

/** @param verdicts in the order of the stream's messages */
export function differencesOf(stream: PlantedStream, verdicts: readonly Verdict[]): Difference[] {
  return stream.messages.flatMap((message, index) => {
    const truth = stream.truth[index];
    const verdict = verdicts[index];
    if (!truth || !verdict) throw new Error(`no verdict on ${message.key}`);
    return COMPARED.flatMap(([what, expected, got]) => {
      const wanted = expected(truth);
      const found = got(verdict, truth);
      if (wanted === found) return [];
      return [{ what, key: message.key, expected: wanted, got: found, text: message.text }];
    });
  });
}

/** An old copy of a revised notice may say so by the guard that revisions have, or in another way. */
function guardsOf({ guards }: Pick<Verdict, 'guards'>, truth: Truth): string {
  return listed(guards.filter((guard) => !(truth.stale && guard === 'revision')));
}

/** Both mean that nothing is repeated. */
function asNew(relation: string): string {
  return relation === 'series' ? 'new' : relation;
}

function listed(names: readonly string[]): string {
  return [...names].sort().join(' ');
}

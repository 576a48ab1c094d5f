import { OF_SUBSTANCE } from '../../lib/detect/asking-model.ts';
import { KINDS } from '../../lib/detect/demand-marks.ts';
import { TRACES } from '../../lib/detect/trace-only.ts';
import type { Example } from './examples.ts';
import { lineLogit, type Row, train } from './train.ts';

/** Shares of what is found that is right, for which the recall is told. */
const PRECISIONS = [0.99, 0.985, 0.98, 0.97, 0.95];

/** What an author's lines were told to be by a model that all but that author taught. */
type Told = { logit: number; isSo: boolean };

/** For each row of the model, and all traces together: the recall, and from which logit on, at some precisions. */
export function crossed(examples: readonly Example[]): string[] {
  const authors = [...new Set(examples.map(({ by }) => by))].filter((by) =>
    by.startsWith('demands-'),
  );
  const told: Told[][] = Array.from({ length: OF_SUBSTANCE + 1 }, () => []);
  for (const author of authors) {
    const rows = train(examples.filter(({ by }) => by !== author));
    for (const example of examples.filter(({ by }) => by === author)) tell(rows, example, told);
  }
  const traces = KINDS.flatMap((kind, row) => (TRACES.has(kind) ? (told[row] ?? []) : []));
  return [
    ...KINDS.map((kind, row) => lineOf(kind, told[row] ?? [])),
    lineOf('all traces', traces),
    lineOf('nothing but traces', told[OF_SUBSTANCE] ?? []),
  ];
}

function tell(rows: readonly Row[], { units, labels }: Example, told: Told[][]): void {
  for (const [row, weights] of rows.entries()) {
    const logit = lineLogit(weights, units, row);
    const isSo = labels[row] ?? false;
    // What is wanted of substance is that there is none.
    told[row]?.push(row === OF_SUBSTANCE ? { logit: -logit, isSo: !isSo } : { logit, isSo });
  }
}

function lineOf(name: string, told: readonly Told[]): string {
  const sorted = told
    .filter(({ logit }) => Number.isFinite(logit))
    .sort((a, b) => b.logit - a.logit);
  const wanted = told.filter(({ isSo }) => isSo).length;
  const cells = PRECISIONS.map((precision) => {
    let right = 0;
    let best = { recall: 0, logit: 0 };
    for (const [at, { logit, isSo }] of sorted.entries()) {
      if (isSo) right++;
      if (right >= precision * (at + 1)) best = { recall: right / wanted, logit };
    }
    return `P ${precision} R ${best.recall.toFixed(3)} from ${best.logit.toFixed(2)}`;
  });
  return `${name.padEnd(20)} ${cells.join('   ')}`;
}

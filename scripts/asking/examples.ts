import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysePart } from '../../lib/detect/analysis.ts';
import { type ClauseFeatures, featuresOf, room } from '../../lib/detect/asking-features.ts';
import { OF_SUBSTANCE } from '../../lib/detect/asking-model.ts';
import { DEMANDED, RULED, SIGNS } from '../../lib/detect/asking-signs.ts';
import { KINDS } from '../../lib/detect/demand-marks.ts';
import { RULES } from '../../lib/detect/demand-rules.ts';
import { OPEN_KEY } from '../../lib/detect/keyed-hash.ts';
import { ruledDemands } from '../../lib/detect/ruled-demands.ts';
import { labelled } from '../../tests/corpus/evaluate/labelled.ts';
import { messageOf } from '../../tests/corpus/evaluate/labelled-message.ts';

/** The sign that the rules were written without the line in view: only of such lines their findings say how good they are. */
export const UNSEEN = SIGNS;

/** A clause seen for one row of the weights. */
export type Unit = {
  row: number;
  /** Places of the clause's letters, of what stands around the marks, and of the whole message. */
  letters: Int32Array;
  around: Int32Array;
  whole: Int32Array;
  signs: readonly number[];
};

/** A labelled line: its units, and for each row whether it is so. */
export type Example = { by: string; text: string; units: Unit[]; labels: boolean[] };

type Line = {
  id: string;
  text: string;
  demands?: string[];
  traceOnly?: boolean;
  isReply?: boolean;
};

const TAUGHT = join(import.meta.dirname, '../../tests/corpus/taught');
/** Lines in view of the rules; of replies those that are none may ask for something, which their labels do not say. */
const IN_VIEW =
  'demands demands-more demands-third demands-third-negative demands-fourth chatter chatter-more chatter-fourth notices';
const OWN = 'own.ndjson';
const REPLIES = 'replies replies-more replies-third';

/** Every line that the model learns from, by its author or file. */
export function examples(): Example[] {
  const taught = readdirSync(TAUGHT)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(TAUGHT, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => exampleOf(JSON.parse(line) as Line, name, true)),
    );
  const replies = labelled<Line>(REPLIES, 'seen').filter(({ isReply }) => isReply === true);
  const inView = [...labelled<Line>(IN_VIEW, 'seen'), ...replies];
  const rules = RULES.flatMap(({ kind, example, counter }, at): Line[] => [
    { id: `rule-${at}`, text: example, demands: [kind] },
    { id: `counter-${at}`, text: counter },
  ]);
  // Few and short, and to be told right.
  const own = taught.filter(({ by }) => by === OWN);
  return [
    ...taught,
    ...own,
    ...own,
    ...inView.map((line) => exampleOf(line, 'in view', false)),
    // A rule's own examples say nothing of what else they ask for, and of substance.
    ...[...rules, ...rules].map((line) => ofOneKind(exampleOf(line, 'rules', true), line)),
  ];
}

function exampleOf(line: Line, by: string, isUnseen: boolean): Example {
  const analysis = analysePart(messageOf(line.id, line), OPEN_KEY);
  const ruled = ruledDemands(analysis);
  const features = featuresOf(ruled.text, ruled.clauses);
  const whole = room.slice(0, features.writeWhole());
  const units = features.clauses.flatMap((clause) => unitsOf(clause, whole, ruled, isUnseen));
  const labels = KINDS.map((kind) => line.demands?.includes(kind) ?? false);
  return { by, text: line.text, units, labels: [...labels, line.traceOnly !== true] };
}

function unitsOf(
  features: ClauseFeatures,
  whole: Int32Array,
  ruled: { kinds: readonly string[]; traceOnly: boolean },
  isUnseen: boolean,
): Unit[] {
  const { marks } = features;
  const letters = room.slice(0, features.writeLetters());
  const signsWith = (isRuled: boolean, isDemanding: boolean) => [
    ...features.signs,
    ...(isUnseen ? [UNSEEN] : []),
    ...(isUnseen && isRuled ? [RULED] : []),
    ...(isUnseen && isDemanding ? [DEMANDED] : []),
  ];
  const units = KINDS.flatMap((kind, row): Unit[] => {
    if ((marks & (1 << row)) === 0) return [];
    const signs = signsWith(ruled.kinds.includes(kind), false);
    return [{ row, letters, whole, around: room.slice(0, features.writeAround(row)), signs }];
  });
  const signs = signsWith(ruled.traceOnly, ruled.kinds.length > 0);
  return [...units, { row: OF_SUBSTANCE, letters, whole, around: new Int32Array(0), signs }];
}

function ofOneKind(example: Example, { demands }: Line): Example {
  const kinds: readonly string[] = demands ?? KINDS;
  const units = example.units.filter(({ row }) => kinds.includes(KINDS[row] ?? ''));
  return { ...example, units };
}

import { inLine } from './in-line.ts';
import { judged } from './judged.ts';
import { type Half, labelled } from './labelled.ts';
import { type LabelledMessage, messageOf } from './labelled-message.ts';
import { count, emptyScore, type Score } from './score.ts';

type Row = {
  id: string;
  earlier: LabelledMessage[];
  message: LabelledMessage;
  folds: boolean;
  segments: { starts: string; relation: string; of: number | null }[];
};

/** Which messages of several notices fold: those that say nothing but what is known. */
export function scoreMerged(half?: Half): { folds: Score; differences: string[] } {
  const folds = emptyScore();
  const differences: string[] = [];
  for (const { id, earlier, message, folds: wanted, segments } of labelled<Row>('merged', half)) {
    const known = earlier.map((one, at) => messageOf(`${id}-${at}`, one));
    const verdict = judged([...known, messageOf(id, message)]).at(-1);
    if (!verdict) continue;
    const found = verdict.action === 'fold';
    count(folds, wanted, found);
    if (wanted === found) continue;
    const parts = segments.map(({ relation, of }) => `${relation} of ${of}`).join(', ');
    const texts = earlier.map(({ text = '' }, at) => `\n    ${at} ${inLine(text)}`).join('');
    differences.push(
      `${id} [${parts}] → ${verdict.relation} ${verdict.reason} ${verdict.guards}${texts}\n    is ${inLine(message.text ?? '')}`,
    );
  }
  return { folds, differences };
}

type Burst = {
  id: string;
  earlier: LabelledMessage[];
  messages: LabelledMessage[];
  expected: { relation: string; fold: boolean }[];
  why: string;
};

/** Which messages of texts with the files and pictures that follow them fold. */
export function scoreBursts(half?: Half): { folds: Score; differences: string[] } {
  const folds = emptyScore();
  const differences: string[] = [];
  for (const { id, earlier, messages, expected, why } of labelled<Burst>('bursts', half)) {
    const all = [...earlier, ...messages].map((one, at) => messageOf(`${id}-${at}`, one));
    const verdicts = judged(all).slice(earlier.length);
    const found = verdicts.map(({ action }) => action === 'fold');
    // A line of another person in between is no part of the burst; "收到" folds for itself.
    const isPart = ({ relation }: Burst['expected'][number]) => relation !== 'none';
    expected.forEach((one, at) => {
      if (isPart(one)) count(folds, one.fold, found[at] ?? false);
    });
    if (expected.every((one, at) => !isPart(one) || one.fold === found[at])) continue;
    const lines = messages.map(({ text = '', file, image, time }, at) => {
      const wanted = expected[at];
      const said = verdicts[at];
      return `\n    ${time} ${inLine(text)} ${file?.name ?? ''} ${file?.size ?? ''} ${image?.key ?? ''}: ${wanted?.relation} ${wanted?.fold} → ${said?.relation} ${said?.reason} ${said?.guards} ${found[at]}`;
    });
    differences.push(`${id} ${why}${lines.join('')}`);
  }
  return { folds, differences };
}

import type { DemandKind } from '../../../lib/detect/types.ts';
import { judged } from './judged.ts';
import { type Half, labelled } from './labelled.ts';
import { messageOf } from './labelled-message.ts';
import { count, emptyScore, type Score } from './score.ts';

/** Labelled lines by hand: as people mostly ask, and in words that are as unusual as can be. */
export const USUAL = 'demands demands-more demands-fourth';
export const UNUSUAL = 'demands-third demands-third-negative';
/** By authors of whom neither the rules nor the model have seen a line. */
export const UNSEEN = 'demands-fifth demands-sixth demands-seventh';

type Row = { id: string; text: string; demands: DemandKind[]; traceOnly: boolean; about?: string };

export const TRACES: readonly DemandKind[] = [
  'reply',
  'relay',
  'check-in',
  'screenshot',
  'photo',
  'location',
  'share',
  'study',
];
export const DEMANDS: readonly DemandKind[] = [
  ...TRACES,
  'form',
  'meeting',
  'inspection',
  'ranking',
];

export type DemandScores = {
  kinds: Map<DemandKind, Score>;
  /** Whether a message is a trace request and nothing else: what folds. */
  traceOnly: Score;
  /** What the judge says otherwise than the label. */
  differences: string[];
};

/** Demands and trace-only requests of the labelled lines. */
export function scoreDemands(half?: Half, files = `${USUAL} ${UNUSUAL}`): DemandScores {
  const kinds = new Map(DEMANDS.map((kind) => [kind, emptyScore()]));
  const traceOnly = emptyScore();
  const differences: string[] = [];
  for (const row of labelled<Row>(files, half)) {
    const [verdict] = judged([messageOf(row.id, row)]);
    if (!verdict) continue;
    for (const [kind, score] of kinds) {
      count(score, row.demands.includes(kind), verdict.demands.includes(kind));
    }
    count(traceOnly, row.traceOnly, verdict.traceOnly);
    const says = (demands: readonly DemandKind[], only: boolean) =>
      `${[...demands].sort().join('+') || '-'}${only ? ' only' : ''}`;
    const wanted = says(row.demands, row.traceOnly);
    const found = says(verdict.demands, verdict.traceOnly);
    if (wanted !== found)
      differences.push(`${row.id} ${wanted} → ${found}: ${row.text} (${row.about})`);
  }
  return { kinds, traceOnly, differences };
}

const REPLY_FILES = 'replies replies-more replies-third replies-fourth';

type Line = { id: string; text: string; isReply?: boolean };

/** Replies by form. */
export function scoreReplies(
  half?: Half,
  files = REPLY_FILES,
): { score: Score; differences: string[] } {
  const score = emptyScore();
  const differences: string[] = [];
  for (const { id, text, isReply = false } of labelled<Line>(files, half)) {
    const found = judged([messageOf(id, { text })])[0]?.isReply ?? false;
    count(score, isReply, found);
    if (found !== isReply) differences.push(`${id} ${isReply ? 'missed' : 'wrong'}: ${text}`);
  }
  return { score, differences };
}

/** Small talk taken for a trace request or a reply that folds. */
export function chatterTaken(
  half?: Half,
  files = 'chatter chatter-more chatter-fourth',
): { lines: number; taken: string[] } {
  const rows = labelled<Line>(files, half);
  const taken = rows.flatMap(({ id, text }) => {
    const [verdict] = judged([messageOf(id, { text })]);
    const traces = verdict?.demands.filter((kind) => TRACES.includes(kind)) ?? [];
    return traces.length > 0 || verdict?.traceOnly ? [`${id} ${traces.join('+')}: ${text}`] : [];
  });
  return { lines: rows.length, taken };
}

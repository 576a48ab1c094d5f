import { ANSWER_RULES } from './answer-rules.ts';
import { phrase } from './demand-phrase.ts';
import type { Needs } from './demand-row.ts';
import { PICTURE_RULES } from './picture-rules.ts';
import { RANKING_RULES } from './ranking-rules.ts';
import { SPREAD_RULES } from './spread-rules.ts';
import type { DemandKind } from './types.ts';
import { WORK_RULES } from './work-rules.ts';

/**
 * One way of asking. The words alone are not enough: the clause must not deny, report or question them
 * (see demand-mood), and as `needs` says
 * - "order": something in the clause or beside it makes an order of them;
 * - "start": the same, or they begin the clause and nothing but an object or a place follows;
 * - "nothing": the words are an order by themselves;
 * - "shown": the words are there, however they are said.
 * `example` asks and `counter`, which shares words with it, does not: both are tests.
 */
export type Rule = {
  kind: DemandKind;
  needs: Needs;
  says: RegExp;
  /** The words may go on in the next clauses. */
  wide: boolean;
  example: string;
  counter: string;
};

/** Every rule. A rule is a line of a table: see there. */
export const RULES: readonly Rule[] = [
  ...ANSWER_RULES,
  ...PICTURE_RULES,
  ...SPREAD_RULES,
  ...WORK_RULES,
  ...RANKING_RULES,
].map(([kind, needs, says, example, counter]) => ({
  kind,
  needs,
  says: phrase(says),
  wide: says.includes('[,'),
  example,
  counter,
}));

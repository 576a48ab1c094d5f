import type { Analysis } from './analysis.ts';
import { type ClauseFeatures, featuresOf } from './asking-features.ts';
import { askedBy, substanceLogit } from './asking-model.ts';
import { KINDS } from './demand-marks.ts';
import { ASKS_TRACE, ASKS_WORK, SUBSTANCE } from './limits.ts';
import { OPTIONAL } from './mood-words.ts';
import { type Ruled, ruledDemands } from './ruled-demands.ts';
import { LIST, maySayOnlyTraces, namesMore, TRACES } from './trace-only.ts';
import type { DemandKind } from './types.ts';

/** What a message asks for. */
export type Demands = { kinds: DemandKind[]; traceOnly: boolean };

const NUMBERS = KINDS.map((_, kind) => kind);
/** The logit from which on a clause asks, by the kind's number in KINDS. */
const LEAST = KINDS.map((kind) => (TRACES.has(kind) ? ASKS_TRACE : ASKS_WORK));

/**
 * Finds the demands of a message, and whether traces are all that it asks for and says. The rules' findings and the
 * clauses' letters are weighed by a linear model: the rules know words, the model ways of asking that are in no table.
 */
export function demandsOf(analysis: Analysis): Demands {
  const ruled = ruledDemands(analysis);
  const clauses = featuresOf(ruled.text, ruled.clauses);
  let asked = askedIn(clauses, ruled);
  // The head of a list asks, whatever is listed.
  if (LIST.test(ruled.text)) asked |= 1 << KINDS.indexOf('relay');
  // Who likes may come: that is no demand.
  if (OPTIONAL.test(ruled.text)) asked &= ~(1 << KINDS.indexOf('meeting'));
  const kinds = KINDS.filter((_, kind) => (asked & (1 << kind)) !== 0);
  return { kinds, traceOnly: isTraceOnly(analysis, ruled, clauses, kinds) };
}

/** The kinds that some clause asks for, as bits in the order of KINDS. */
function askedIn(clauses: readonly ClauseFeatures[], ruled: Ruled): number {
  let asked = 0;
  const isRuled = (kind: number) => ruled.kinds.includes(KINDS[kind] as DemandKind);
  for (const features of clauses) {
    const kinds = NUMBERS.filter((kind) => (features.marks & ~asked & (1 << kind)) !== 0);
    if (kinds.length === 0) continue;
    asked |= askedBy(features, kinds, isRuled, LEAST);
  }
  return asked;
}

function isTraceOnly(
  analysis: Analysis,
  ruled: Ruled,
  clauses: readonly ClauseFeatures[],
  kinds: readonly DemandKind[],
): boolean {
  if (!maySayOnlyTraces(analysis, kinds)) return false;
  if (!ruled.traceOnly && namesMore(analysis, ruled.clauses)) return false;
  const found = { isRuled: ruled.traceOnly, isDemanding: ruled.kinds.length > 0 };
  return clauses.every((features) => substanceLogit(features, found) < SUBSTANCE);
}

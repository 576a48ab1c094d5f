import type { Analysis } from './analysis.ts';
import { type ClauseFeatures, featuresOf } from './asking-features.ts';
import { askedBy, substanceLogit, type Whole, weighed } from './asking-model.ts';
import { dayOf } from './calendar.ts';
import { KINDS } from './demand-marks.ts';
import { hashWith } from './keyed-hash.ts';
import {
  ASKS_TRACE,
  ASKS_WORK,
  DEMANDS_KEPT,
  FEW_CHARACTERS,
  SUBSTANCE,
  SUBSTANCE_OF_FEW,
} from './limits.ts';
import { OPTIONAL } from './mood-words.ts';
import { RecentMap } from './recent-map.ts';
import { type Ruled, ruledDemands } from './ruled-demands.ts';
import { LIST, maySayOnlyTraces, namesMore, TRACES } from './trace-only.ts';
import type { DemandKind } from './types.ts';

/** What a message asks for. */
export type Demands = { readonly kinds: readonly DemandKind[]; readonly traceOnly: boolean };

const NUMBERS = KINDS.map((_, kind) => kind);
/** The logit from which on a clause asks, by the kind's number in KINDS. */
const LEAST = KINDS.map((kind) => (TRACES.has(kind) ? ASKS_TRACE : ASKS_WORK));

/** What is passed on word for word asks for the same. */
const known = new RecentMap<string, Demands>(DEMANDS_KEPT);

/** The demands of a message; of the same words on the same day they are found once. */
export function demandsOf(analysis: Analysis): Demands {
  const { message, normal, oversize, placeholder } = analysis;
  if (placeholder || message.file || message.link) return foundIn(analysis);
  const isQuoting = normal.quoted !== '';
  const source = [dayOf(message.time), message.kind, oversize, isQuoting, normal.folded];
  const key = hashWith(analysis.key, source.join(' '));
  const before = known.get(key);
  if (before) return before;
  const demands = foundIn(analysis);
  known.set(key, demands);
  return demands;
}

/**
 * Finds the demands of a message, and whether traces are all that it asks for and says. The rules' findings and the
 * clauses' letters are weighed by a linear model: the rules know words, the model ways of asking that are in no table.
 */
function foundIn(analysis: Analysis): Demands {
  const ruled = ruledDemands(analysis);
  if (ruled.clauses.length === 0) return { kinds: [], traceOnly: false };
  const features = featuresOf(ruled.text, ruled.clauses);
  const whole = weighed(features);
  let asked = askedIn(features.clauses, whole, ruled);
  // The head of a list asks, whatever is listed.
  if (LIST.test(ruled.text)) asked |= 1 << KINDS.indexOf('relay');
  // Who likes may come: that is no demand.
  if (OPTIONAL.test(ruled.text)) asked &= ~(1 << KINDS.indexOf('meeting'));
  const kinds = KINDS.filter((_, kind) => (asked & (1 << kind)) !== 0);
  if (!maySayOnlyTraces(analysis, kinds)) return { kinds, traceOnly: false };
  if (!ruled.traceOnly && namesMore(analysis, ruled.clauses)) return { kinds, traceOnly: false };
  const isShort = ruled.text.trim().length <= FEW_CHARACTERS;
  const least = isShort ? SUBSTANCE_OF_FEW : SUBSTANCE;
  const found = { isRuled: ruled.traceOnly, isDemanding: ruled.kinds.length > 0 };
  const isBare = (clause: ClauseFeatures) => substanceLogit(clause, whole, found) < least;
  return { kinds, traceOnly: features.clauses.every(isBare) };
}

/** The kinds that some clause asks for, as bits in the order of KINDS. */
function askedIn(clauses: readonly ClauseFeatures[], whole: Whole, ruled: Ruled): number {
  let asked = 0;
  const isRuled = (kind: number) => ruled.kinds.includes(KINDS[kind] as DemandKind);
  for (const features of clauses) {
    const kinds = NUMBERS.filter((kind) => (features.marks & ~asked & (1 << kind)) !== 0);
    if (kinds.length > 0) asked |= askedBy(features, whole, kinds, isRuled, LEAST);
  }
  return asked;
}

import type { DemandKind, Guard, Relation } from '../../../lib/detect/types.ts';

/** What is known of a planted message because it was planted so, not because it was computed from its words. */
export type Truth = {
  key: string;
  /**
   * "series": a matter of its own that shares its wording with an earlier one; whether a judge says
   * "series" or "new" of it is a matter of taste, both mean "nothing repeated".
   */
  relation: Relation;
  /** Messages that state the same version of a notice share this; null when it is no notice. */
  version: string | null;
  /** Versions that change one another share this. */
  chain: string | null;
  demands: DemandKind[];
  /** False where the words leave open what is asked again (a correction). The tally does not depend on it. */
  demandsClear: boolean;
  isReply: boolean;
  traceOnly: boolean;
  /** A copy cut at its end. */
  partial: boolean;
  /** Guards that the message's own words, its author or its version give. A bare picture counts as a placeholder. */
  guards: Guard[];
  /** A copy of a version that was already revised when this message came. */
  stale: boolean;
  /** A fold would hide nothing from a reader who has seen the first copy. */
  mayFold: boolean;
};

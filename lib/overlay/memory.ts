import type { Answer, Claim, JudgedMessage, NoticeState } from '../messages/protocol';

/** What this page knows of verdicts and notices. A cache: the background has the truth. */
export type Memory = {
  verdictOf(key: string): JudgedMessage | undefined;
  noticeOf(id: string | null): NoticeState | undefined;
  /**
   * The copies that the reader has had: as the background knows them, and those claimed here a moment ago. The same list
   * until one of them changes.
   */
  claimsOf(notice: string | null): readonly Claim[];
  /** Takes what is newer. */
  take(answer: Answer): void;
  /** A claim made by this page, valid at once; the background confirms it later. */
  claimHere(notice: string, claim: Claim): void;
  /** The background has answered a claim of this page, or its message is gone: what it says holds. */
  dropClaim(key: string): void;
};

export function createMemory(): Memory {
  const verdicts = new Map<string, JudgedMessage>();
  // Of a message that is no notice nothing is ever kept: it is asked for as "null".
  const notices = new Map<string | null, NoticeState>();
  const claimsHere = new Map<string | null, readonly Claim[]>();
  const allClaims = new Map<string | null, readonly Claim[]>();

  function setHere(notice: string | null, claims: readonly Claim[]): void {
    claimsHere.set(notice, claims);
    allClaims.delete(notice);
  }

  function takeNotice(state: NoticeState): void {
    if ((notices.get(state.notice)?.rev ?? -1) >= state.rev) return;
    notices.set(state.notice, state);
    const confirmed = new Set(state.claims.map((claim) => claim.key));
    const open = (claimsHere.get(state.notice) ?? []).filter(({ key }) => !confirmed.has(key));
    setHere(state.notice, open);
  }

  function claimsOf(notice: string | null): readonly Claim[] {
    let claims = allClaims.get(notice);
    if (!claims) {
      claims = [...(notices.get(notice)?.claims ?? []), ...(claimsHere.get(notice) ?? [])];
      allClaims.set(notice, claims);
    }
    return claims;
  }

  return {
    verdictOf: (key) => verdicts.get(key),
    noticeOf: (id) => notices.get(id),
    claimsOf,
    take(answer) {
      for (const judged of answer.verdicts) {
        if ((verdicts.get(judged.key)?.rev ?? -1) < judged.rev) verdicts.set(judged.key, judged);
      }
      answer.notices.forEach(takeNotice);
    },
    claimHere(notice, claim) {
      setHere(notice, [...(claimsHere.get(notice) ?? []), claim]);
    },
    dropClaim(key) {
      for (const [notice, claims] of claimsHere) {
        const others = claims.filter((claim) => claim.key !== key);
        if (others.length < claims.length) setHere(notice, others);
      }
    },
  };
}

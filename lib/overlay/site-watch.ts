import type { LostReason } from '../messages/protocol';
import type { Site } from '../sites/site';
import { nearView } from './near-view';
import { createPageWatch } from './page-watch';
import { createRowReader, type ReadRow, type RowReader } from './row-reader';
import { signAtOnce, signIn } from './signs';

/** When the page is looked at: so long after a change, and so long after a look that left something open. Ms. */
const AFTER_CHANGE = 500;
const AGAIN = 1_000;
/** Rows that are read to see whether a lost page is understood again: some 5 ms. */
const TRIED = 40;

/** Watches whether the adapter understands its page. Each look is a short task of its own; none is made in a hidden tab. */
export type SiteWatch = {
  /** Something has changed: look soon. */
  soon(): void;
  /** What was read just now, before anything is folded. */
  check(): void;
  /** Reading has failed as a whole. */
  lose(): void;
  reason(): LostReason | null;
};

type Parts = {
  site: Site;
  /** The rows of the open chat as they were read last. */
  mounted(): readonly ReadRow[];
  reader: RowReader;
  /** The page was lost, or found again. */
  onTurn(): void;
  signal: AbortSignal;
};

export function watchSite({ site, mounted, reader, onTurn, signal }: Parts): SiteWatch {
  const watch = createPageWatch();
  let isSet = false;
  let chat: string | undefined;

  function soon(after = AFTER_CHANGE): void {
    if (isSet) return;
    isSet = true;
    setTimeout(() => {
      isSet = false;
      if (!signal.aborted) look(performance.now());
    }, after);
  }

  function look(now: number): void {
    // The next change, or the next beat of the heart, brings it back here.
    if (document.hidden || document.readyState !== 'complete') {
      watch.startOver(now);
      return;
    }
    // An adapter that throws where it must not does not understand its page.
    let sign: LostReason | null = 'rows';
    try {
      const open = site.openChat(document)?.sessionId;
      if (open !== chat && watch.reason() === null) watch.startOver(now);
      chat = open;
      sign = watch.reason() === null ? signIn(site, mounted(), reader, false) : signInTrial();
    } catch {
      // 'rows' stands.
    }
    see(sign, now);
    if (watch.isWaiting()) soon(AGAIN);
  }

  /** Reads some rows as if for the first time. */
  function signInTrial(): LostReason | null {
    const trial = createRowReader(site, () => {});
    const rows = nearView(site.rows(document), site.scroller(document)).slice(-TRIED);
    return signIn(
      site,
      rows.map((row) => trial.read(row)),
      trial,
      true,
    );
  }

  function see(sign: LostReason | null, now = performance.now()): void {
    if (watch.see(sign, now)) onTurn();
  }

  return {
    soon,
    check() {
      const sign = signAtOnce(mounted(), site.scroller(document), reader);
      if (sign) see(sign);
      else soon();
    },
    lose: () => see('rows'),
    reason: watch.reason,
  };
}

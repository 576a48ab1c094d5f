import type { Site } from '../sites/site';
import type { ScriptLife } from './script-life';

/** Pauses between looks at a page that is not known yet, ms: a client draws itself some time after its page is there. */
const FIRST_PAUSE = 250;
/** Somebody may sign in an hour later; a look costs a few queries. */
const LONGEST_PAUSE = 5_000;

/** The client that this page is one of, by its address and its own marks; the promise stays open where it is none. */
export function recognised(
  sites: readonly Site[],
  document: Document,
  life: ScriptLife,
): Promise<Site> {
  const candidates = sites.filter((site) => isServedAt(site, document.location.host));
  return new Promise((resolve) => {
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const site = candidates.find(({ isHere }) => isHere?.(document) ?? true);
      if (site) {
        resolve(site);
        return;
      }
      timer = setTimeout(look, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    };
    life.onInvalidated(() => clearTimeout(timer));
    look();
  });
}

/** A client without hosts of its own may be installed anywhere. */
function isServedAt({ matches }: Site, host: string): boolean {
  return matches.length === 0 || matches.some((pattern) => new URL(pattern).host === host);
}

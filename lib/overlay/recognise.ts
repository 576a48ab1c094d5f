import { isMatch } from '../sites/match-pattern';
import type { Site } from '../sites/site';
import type { ScriptLife } from './script-life';

/** Pauses between looks at a page that is not known yet, ms: a client draws itself some time after its page is there. */
const FIRST_PAUSE = 250;
/** Somebody may sign in an hour later; a look costs a few queries. */
const LONGEST_PAUSE = 5_000;

/**
 * The client that this page is one of, by its address and its own marks; the promise stays open where it is none.
 * @param offered the adapters that have come so far: they are scripts of their own, in an order that is the browser's
 */
export function recognised(
  offered: () => readonly Site[],
  document: Document,
  life: ScriptLife,
): Promise<Site> {
  return new Promise((resolve) => {
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const site = offered().find((each) => isServed(each, document));
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
function isServed({ matches, isHere }: Site, document: Document): boolean {
  const isAt = matches.length === 0 || matches.some((each) => isMatch(each, document.location));
  return isAt && (isHere?.(document) ?? true);
}

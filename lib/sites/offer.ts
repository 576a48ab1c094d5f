import { timeOfClock } from './clock-time';
import { likenessOf } from './likeness';
import { holdsMuchText } from './much-text';
import { sketch } from './page-sketch';
import { lookOf } from './picture-look';
import type { Site } from './site';

/** What the content scripts of one page share: the world that the browser keeps for this extension's scripts there. */
const world = globalThis as { fingerlightSites?: Site[] };

/**
 * Adapters come in scripts of their own, so that a page loads those only that may be needed there; the overlay, which
 * is the same everywhere, finds them here.
 */
export function offerSites(sites: readonly Site[]): void {
  // The newest first: an older version of this extension may have left its own in an open page.
  world.fingerlightSites = [...equipped(sites), ...(world.fingerlightSites ?? [])];
}

/** Adapters with what every one of them can do. It is not needed for the first fold, and the overlay has no room for it. */
export function equipped(sites: readonly Site[]): Site[] {
  return sites.map((site) => ({
    ...{ ...site, likenessOf, lookOf, sketch },
    ...{ holdsMuchText, timeOfClock },
  }));
}

export function offeredSites(): readonly Site[] {
  return world.fingerlightSites ?? [];
}

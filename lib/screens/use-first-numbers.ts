import { useLayoutEffect } from 'preact/hooks';

/** The name under which the browser's own timeline holds the moment at which a page first showed what it is for. */
export const FIRST_NUMBERS = 'first-numbers';

/**
 * Marks the moment at which the first figures stand in the page, once for each page. Measured from within, because who
 * looks from outside comes late: in Firefox by a whole round trip of the remote control.
 */
export function useFirstNumbers(areThere: boolean): void {
  useLayoutEffect(() => {
    if (areThere && performance.getEntriesByName(FIRST_NUMBERS).length === 0) {
      performance.mark(FIRST_NUMBERS);
    }
  }, [areThere]);
}

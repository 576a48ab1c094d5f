import { useLayoutEffect } from 'preact/hooks';

/** Under these names the browser's own timeline holds when a page first showed what it is for, and when all that it shows. */
export const FIRST_NUMBERS = 'first-numbers';
export const ALL_NUMBERS = 'all-numbers';

/** Marks the moment at which the first figures stand in the page, once for each page. */
export function useFirstNumbers(areThere: boolean): void {
  useMark(FIRST_NUMBERS, areThere);
}

/** The same for everything that takes longer to read. */
export function useAllNumbers(areThere: boolean): void {
  useMark(ALL_NUMBERS, areThere);
}

/**
 * Measured from within, because who looks from outside comes late: in Firefox by a whole round trip of the remote
 * control.
 */
function useMark(name: string, isThere: boolean): void {
  useLayoutEffect(() => {
    if (isThere && performance.getEntriesByName(name).length === 0) performance.mark(name);
  }, [isThere]);
}

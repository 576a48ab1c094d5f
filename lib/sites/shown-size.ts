const UNITS = 'KMGT';
const SIZE = /(\d{1,9}(?:[.,]\d{1,9})?)\s*([KMGT]?)i?B\b/gi;

/** "1.12 KB", "88 kB", "3MB" → bytes, by steps of 1024; 0 where no size is shown. Rounded, as a display is. */
export function shownSize(text: string): number {
  return sizesIn(text)[0] ?? 0;
}

/**
 * Bytes of the last size in a text: "0 B / 2.7 MB" is 2,831,155, for the page counts up to it while a file is loaded.
 * NaN where there is none.
 */
export function lastShownSize(text: string): number {
  return sizesIn(text).at(-1) ?? Number.NaN;
}

function sizesIn(text: string): number[] {
  return [...text.matchAll(SIZE)].map(([, amount = '', unit = '']) => {
    const power = unit === '' ? 0 : UNITS.indexOf(unit.toUpperCase()) + 1;
    return Math.round(Number(amount.replace(',', '.')) * 1024 ** power);
  });
}

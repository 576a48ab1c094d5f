const UNITS = 'KMGT';

/**
 * Bytes of the last size in a text: "0 B / 2.7 MB" is 2,831,155, for the page counts up to it while a file is loaded.
 * NaN where there is none.
 */
export function lastShownSize(shown: string): number {
  const sizes = [...shown.matchAll(/(\d+(?:[.,]\d+)?)\s*([KMGT]?)B/gi)];
  const [, amount = '', unit = ''] = sizes.at(-1) ?? [];
  if (amount === '') return Number.NaN;
  const power = unit === '' ? 0 : UNITS.indexOf(unit.toUpperCase()) + 1;
  return Math.round(Number(amount.replace(',', '.')) * 1024 ** power);
}

/** The value below which a share of the numbers lies. 0 where there are none. */
export function quantile(numbers: Float64Array, share: number): number {
  const sorted = numbers.slice().sort();
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

export function sumOf(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

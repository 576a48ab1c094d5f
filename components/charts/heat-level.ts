import { scaleQuantize } from 'd3-scale';

/** Five steps of equal width up to `most`; 0 for nothing. */
export function heatLevels(most: number): (value: number) => number {
  const scale = scaleQuantize<number>()
    .domain([0, Math.max(most, Number.MIN_VALUE)])
    .range([1, 2, 3, 4, 5]);
  return (value) => (value > 0 ? scale(value) : 0);
}

/** How many series can be told apart by pattern and colour. */
export type SeriesNumber = 1 | 2 | 3;

const NUMBERS: readonly SeriesNumber[] = [1, 2, 3];

/** Side of a pattern's tile. */
const TILE = 6;

/** Fillings that are told apart without colour too: plain, striped, dotted. `id` keeps those of several charts apart. */
export function Patterns(props: { id: string }) {
  return (
    <defs>
      {NUMBERS.map((series) => (
        <pattern
          key={series}
          id={patternId(props.id, series)}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
        >
          <rect width={TILE} height={TILE} class={`series-${series}`} />
          {series === 2 && <path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" class="pattern-line" />}
          {series === 3 && <circle cx="3" cy="3" r="1.4" class="pattern-dot" />}
        </pattern>
      ))}
    </defs>
  );
}

/** The `fill` of a series. */
export function seriesFill(id: string, series: SeriesNumber): string {
  return `url(#${patternId(id, series)})`;
}

function patternId(id: string, series: SeriesNumber): string {
  return `${id}-series-${series}`;
}

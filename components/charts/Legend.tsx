import { Patterns, type SeriesNumber, seriesFill } from './Patterns';

/** What each filling stands for. */
export function Legend(props: {
  id: string;
  entries: readonly { series: SeriesNumber; word: string }[];
}) {
  const id = `${props.id}-legend`;
  return (
    <ul class="legend">
      {props.entries.map(({ series, word }, at) => (
        <li key={word}>
          <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">
            {at === 0 && <Patterns id={id} />}
            <rect width="18" height="12" rx="2" fill={seriesFill(id, series)} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

/** From little to much, for a heat map: the lightest cell to the darkest. */
export function HeatLegend(props: { less: string; more: string }) {
  return (
    <p class="legend heat">
      <span>{props.less}</span>
      <svg viewBox="0 0 96 14" width="96" height="14" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <rect
            key={level}
            x={level * 16 + 1}
            y="1"
            width="14"
            height="12"
            class={`heat-${level}`}
          />
        ))}
      </svg>
      <span>{props.more}</span>
    </p>
  );
}

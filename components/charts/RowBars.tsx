import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { CHART_WIDTH } from './Chart';
import { Patterns, type SeriesNumber, seriesFill } from './Patterns';
import { shortName } from './short-name';

/** One row: its name at the left, its values from the left on, and what is written behind them. */
export type BarRow = {
  id: string;
  name: string;
  title: string;
  values: readonly number[];
  text: string;
};

const ROW = 28;
const BAR = 16;
const NAMES = 256;
const TEXTS = 190;
/** Full-width letters of 13 units that a name has room for. */
const NAME_ROOM = 18;

/** Height of a chart of so many rows, in chart units. */
export function rowBarsHeight(rows: number): number {
  return rows * ROW + 4;
}

/** Bars from left to right, one a row, with their parts one behind another. Values of at least 0. */
export function RowBars(props: {
  id: string;
  rows: readonly BarRow[];
  series: readonly SeriesNumber[];
}) {
  const { id, rows, series } = props;
  const most = Math.max(
    0,
    ...rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0)),
  );
  const along = scaleLinear()
    .domain([0, most || 1])
    .range([NAMES, CHART_WIDTH - TEXTS]);
  const layers = stack<BarRow, number>()
    .keys(series.map((_, at) => at))
    .value(({ values }, at) => values[at] ?? 0)([...rows]);
  return (
    <>
      <Patterns id={id} />
      {layers.map((layer, number) => (
        <g key={layer.key} fill={seriesFill(id, series[number] ?? 1)}>
          {layer.map(([from, to], at) =>
            to > from ? (
              <rect
                key={rows[at]?.id}
                x={along(from)}
                y={at * ROW + 6}
                width={along(to) - along(from)}
                height={BAR}
                class="part-of-bar"
              />
            ) : null,
          )}
        </g>
      ))}
      {rows.map((row, at) => (
        <RowWords
          key={row.id}
          row={row}
          top={at * ROW}
          end={along(row.values.reduce((sum, value) => sum + value, 0))}
        />
      ))}
    </>
  );
}

function RowWords(props: { row: BarRow; top: number; end: number }) {
  const { row, top, end } = props;
  return (
    <g class="row">
      <text x={NAMES - 12} y={top + 19} class="name end">
        {shortName(row.name, NAME_ROOM)}
      </text>
      <text x={end + 8} y={top + 19} class="number">
        {row.text}
      </text>
      <rect x="0" y={top} width={CHART_WIDTH} height={ROW} class="touch">
        <title>{row.title}</title>
      </rect>
    </g>
  );
}

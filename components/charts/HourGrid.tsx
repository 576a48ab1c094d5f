import { useByFrames } from '../use-by-frames';
import { CHART_WIDTH } from './Chart';
import { heatLevels } from './heat-level';

/** One row of hours. */
export type GridRow = {
  name: string;
  /** Messages an hour, by hour from 0 to 23. */
  values: readonly number[];
  /** What a cell says, in words. */
  titles: readonly string[];
  /** True where office hours hold: they are framed. */
  isWorking: boolean;
};

const LEFT = 132;
const TOP = 22;
const ROW = 30;
const CELL = (CHART_WIDTH - LEFT) / 24;

/** Rows that are drawn in a frame: two hundred figures at once took Firefox 65 ms. */
const FRAME_ROWS = 3;

export function hourGridHeight(rows: number): number {
  return TOP + rows * ROW + 2;
}

/** Sorts of days down, hours across; the darker, the more. The figure stands in each cell. */
export function HourGrid(props: {
  rows: readonly GridRow[];
  /** [from, to) */
  office: { from: number; to: number };
  show(value: number): string;
}) {
  const { rows, office } = props;
  const level = heatLevels(Math.max(0, ...rows.flatMap(({ values }) => values)));
  // Other figures in rows that are there change at once.
  const drawn = useByFrames(rows.length, FRAME_ROWS, []);
  return (
    <>
      {Array.from({ length: 24 }, (_, hour) => (
        <text
          key={`hour ${String(hour)}`}
          x={LEFT + (hour + 0.5) * CELL}
          y="14"
          class="axis middle"
        >
          {hour}
        </text>
      ))}
      {rows.slice(0, drawn).map((row, at) => (
        <g key={row.name}>
          <text x={LEFT - 10} y={TOP + at * ROW + 19} class="name end">
            {row.name}
          </text>
          {row.values.map((value, hour) => (
            <Cell
              key={row.titles[hour]}
              left={LEFT + hour * CELL}
              top={TOP + at * ROW}
              level={level(value)}
              text={value > 0 ? props.show(value) : ''}
              title={row.titles[hour] ?? ''}
            />
          ))}
          {row.isWorking && (
            <rect
              x={LEFT + office.from * CELL}
              y={TOP + at * ROW}
              width={(office.to - office.from) * CELL}
              height={ROW}
              class="office"
            />
          )}
        </g>
      ))}
    </>
  );
}

function Cell(props: { left: number; top: number; level: number; text: string; title: string }) {
  return (
    <g class={`cell level-${props.level}`}>
      <rect
        x={props.left + 1}
        y={props.top + 1}
        width={CELL - 2}
        height={ROW - 2}
        rx="2"
        class={`heat-${props.level}`}
      >
        <title>{props.title}</title>
      </rect>
      {props.text !== '' && (
        <text x={props.left + CELL / 2} y={props.top + 19} class="middle inside number">
          {props.text}
        </text>
      )}
    </g>
  );
}

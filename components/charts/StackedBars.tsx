import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { CHART_WIDTH } from './Chart';
import { Patterns, type SeriesNumber, seriesFill } from './Patterns';

/** One bar: its label below, what a pointer is told, and the values from the bottom up. */
export type StackedBar = { label: string; title: string; values: readonly number[] };

export const STACKED_HEIGHT = 260;
const TOP = 24;
const LEFT = 56;
/** Leaves room for the half of the last label. */
const RIGHT = CHART_WIDTH - 20;
const BOTTOM = STACKED_HEIGHT - 26;
/** Room that a label below takes, in chart units. */
const LABEL_ROOM = 80;

/** Bars with their parts one upon another, as wide as a chart. Values of at least 0, at most three parts. */
export function StackedBars(props: {
  id: string;
  bars: readonly StackedBar[];
  series: readonly SeriesNumber[];
  /** Stands above the axis. */
  unit: string;
  showTick(value: number): string;
}) {
  const { bars, series } = props;
  const most = Math.max(0, ...bars.map(({ values }) => sum(values)));
  const across = scaleBand<number>()
    .domain(bars.map((_, at) => at))
    .range([LEFT, RIGHT])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const up = scaleLinear()
    .domain([0, most || 1])
    .nice(4)
    .range([BOTTOM, TOP]);
  const layers = stack<StackedBar, number>()
    .keys(series.map((_, at) => at))
    .value(({ values }, at) => values[at] ?? 0)([...bars]);
  const width = Math.min(64, across.bandwidth());
  const leftOf = (at: number) => (across(at) ?? 0) + (across.bandwidth() - width) / 2;
  return (
    <>
      <Patterns id={props.id} />
      <ValueAxis ticks={up.ticks(4)} at={up} unit={props.unit} showTick={props.showTick} />
      {layers.map((layer, number) => (
        <g key={layer.key} fill={seriesFill(props.id, series[number] ?? 1)}>
          {layer.map(([low, high], at) => (
            <Part
              key={bars[at]?.title}
              left={leftOf(at)}
              width={width}
              top={up(high)}
              bottom={up(low)}
            />
          ))}
        </g>
      ))}
      {bars.map(({ title }, at) => (
        <rect key={title} x={leftOf(at)} y={TOP} width={width} height={BOTTOM - TOP} class="touch">
          <title>{title}</title>
        </rect>
      ))}
      <Labels bars={bars} middleOf={(at) => leftOf(at) + width / 2} />
    </>
  );
}

function Part(props: { left: number; width: number; top: number; bottom: number }) {
  const height = props.bottom - props.top;
  if (height <= 0) return null;
  return (
    <rect x={props.left} y={props.top} width={props.width} height={height} class="part-of-bar" />
  );
}

function ValueAxis(props: {
  ticks: readonly number[];
  at(value: number): number;
  unit: string;
  showTick(value: number): string;
}) {
  return (
    <g class="axis">
      <text x={LEFT - 8} y={TOP - 12} class="end">
        {props.unit}
      </text>
      {props.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={RIGHT}
            y1={props.at(tick)}
            y2={props.at(tick)}
            class={tick === 0 ? 'base' : 'grid'}
          />
          <text x={LEFT - 8} y={props.at(tick) + 4} class="end">
            {props.showTick(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Every label, or every second, third … where they would touch. */
function Labels(props: { bars: readonly StackedBar[]; middleOf(at: number): number }) {
  const { bars } = props;
  const step = Math.max(1, Math.ceil((bars.length * LABEL_ROOM) / (RIGHT - LEFT)));
  return (
    <g class="axis">
      {bars.map(({ label, title }, at) =>
        at % step === 0 ? (
          <text key={title} x={props.middleOf(at)} y={BOTTOM + 18} class="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

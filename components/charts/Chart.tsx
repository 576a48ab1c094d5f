import type { ComponentChildren } from 'preact';
import { ChartTable } from './ChartTable';
import type { ChartRows, CopyCells } from './chart-table';

/** Width of every chart in its own units; it is scaled to the page. */
export const CHART_WIDTH = 1040;

/** A chart with its caption and the same figures as a table. What is drawn is one picture to a screen reader. */
export function Chart(props: {
  caption: string;
  height: number;
  legend?: ComponentChildren;
  table: ChartRows;
  onCopy: CopyCells;
  children: ComponentChildren;
}) {
  const { caption, height } = props;
  return (
    <figure class="chart">
      <figcaption>
        <span class="note">{caption}</span>
        {props.legend}
      </figcaption>
      <div class="wide">
        <svg viewBox={`0 0 ${CHART_WIDTH} ${height}`} role="img" aria-label={caption}>
          {props.children}
        </svg>
      </div>
      <ChartTable caption={caption} table={props.table} onCopy={props.onCopy} />
    </figure>
  );
}

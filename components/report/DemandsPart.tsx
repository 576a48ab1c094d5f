import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DemandKind } from '../../lib/detect/types';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { RowBars, rowBarsHeight } from '../charts/RowBars';
import { DEMAND_KINDS, demandWord } from '../demand-words';
import type { FormulaPart } from '../Formula';
import { showMinutes, showNumber } from '../show-amount';

type Row = { kind: DemandKind; count: number; minutes: number };

/** What was asked, by kind, the most frequent first. */
export function DemandsPart(props: {
  demands: Partial<Record<DemandKind, number>>;
  /** Where the minutes of each kind stand. */
  parts: readonly FormulaPart[];
  onCopy: CopyCells;
}) {
  const id = useId();
  const rows = rowsOf(props.demands, props.parts);
  return (
    <section class="part">
      <h2>{i18n.t('demands_title')}</h2>
      {rows.length === 0 ? (
        <p class="note">{i18n.t('demands_none')}</p>
      ) : (
        <Chart
          caption={i18n.t('overview_demands_caption')}
          height={rowBarsHeight(rows.length)}
          table={tableOf(rows)}
          onCopy={props.onCopy}
        >
          <RowBars id={id} rows={rows.map(barOf)} series={[2]} />
        </Chart>
      )}
    </section>
  );
}

function rowsOf(
  demands: Partial<Record<DemandKind, number>>,
  parts: readonly FormulaPart[],
): Row[] {
  const minutes = new Map(parts.map((part) => [part.part, part.minutes]));
  return DEMAND_KINDS.map((kind) => ({
    kind,
    count: demands[kind] ?? 0,
    minutes: minutes.get(kind) ?? 0,
  }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

function barOf({ kind, count, minutes }: Row) {
  const text = i18n.t('overview_demand_bar', {
    count: showNumber(count),
    minutes: showMinutes(minutes),
  });
  return {
    id: kind,
    name: demandWord(kind),
    title: `${demandWord(kind)} ${text}`,
    values: [count],
    text,
  };
}

function tableOf(rows: readonly Row[]) {
  return {
    head: [i18n.t('options_demand'), i18n.t('overview_times'), i18n.t('figure_minutes')],
    rows: rows.map(({ kind, count, minutes }) => [
      demandWord(kind),
      showNumber(count),
      showMinutes(minutes),
    ]),
  };
}

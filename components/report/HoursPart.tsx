import { i18n } from '#i18n';
import type { HourMap, HourRow } from '../../lib/tally/hour-map';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { HourGrid, hourGridHeight } from '../charts/HourGrid';
import { HeatLegend } from '../charts/Legend';
import { showExact, showNumber, showShare } from '../show-amount';
import { showWeekday } from '../show-range';

/** When messages of others came: sorts of days against hours, and the share outside office hours. */
export function HoursPart(props: {
  hours: HourMap;
  /** 0 to 1; null where there were none. */
  offHoursShare: number | null;
  onCopy: CopyCells;
}) {
  const { hours, offHoursShare } = props;
  const { office } = hours;
  return (
    <section class="part">
      <h2>{i18n.t('overview_hours')}</h2>
      <p class="note">
        {offHoursShare !== null &&
          i18n.t('overview_off_hours', {
            share: showShare(offHoursShare),
            from: office.from,
            to: office.to,
          })}
        {hours.unknown > 0 &&
          ` ${i18n.t('overview_hours_unknown', { count: showNumber(hours.unknown) })}`}
      </p>
      <Chart
        caption={i18n.t('overview_hours_caption')}
        height={hourGridHeight(hours.rows.length)}
        legend={<HeatLegend less={i18n.t('overview_less')} more={i18n.t('overview_more')} />}
        table={tableOf(hours.rows)}
        onCopy={props.onCopy}
      >
        <HourGrid rows={hours.rows.map(rowOf)} office={office} show={showRate} />
      </Chart>
    </section>
  );
}

/** Messages an hour on one such day: sorts of days are compared although there are more Mondays than holidays. */
function ratesOf({ days, hours }: HourRow): number[] {
  return hours.map((count) => (days === 0 ? 0 : count / days));
}

function rowOf(row: HourRow) {
  const values = ratesOf(row);
  return {
    name: sortWord(row.sort),
    values,
    titles: values.map((rate, hour) =>
      i18n.t('overview_hours_cell', {
        sort: sortWord(row.sort),
        hour,
        rate: showRate(rate),
        count: showNumber(row.hours[hour] ?? 0),
      }),
    ),
    isWorking: row.sort === 'make-up' || (typeof row.sort === 'number' && row.sort < 6),
  };
}

function tableOf(rows: readonly HourRow[]) {
  const hours = rows[0]?.hours.map((_, hour) => String(hour)) ?? [];
  return {
    head: [i18n.t('overview_sort'), i18n.t('overview_sort_days'), ...hours],
    rows: rows.map((row) => [
      sortWord(row.sort),
      showNumber(row.days),
      ...ratesOf(row).map(showRate),
    ]),
  };
}

function sortWord(sort: HourRow['sort']): string {
  if (sort === 'holiday') return i18n.t('overview_holiday');
  if (sort === 'make-up') return i18n.t('overview_make_up');
  return showWeekday(sort);
}

/** One decimal below ten, none above; what is not nothing never shows as nothing. */
function showRate(rate: number): string {
  if (rate <= 0) return '0';
  return rate < 9.95 ? showExact(Math.max(0.1, Math.round(rate * 10) / 10)) : showNumber(rate);
}

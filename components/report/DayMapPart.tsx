import { i18n } from '#i18n';
import type { DayKind } from '../../lib/tally/day-kind';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { DayGrid, dayGridHeight } from '../charts/DayGrid';
import { HeatLegend } from '../charts/Legend';
import { showMinutes, showNumber } from '../show-amount';
import { showFullDay, showMonth, showWeekday } from '../show-range';
import type { CalendarDay } from './overview-props';

/** A calendar of what each day cost, public holidays and make-up days marked. */
export function DayMapPart(props: { days: readonly CalendarDay[]; onCopy: CopyCells }) {
  const cells = props.days.map((day) => ({
    day: day.day,
    weekday: day.weekday,
    value: day.minutes,
    title: titleOf(day),
    mark: markOf(day.kind),
  }));
  return (
    <section class="part">
      <h2>{i18n.t('overview_days')}</h2>
      <Chart
        caption={i18n.t('overview_days_caption')}
        height={dayGridHeight(cells)}
        legend={<HeatLegend less={i18n.t('overview_less')} more={i18n.t('overview_more')} />}
        table={tableOf(props.days)}
        onCopy={props.onCopy}
      >
        <DayGrid
          days={cells}
          weekdays={[1, 2, 3, 4, 5, 6, 7].map(showWeekday)}
          showMonth={showMonth}
        />
      </Chart>
    </section>
  );
}

function titleOf({ day, weekday, kind, minutes, messages }: CalendarDay): string {
  return i18n.t('overview_day_cell', {
    day: `${showFullDay(day)} ${showWeekday(weekday)}`,
    kind: kindWord(kind),
    minutes: showMinutes(minutes),
    messages: showNumber(messages),
  });
}

function tableOf(days: readonly CalendarDay[]) {
  return {
    head: [
      i18n.t('export_day'),
      i18n.t('overview_weekday'),
      i18n.t('overview_sort'),
      i18n.t('figure_minutes'),
      i18n.t('count_messages'),
    ],
    rows: days.map(({ day, weekday, kind, minutes, messages }) => [
      showFullDay(day),
      showWeekday(weekday),
      kindWord(kind),
      showMinutes(minutes),
      showNumber(messages),
    ]),
  };
}

function markOf(kind: DayKind): string {
  if (kind === 'holiday') return i18n.t('overview_mark_holiday');
  return kind === 'make-up' ? i18n.t('overview_mark_make_up') : '';
}

function kindWord(kind: DayKind): string {
  const words: Record<DayKind, string> = {
    work: i18n.t('overview_work'),
    rest: i18n.t('overview_rest'),
    holiday: i18n.t('overview_holiday'),
    'make-up': i18n.t('overview_make_up'),
  };
  return words[kind];
}

import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { WorkWeek } from '../../lib/tally/work-weeks';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { Legend } from '../charts/Legend';
import { STACKED_HEIGHT, StackedBars } from '../charts/StackedBars';
import { demandWord } from '../demand-words';
import { showDay, showNumber } from '../show-amount';

const WHOLE_WEEK = 7;

/** Meetings and inspections asked for, week by week: so that before and after can be seen. */
export function WorkWeeksPart(props: { weeks: readonly WorkWeek[]; onCopy: CopyCells }) {
  const { weeks } = props;
  const id = useId();
  const isAsked = weeks.some(({ meetings, inspections }) => meetings + inspections > 0);
  return (
    <section class="part weeks">
      <h2>{i18n.t('overview_weeks')}</h2>
      {isAsked ? (
        <Chart
          caption={i18n.t('overview_weeks_caption')}
          height={STACKED_HEIGHT}
          legend={<Legend id={id} entries={series()} />}
          table={tableOf(weeks)}
          onCopy={props.onCopy}
        >
          <StackedBars
            id={id}
            bars={weeks.map((week) => ({
              label: showDay(week.monday),
              title: titleOf(week),
              values: [week.meetings, week.inspections],
            }))}
            series={[1, 2]}
            unit={i18n.t('overview_weeks_unit')}
            showTick={showNumber}
          />
        </Chart>
      ) : (
        <p class="note">{i18n.t('overview_weeks_none')}</p>
      )}
    </section>
  );
}

function series() {
  return [
    { series: 1 as const, word: demandWord('meeting') },
    { series: 2 as const, word: demandWord('inspection') },
  ];
}

function titleOf({ monday, meetings, inspections }: WorkWeek): string {
  return i18n.t('overview_weeks_bar', {
    day: showDay(monday),
    meetings: showNumber(meetings),
    inspections: showNumber(inspections),
  });
}

function tableOf(weeks: readonly WorkWeek[]) {
  return {
    head: [
      i18n.t('overview_weeks_week'),
      i18n.t('overview_weeks_from'),
      demandWord('meeting'),
      demandWord('inspection'),
    ],
    rows: weeks.map(({ week, monday, days, meetings, inspections }) => [
      days < WHOLE_WEEK ? i18n.t('overview_weeks_part', { week, days: showNumber(days) }) : week,
      showDay(monday),
      showNumber(meetings),
      showNumber(inspections),
    ]),
  };
}

import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Stretch } from '../../lib/tally/course';
import type { Grain } from '../../lib/tally/periods';
import type { Minutes } from '../../lib/tally/score';
import { Chart } from '../charts/Chart';
import type { CopyCells } from '../charts/chart-table';
import { Legend } from '../charts/Legend';
import { STACKED_HEIGHT, StackedBars } from '../charts/StackedBars';
import { showExact, showMinutes, showNumber } from '../show-amount';
import { showRange, showStretch } from '../show-range';
import { causesOf, causeWords } from './causes';

/** From so many minutes on the axis counts in hours. */
const IN_HOURS = 180;

/** The minutes by day, week or month, told apart by what made them. */
export function CoursePart(props: { course: readonly Stretch[]; grain: Grain; onCopy: CopyCells }) {
  const { course, grain } = props;
  const id = useId();
  const most = Math.max(0, ...course.map(({ minutes }) => minutes.total));
  const perUnit = most >= IN_HOURS ? 60 : 1;
  const caption = i18n.t('overview_course_caption');
  return (
    <section class="part">
      <h2>{i18n.t('overview_course')}</h2>
      <Chart
        caption={caption}
        height={STACKED_HEIGHT}
        legend={<Legend id={id} entries={causeWords()} />}
        table={tableOf(course, grain)}
        onCopy={props.onCopy}
      >
        <StackedBars
          id={id}
          bars={course.map((stretch) => ({
            label: axisLabel(stretch, grain),
            title: titleOf(stretch),
            values: causesOf(stretch.minutes).map((minutes) => minutes / perUnit),
          }))}
          series={[1, 2, 3]}
          unit={perUnit === 60 ? i18n.t('unit_hours') : i18n.t('unit_minutes')}
          showTick={showExact}
        />
      </Chart>
    </section>
  );
}

function axisLabel(stretch: Stretch, grain: Grain): string {
  return grain === 'month'
    ? showStretch(stretch, grain)
    : showStretch({ from: stretch.from, to: stretch.from }, grain);
}

function titleOf(stretch: Stretch): string {
  const { reading, demands, replies, total }: Minutes = stretch.minutes;
  return i18n.t('overview_course_bar', {
    range: showRange(stretch),
    total: showMinutes(total),
    reading: showMinutes(reading),
    demands: showMinutes(demands),
    replies: showMinutes(replies),
    score: showExact(Math.round(stretch.score * 10) / 10),
  });
}

function tableOf(course: readonly Stretch[], grain: Grain) {
  return {
    head: [
      i18n.t('overview_time'),
      ...causeWords().map(({ word }) => word),
      i18n.t('figure_minutes'),
      i18n.t('export_working_days'),
      i18n.t('figure_score'),
    ],
    rows: course.map((stretch) => [
      grain === 'month' ? showStretch(stretch, grain) : showRange(stretch),
      ...causesOf(stretch.minutes).map(showMinutes),
      showMinutes(stretch.minutes.total),
      showNumber(stretch.workingDays),
      showExact(Math.round(stretch.score * 10) / 10),
    ]),
  };
}

import type { GroupCost, OverviewView } from '../../components/report/overview-props';
import type { Burden } from '../tally/burden';
import { courseOf } from '../tally/course';
import { dayKind } from '../tally/day-kind';
import { hourMapOf } from '../tally/hour-map';
import { weekdayOf } from '../tally/local-day';
import type { Grain } from '../tally/periods';
import type { Day } from '../tally/rows';
import { minutesOf, type OwnValues } from '../tally/score';
import { workByWeek } from '../tally/work-weeks';
import { unknownYears } from '../tally/working-days';
import { figuresOf } from './period-view';

/** Everything that the overview says of a period's day sums. `own`: the user's own values. */
export function overviewOf(
  burden: Burden,
  grain: Grain,
  own: OwnValues,
  firstDay: Day | null,
): OverviewView {
  const { from, to, series } = burden;
  const figures = figuresOf(burden, own);
  return {
    ...{ from, to, grain, figures, firstDay },
    course: courseOf(burden, grain, own),
    groups: groupsOf(burden, own),
    hours: hourMapOf(series),
    weeks: workByWeek(series),
    days: series.map(({ day, counts }) => ({
      day,
      weekday: weekdayOf(day),
      kind: dayKind(day),
      minutes: minutesOf(counts, own).total,
      messages: counts.messages,
    })),
    unknownYears: unknownYears(from, to),
  };
}

function groupsOf({ chats }: Burden, own: OwnValues): GroupCost[] {
  return chats
    .map(({ site, chat, counts }) => ({
      ...{ site, chat, messages: counts.messages, copies: counts.copies, replies: counts.replies },
      minutes: minutesOf(counts, own),
      demands: Object.values(counts.demands).reduce((sum, count) => sum + count, 0),
    }))
    .filter(({ minutes }) => minutes.total > 0)
    .sort((one, other) => other.minutes.total - one.minutes.total);
}

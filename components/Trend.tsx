import { i18n } from '#i18n';
import { showDay, showMinutes } from './show-amount';

export type TrendDay = { /** "YYYY-MM-DD" */ day: string; minutes: number };

const WIDTH = 328;
const HEIGHT = 56;
/** Share of a day's room that its bar takes. */
const FILL = 0.72;

/** Minutes by day as bars, with the same numbers as a table for who cannot see them. */
export function Trend(props: { days: readonly TrendDay[]; today: string }) {
  const { days, today } = props;
  const most = Math.max(0, ...days.map(({ minutes }) => minutes));
  const first = days[0];
  const last = days.at(-1);
  return (
    <figure class="trend">
      <figcaption class="note">
        <span>{i18n.t('trend_title')}</span>
        <span>{most > 0 ? i18n.t('trend_most', { minutes: showMinutes(most) }) : ''}</span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="axis" />
        {days.map((entry, index) => (
          <Bar
            key={entry.day}
            entry={entry}
            left={(index * WIDTH) / days.length}
            room={WIDTH / days.length}
            most={most}
            isToday={entry.day === today}
          />
        ))}
      </svg>
      <p class="ends note" aria-hidden="true">
        <span>{first ? showDay(first.day) : ''}</span>
        <span>{last ? showDay(last.day) : ''}</span>
      </p>
      <TrendTable days={days} />
    </figure>
  );
}

function Bar(props: {
  entry: TrendDay;
  left: number;
  room: number;
  most: number;
  isToday: boolean;
}) {
  const { entry, left, room, most, isToday } = props;
  if (entry.minutes <= 0) return null;
  const width = Math.min(28, room * FILL);
  const height = Math.max(2, (entry.minutes / most) * (HEIGHT - 2));
  return (
    <rect
      x={left + (room - width) / 2}
      y={HEIGHT - 1 - height}
      width={width}
      height={height}
      rx={Math.min(2, width / 3)}
      class={isToday ? 'bar today' : 'bar'}
    >
      <title>{`${showDay(entry.day)} ${showMinutes(entry.minutes)}`}</title>
    </rect>
  );
}

function TrendTable(props: { days: readonly TrendDay[] }) {
  return (
    <div class="unseen">
      <table>
        <caption>{i18n.t('trend_title')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('trend_day')}</th>
            <th scope="col">{i18n.t('unit_minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {props.days.map(({ day, minutes }) => (
            <tr key={day}>
              <th scope="row">{showDay(day)}</th>
              <td>{showMinutes(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { CHART_WIDTH } from './Chart';
import { heatLevels } from './heat-level';

/** A day in the calendar. */
export type GridDay = {
  /** "YYYY-MM-DD" */
  day: string;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  value: number;
  title: string;
  /** A letter that marks the day, or "". */
  mark: string;
};

const LEFT = 44;
const LABELS = 20;
const ROW = 20;
const WIDEST = 52;
/** From this width on the day of the month has room. */
const NUMBERED = 34;
/** Weeks in a row of the calendar: a year and its ends. */
const WEEKS = 54;

/** The weeks of a calendar, cut into strips of a year. */
type Strip = { weeks: GridDay[][] };

export function dayGridHeight(days: readonly GridDay[]): number {
  return stripsOf(days).length * STRIP;
}

const STRIP = LABELS + 7 * ROW + 8;

/** A calendar, weeks across and weekdays down; the darker, the more. Days in order and without gaps. */
export function DayGrid(props: {
  days: readonly GridDay[];
  weekdays: readonly string[];
  /** What stands above the first week of a month; with its year at the beginning and in January. */
  showMonth(day: string, withYear: boolean): string;
}) {
  const strips = stripsOf(props.days);
  const level = heatLevels(Math.max(0, ...props.days.map(({ value }) => value)));
  const longest = Math.max(1, ...strips.map(({ weeks }) => weeks.length));
  const cell = Math.min(WIDEST, (CHART_WIDTH - LEFT) / longest);
  return (
    <>
      {strips.map(({ weeks }, number) => (
        <g key={weeks[0]?.[0]?.day} transform={`translate(0 ${number * STRIP})`}>
          <Weekdays words={props.weekdays} />
          <Months weeks={weeks} cell={cell} showMonth={props.showMonth} />
          {weeks.map((week, at) =>
            week.map((day) => (
              <DayCell
                key={day.day}
                day={day}
                left={LEFT + at * cell}
                cell={cell}
                level={level(day.value)}
              />
            )),
          )}
        </g>
      ))}
    </>
  );
}

function Weekdays(props: { words: readonly string[] }) {
  return (
    <>
      {props.words.map((word, at) => (
        <text key={word} x={LEFT - 8} y={LABELS + at * ROW + 14} class="axis end">
          {word}
        </text>
      ))}
    </>
  );
}

function Months(props: {
  weeks: readonly GridDay[][];
  cell: number;
  showMonth(day: string, withYear: boolean): string;
}) {
  let free = 0;
  return (
    <>
      {props.weeks.map((week, at) => {
        const first = week.find(
          ({ day }, index) => day.endsWith('-01') || (at === 0 && index === 0),
        );
        const left = LEFT + at * props.cell;
        // Two labels must not touch: a period may begin in the last week of a month.
        if (!first || left < free) return null;
        free = left + 76;
        return (
          <text key={first.day} x={left + 1} y={LABELS - 6} class="axis">
            {props.showMonth(first.day, at === 0 || first.day.slice(5, 7) === '01')}
          </text>
        );
      })}
    </>
  );
}

function DayCell(props: { day: GridDay; left: number; cell: number; level: number }) {
  const { day, left, cell, level } = props;
  const top = LABELS + (day.weekday - 1) * ROW;
  const number = cell >= NUMBERED ? String(Number(day.day.slice(8))) : '';
  const words = [number, day.mark].filter((part) => part !== '').join(' ');
  return (
    <g class={day.mark === '' ? `cell level-${level}` : `cell level-${level} marked`}>
      <rect
        x={left + 1}
        y={top + 1}
        width={cell - 2}
        height={ROW - 2}
        rx="2"
        class={`heat-${level}`}
      >
        <title>{day.title}</title>
      </rect>
      {words !== '' && (
        <text x={left + cell / 2} y={top + 14} class="middle inside">
          {words}
        </text>
      )}
    </g>
  );
}

function stripsOf(days: readonly GridDay[]): Strip[] {
  const weeks: GridDay[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    if (!week || day.weekday === 1) weeks.push([day]);
    else week.push(day);
  }
  const strips: Strip[] = [];
  for (let from = 0; from < weeks.length; from += WEEKS) {
    strips.push({ weeks: weeks.slice(from, from + WEEKS) });
  }
  return strips;
}

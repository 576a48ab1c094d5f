import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BurdenFigure } from '../BurdenFigure';
import { Counts } from '../Counts';
import type { CopyCells } from '../charts/chart-table';
import { EmptyTally } from '../EmptyTally';
import { Formula } from '../Formula';
import { showFullDay, showRange } from '../show-range';
import { Unreadable } from '../Unreadable';
import { useByFrames } from '../use-by-frames';
import { ComparePart } from './ComparePart';
import { CoursePart } from './CoursePart';
import { DayMapPart } from './DayMapPart';
import { DemandsPart } from './DemandsPart';
import { GroupsPart } from './GroupsPart';
import { HoursPart } from './HoursPart';
import type { OverviewProps, OverviewView } from './overview-props';
import { PeriodBar } from './PeriodBar';
import { RepeatDemands } from './RepeatDemands';
import { TravelledPart } from './TravelledPart';
import { WorkWeeksPart } from './WorkWeeksPart';

/** What a period cost, when, in which groups, by what, and against another period. */
export function OverviewPart(props: OverviewProps) {
  const { view, failure } = props;
  const isEmpty = view !== undefined && view.figures.counts.messages === 0;
  return (
    <div class="overview">
      <PeriodBar period={props.period} />
      {failure !== null && <Unreadable reason={failure} />}
      {failure === null && view === undefined && <p class="note">{i18n.t('overview_reading')}</p>}
      {view && isEmpty && <EmptyTally everCounted={props.everCounted} />}
      {view && !isEmpty && <Figures {...props} view={view} />}
      {view && props.everCounted && <ComparePart {...props} firstDay={view.firstDay} />}
    </div>
  );
}

/** The large figures and their course at once; the rest after they have been painted. */
function Figures(props: OverviewProps & { view: OverviewView }) {
  const { view, travelled, onCopy } = props;
  const [painted, setPainted] = useState<OverviewView>();
  useEffect(() => setPainted(view), [view]);
  // The same element again is not gone through again, so what is late costs the first numbers nothing.
  const rest = useMemo(() => painted && <Rest view={painted} onCopy={onCopy} />, [painted, onCopy]);
  return (
    <>
      <Summary view={view} />
      <CoursePart course={view.course} grain={view.grain} onCopy={onCopy} />
      {rest}
      <TravelledPart travelled={travelled} onCopy={onCopy} />
      <RepeatDemands repeats={props.repeats} />
    </>
  );
}

type RestProps = { view: OverviewView; onCopy: CopyCells };

const REST: readonly ((props: RestProps) => ComponentChild)[] = [
  ({ view, onCopy }) => <GroupsPart groups={view.groups} onCopy={onCopy} />,
  ({ view: { hours, figures }, onCopy }) => (
    <HoursPart hours={hours} offHoursShare={figures.offHoursShare} onCopy={onCopy} />
  ),
  ({ view, onCopy }) => <DayMapPart days={view.days} onCopy={onCopy} />,
  ({ view: { figures }, onCopy }) => (
    <DemandsPart demands={figures.counts.demands} parts={figures.formula.parts} onCopy={onCopy} />
  ),
  ({ view, onCopy }) => <WorkWeeksPart weeks={view.weeks} onCopy={onCopy} />,
];

/** One part in each frame: all at once took up to 120 ms. A part shows what it showed until its turn comes. */
function Rest(props: RestProps) {
  const turns = useByFrames(REST.length, 1, [props.view]);
  const drawn = useRef<{ view: OverviewView; part: ComponentChild }[]>([]);
  for (const [at, draw] of REST.slice(0, turns).entries()) {
    if (drawn.current[at]?.view === props.view) continue;
    drawn.current[at] = { view: props.view, part: draw(props) };
  }
  return <>{drawn.current.map(({ part }) => part)}</>;
}

function Summary(props: { view: OverviewView }) {
  const { view } = props;
  const { figures, firstDay, unknownYears } = view;
  return (
    <section class="part summary">
      <h2>{i18n.t('overview_summary', { range: showRange(view) })}</h2>
      <BurdenFigure {...figures} />
      <Counts counts={figures.counts} />
      {firstDay !== null && view.from < firstDay && (
        <p class="note">{i18n.t('overview_since', { day: showFullDay(firstDay) })}</p>
      )}
      {unknownYears.length > 0 && (
        <p class="note">
          {i18n.t('overview_unknown_years', {
            years: unknownYears.join(i18n.t('list_separator')),
          })}
        </p>
      )}
      <p class="note">{i18n.t('formula_own', { version: figures.formula.version })}</p>
      <Formula formula={figures.formula} />
    </section>
  );
}

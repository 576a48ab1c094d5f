import { i18n } from '#i18n';
import { CopyButton, PlainTable } from '../charts/ChartTable';
import type { CopyCells } from '../charts/chart-table';
import { showNumber } from '../show-amount';
import { showFullDay } from '../show-range';
import { compareTable } from './compare-table';
import { DayRangeFields } from './DayRangeFields';
import type { CompareView, PeriodChoice } from './overview-props';

/** Two periods side by side, before and after something was changed. */
export function ComparePart(props: {
  compare: CompareView;
  period: Pick<PeriodChoice, 'today' | 'isRange'>;
  /** Where the coverage begins; null where nothing was counted. */
  firstDay: string | null;
  onCopy: CopyCells;
}) {
  const { before, after, comparison, isReading, onRanges } = props.compare;
  const { today, isRange } = props.period;
  const caption = i18n.t('overview_compare');
  const table = comparison && compareTable(comparison);
  return (
    <section class="part compare" aria-busy={isReading}>
      <h2>{caption}</h2>
      <div class="ranges">
        <DayRangeFields
          legend={i18n.t('overview_before')}
          range={before}
          today={today}
          isRange={isRange}
          onChange={(range) => onRanges({ before: range, after })}
        />
        <DayRangeFields
          legend={i18n.t('overview_after')}
          range={after}
          today={today}
          isRange={isRange}
          onChange={(range) => onRanges({ before, after: range })}
        />
      </div>
      <Notes compare={props.compare} firstDay={props.firstDay} />
      {table && (
        <>
          <PlainTable caption={caption} table={table} />
          <CopyButton table={table} busy={isReading} onCopy={props.onCopy} />
        </>
      )}
    </section>
  );
}

/** What one has to know before trusting the difference. */
function Notes(props: { compare: CompareView; firstDay: string | null }) {
  const { before, after, comparison, isReading, overlap } = props.compare;
  const first = props.firstDay;
  const notes: string[] = [];
  if (isReading) notes.push(i18n.t('overview_reading'));
  else if (comparison) notes.push(daysNote(comparison.workingDays));
  const years = comparison?.unknownYears ?? [];
  if (years.length > 0) {
    notes.push(i18n.t('overview_unknown_years', { years: years.join(i18n.t('list_separator')) }));
  }
  const { before: old = 0, after: now = 0 } = comparison?.restoredDays ?? {};
  if (old + now > 0) {
    const days = { before: showNumber(old), after: showNumber(now) };
    notes.push(i18n.t('coverage_compare_restored', days));
  }
  if (overlap) notes.push(i18n.t('overview_compare_overlap'));
  if (first !== null && (before.from < first || after.from < first)) {
    notes.push(i18n.t('overview_compare_since', { day: showFullDay(first) }));
  }
  return (
    <ul class="note">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function daysNote({ before, after }: { before: number; after: number }): string {
  const days = { before: showNumber(before), after: showNumber(after) };
  return before === after
    ? i18n.t('overview_compare_same_days', { days: days.before })
    : i18n.t('overview_compare_days', days);
}

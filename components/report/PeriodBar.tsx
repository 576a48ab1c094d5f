import { i18n } from '#i18n';
import type { Grain } from '../../lib/tally/periods';
import { Segmented } from '../Segmented';
import { showRange } from '../show-range';
import { DayRangeFields } from './DayRangeFields';
import type { PeriodChoice } from './overview-props';

/** Which days are shown, and how finely. */
export function PeriodBar(props: { period: PeriodChoice }) {
  const { period } = props;
  return (
    <div class="period-bar">
      <Segmented<PeriodChoice['unit']>
        name="overview-period"
        legend={i18n.t('period_title')}
        value={period.unit}
        choices={[
          { value: 'week', label: i18n.t('overview_unit_week') },
          { value: 'month', label: i18n.t('overview_unit_month') },
          { value: 'quarter', label: i18n.t('overview_unit_quarter') },
          { value: 'year', label: i18n.t('overview_unit_year') },
          { value: 'range', label: i18n.t('overview_range') },
        ]}
        onChange={period.onUnit}
      />
      {period.unit === 'range' ? (
        <DayRangeFields
          legend={i18n.t('overview_range')}
          range={period.range}
          today={period.today}
          isRange={period.isRange}
          onChange={period.onRange}
        />
      ) : (
        <Steps period={period} />
      )}
      <Segmented<Grain>
        name="overview-grain"
        legend={i18n.t('overview_grain')}
        value={period.grain}
        choices={period.grains.map((grain) => ({ value: grain, label: grainWord(grain) }))}
        onChange={period.onGrain}
      />
    </div>
  );
}

function Steps(props: { period: PeriodChoice }) {
  const { unit, range, canGoOn, onStep } = props.period;
  return (
    <div class="steps">
      <button
        type="button"
        class="button small"
        aria-label={i18n.t('overview_earlier')}
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <span class="number" role="status">
        {canGoOn ? '' : `${presentWord(unit)} `}
        {showRange(range)}
      </span>
      <button
        type="button"
        class="button small"
        aria-label={i18n.t('overview_later')}
        // Not disabled: the last step would take the keyboard away.
        aria-disabled={!canGoOn}
        onClick={() => canGoOn && onStep(1)}
      >
        ›
      </button>
    </div>
  );
}

function grainWord(grain: Grain): string {
  if (grain === 'day') return i18n.t('overview_by_day');
  return grain === 'week' ? i18n.t('overview_by_week') : i18n.t('overview_by_month');
}

function presentWord(unit: PeriodChoice['unit']): string {
  const words: Record<PeriodChoice['unit'], string> = {
    week: i18n.t('overview_week'),
    month: i18n.t('overview_month'),
    quarter: i18n.t('overview_quarter'),
    year: i18n.t('overview_year'),
    range: '',
  };
  return words[unit];
}

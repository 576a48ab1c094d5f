import { i18n } from '#i18n';
import { Segmented } from '../Segmented';

export type PeriodPreset = 'week' | 'month' | 'quarter' | 'own';

export type ExportPeriodProps = {
  preset: PeriodPreset;
  /** "YYYY-MM-DD", or whatever else a reader has left in the field. */
  from: string;
  to: string;
  /** The two are no period. */
  refused: boolean;
  onPreset(preset: PeriodPreset): void;
  onDays(change: { from?: string; to?: string }): void;
};

/** The days that are handed over. */
export function ExportPeriod(props: ExportPeriodProps) {
  return (
    <section class="part" aria-labelledby="export-period">
      <h2 id="export-period">{i18n.t('export_page_period')}</h2>
      <Segmented
        name="export-period"
        legend={i18n.t('export_page_period')}
        value={props.preset}
        choices={[
          { value: 'week', label: i18n.t('export_page_week') },
          { value: 'month', label: i18n.t('export_page_month') },
          { value: 'quarter', label: i18n.t('export_page_quarter') },
          { value: 'own', label: i18n.t('export_page_own_days') },
        ]}
        onChange={props.onPreset}
      />
      <div class="range">
        <DayField
          label={i18n.t('export_page_from')}
          day={props.from}
          refused={props.refused}
          onDay={(from) => props.onDays({ from })}
        />
        <DayField
          label={i18n.t('export_page_to')}
          day={props.to}
          refused={props.refused}
          onDay={(to) => props.onDays({ to })}
        />
        <p class="note refused" id="export-days-refused" role="alert">
          {props.refused ? i18n.t('export_page_days_wrong') : ''}
        </p>
      </div>
    </section>
  );
}

function DayField(props: {
  label: string;
  day: string;
  refused: boolean;
  onDay(day: string): void;
}) {
  return (
    <label class="check">
      {props.label}
      <input
        type="date"
        value={props.day}
        aria-invalid={props.refused}
        aria-describedby="export-days-refused"
        onChange={(event) => props.onDay(event.currentTarget.value)}
      />
    </label>
  );
}

import { i18n } from '#i18n';
import type { OverlapMatrix } from '../../../lib/tally/group-clusters';
import type { GROUP_THRESHOLDS } from '../../../lib/tally/group-thresholds';
import { NumberField } from '../../NumberField';
import { Segmented } from '../../Segmented';
import { CheckupTables } from './CheckupTables';
import type { GroupTableProps } from './GroupTable';
import type { GroupLine } from './group-table-model';
import { SuspicionRules } from './SuspicionRules';

export type CheckupPeriod = 'month' | 'quarter' | 'year';

export type CheckupProps = Omit<GroupTableProps, 'lines'> & {
  /** Undefined until the first reading of the tally. */
  lines: readonly GroupLine[] | undefined;
  /** Why the tally cannot be read, in words; null while it can. */
  failure: string | null;
  clusters: readonly (readonly { site: string; chat: string }[])[];
  matrix: OverlapMatrix;
  period: CheckupPeriod;
  /** "YYYY-MM-DD", both included. */
  from: string;
  to: string;
  dormantDays: number;
  limits: typeof GROUP_THRESHOLDS;
  onPeriod(period: CheckupPeriod): void;
  onDormantDays(days: number): void;
};

/** The check-up of all groups: a table, what each is suspected of and why, and which groups are as good as one. */
export function CheckupScreen(props: CheckupProps) {
  const { lines, failure } = props;
  const isEmpty = lines !== undefined && lines.length === 0;
  return (
    <div class="checkup" aria-busy={lines === undefined && failure === null}>
      <Choices {...props} />
      {failure !== null && (
        <section class="part" role="alert">
          <h2>{i18n.t('unreadable_title')}</h2>
          <p>{failure}</p>
        </section>
      )}
      {isEmpty && (
        <section class="part">
          <h2>{i18n.t('empty_title')}</h2>
          <p>{i18n.t('checkup_empty')}</p>
        </section>
      )}
      {lines && !isEmpty && <CheckupTables {...props} lines={lines} />}
    </div>
  );
}

function Choices(props: CheckupProps) {
  const { limits } = props;
  return (
    <section class="part choices">
      <div class="choice-line">
        <Segmented
          name="checkup-period"
          legend={i18n.t('period_title')}
          value={props.period}
          choices={[
            { value: 'month', label: i18n.t('period_month') },
            { value: 'quarter', label: i18n.t('checkup_period_quarter') },
            { value: 'year', label: i18n.t('checkup_period_year') },
          ]}
          onChange={props.onPeriod}
        />
        <span class="note number">
          {i18n.t('checkup_from_to', { from: props.from, to: props.to })}
        </span>
        <NumberField
          label={i18n.t('checkup_dormant_days')}
          unit={i18n.t('unit_days')}
          value={props.dormantDays}
          min={limits.dormantLeast}
          max={limits.dormantMost}
          step={1}
          onChange={props.onDormantDays}
        />
      </div>
      <p class="note">{i18n.t('checkup_coverage')}</p>
      <SuspicionRules limits={limits} dormantDays={props.dormantDays} />
    </section>
  );
}

import { i18n } from '#i18n';
import { type Amount, minutesParts, showMinutes, showNumber, showShare } from './show-amount';

/** The two large numbers: minutes and score; what folding saved stands apart and is never subtracted. */
export function BurdenFigure(props: {
  minutes: number;
  score: number;
  savedMinutes: number;
  /** Share of messages that came outside working hours, 0 to 1; null where there were none. */
  offHoursShare: number | null;
  /** Days of the period whose sums came back from a copy. */
  restoredDays: number;
  importedDays: number;
}) {
  const { offHoursShare } = props;
  return (
    <section class="figures" aria-label={i18n.t('figure_title')}>
      <dl>
        <div>
          <dt>{i18n.t('figure_minutes')}</dt>
          <dd>
            <LargeAmount amount={minutesParts(props.minutes)} />
          </dd>
        </div>
        <div>
          <dt>{i18n.t('figure_score')}</dt>
          <dd>
            <LargeAmount amount={[{ value: showScore(props.score), unit: '/ 100' }]} />
          </dd>
        </div>
      </dl>
      <ul class="note">
        <li>{i18n.t('coverage_note')}</li>
        {props.restoredDays > 0 && (
          <li>{i18n.t('coverage_restored_days', { count: showNumber(props.restoredDays) })}</li>
        )}
        {props.importedDays > 0 && (
          <li>{i18n.t('coverage_history_days', { count: showNumber(props.importedDays) })}</li>
        )}
        <li>
          {i18n.t('figure_off_hours', {
            share: offHoursShare === null ? '–' : showShare(offHoursShare),
          })}
        </li>
        <li>{i18n.t('figure_saved', { minutes: showMinutes(props.savedMinutes) })}</li>
      </ul>
    </section>
  );
}

function LargeAmount(props: { amount: Amount }) {
  return props.amount.map(({ value, unit }) => (
    <span key={unit}>
      <span class="figure number">{value}</span> <span class="unit">{unit}</span>{' '}
    </span>
  ));
}

/** A score above nought never shows as nought, one below 100 never as 100. */
function showScore(score: number): string {
  if (score > 0 && score < 1) return '<1';
  return showNumber(score < 100 ? Math.min(99, Math.round(score)) : 100);
}

import { i18n } from '#i18n';

/** What will stand here and how it gets here, while nothing has been counted. */
export function EmptyTally(props: { everCounted: boolean }) {
  if (props.everCounted) {
    return (
      <section class="empty">
        <h2>{i18n.t('empty_period_title')}</h2>
        <p>{i18n.t('empty_period_text')}</p>
      </section>
    );
  }
  return (
    <section class="empty">
      <h2>{i18n.t('empty_title')}</h2>
      <ol>
        <li>{i18n.t('empty_open')}</li>
        <li>{i18n.t('empty_read')}</li>
        <li>{i18n.t('empty_see')}</li>
      </ol>
      <p class="note">{i18n.t('coverage_note')}</p>
    </section>
  );
}

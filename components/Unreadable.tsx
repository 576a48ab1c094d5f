import { i18n } from '#i18n';

/** The tally cannot be read, and why: not to be taken for an empty one. */
export function Unreadable(props: { reason: string }) {
  return (
    <section class="empty" role="alert">
      <h2>{i18n.t('unreadable_title')}</h2>
      <p>{props.reason}</p>
    </section>
  );
}

import { i18n } from '#i18n';
import type { Health } from '../lib/messages/protocol';
import { showClock, showNumber } from './show-amount';

/** State of the adapter in the active tab. `undefined` while it is being asked, null where there is no supported chat. */
export function SiteHealth(props: { health: Health | null | undefined }) {
  const { health } = props;
  return (
    <p class="health" role="status">
      <span class={`dot ${health?.status ?? 'none'}`} aria-hidden="true" />
      <span>{health === undefined ? i18n.t('health_asking') : describe(health)}</span>
    </p>
  );
}

function describe(health: Health | null): string {
  if (health === null) return i18n.t('health_none');
  if (health.status === 'stopped') return i18n.t('health_stopped');
  if (health.status === 'waiting') return i18n.t('health_waiting');
  const parts = [
    i18n.t('health_ok'),
    i18n.t('health_read', { count: showNumber(health.read) }),
    i18n.t('health_folded', { count: showNumber(health.folded) }),
  ];
  if (health.lastMessageAt !== null) {
    parts.push(i18n.t('health_last', { time: showClock(health.lastMessageAt) }));
  }
  if (health.errors > 0) parts.push(i18n.t('health_errors', { count: showNumber(health.errors) }));
  if (!health.feed) parts.push(i18n.t('health_no_feed'));
  return parts.join(' · ');
}

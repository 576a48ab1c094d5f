import { i18n } from '#i18n';
import type { Health } from '../lib/messages/protocol';
import { SiteReport, type SiteReportProps } from './SiteReport';
import { showClock, showNumber } from './show-amount';

/** State of the adapter in the active tab. `undefined` while it is being asked, null where there is no supported chat. */
export function SiteHealth(props: {
  health: Health | null | undefined;
  /** Left out where nothing can be done about a page that is not understood. */
  report?: SiteReportProps | undefined;
}) {
  const { health, report } = props;
  const isLost = health?.status === 'stopped' && health.reason !== 'other-copy';
  return (
    <>
      <p class="health">
        <span class={`dot ${health?.status ?? 'none'}`} aria-hidden="true" />
        <span>
          {/* The state alone is read out: the counts after it change every other second. */}
          <span role="status">{stateWord(health)}</span>
          {health?.status === 'ok' && [null, ...details(health)].join(' · ')}
          {isLost && <span class="note"> {i18n.t('health_again')}</span>}
        </span>
      </p>
      {isLost && report && <SiteReport {...report} />}
    </>
  );
}

function stateWord(health: Health | null | undefined): string {
  if (health === undefined) return i18n.t('health_asking');
  if (health === null) return i18n.t('health_none');
  if (health.reason === 'other-copy') return i18n.t('health_other_copy');
  if (health.status === 'stopped') {
    return i18n.t('health_stopped', { reason: i18n.t(`health_lost_${health.reason ?? 'rows'}`) });
  }
  if (health.status === 'off') return i18n.t('health_off');
  return health.status === 'waiting' ? i18n.t('health_waiting') : i18n.t('health_ok');
}

function details(health: Health): string[] {
  const parts = [
    i18n.t('health_read', { count: showNumber(health.read) }),
    i18n.t('health_folded', { count: showNumber(health.folded) }),
  ];
  if (health.lastMessageAt !== null) {
    parts.push(i18n.t('health_last', { time: showClock(health.lastMessageAt) }));
  }
  if (health.errors > 0) parts.push(i18n.t('health_errors', { count: showNumber(health.errors) }));
  if (!health.feed) parts.push(i18n.t('health_no_feed'));
  if (health.marksOnly) parts.push(i18n.t('health_marks_only'));
  return parts;
}

import { i18n } from '#i18n';

export type SiteReportProps = {
  state: 'none' | 'busy' | 'copied' | 'failed';
  onCopy(): void;
  /** Lets the user point at the messages on the page. Left out where that cannot be done. */
  onShowWhere?: (() => void) | undefined;
};

/** What can be done about a page that is not understood. */
export function SiteReport({ state, onCopy, onShowWhere }: SiteReportProps) {
  return (
    <div class="site-report">
      <div class="actions">
        {/* Not disabled while it is busy: that would take the keyboard away from who has just used it. */}
        <button
          type="button"
          class="button small"
          aria-disabled={state === 'busy'}
          onClick={() => state !== 'busy' && onCopy()}
        >
          {i18n.t('report_copy')}
        </button>
        {onShowWhere && (
          <button type="button" class="button small" onClick={onShowWhere}>
            {i18n.t('show_where')}
          </button>
        )}
      </div>
      <p class={state === 'failed' ? 'result failed' : 'result'} role="status">
        {stateWords(state)}
      </p>
    </div>
  );
}

function stateWords(state: SiteReportProps['state']): string {
  if (state === 'copied') return i18n.t('report_copied');
  return state === 'failed' ? i18n.t('report_failed') : i18n.t('report_note');
}

import { i18n } from '#i18n';
import { PauseControl } from './PauseControl';
import { PointOut } from './PointOut';
import type { PopupProps } from './PopupScreen';
import { SiteHealth } from './SiteHealth';

/** Whether the chat in this tab is read, and the ways to pause that. */
export function PopupSwitches(
  props: Pick<
    PopupProps,
    | 'now'
    | 'pausedUntil'
    | 'health'
    | 'siteReport'
    | 'chatPaused'
    | 'welcomed'
    | 'everCounted'
    | 'onPause'
    | 'onResume'
    | 'onOpenWelcome'
    | 'pointOut'
  >,
) {
  return (
    <div class="switches">
      <PauseControl
        now={props.now}
        pausedUntil={props.pausedUntil}
        chat={props.health?.chat ?? null}
        chatPaused={props.chatPaused}
        onPause={props.onPause}
        onResume={props.onResume}
      />
      {props.welcomed ? (
        <>
          <SiteHealth health={props.health} report={props.siteReport} />
          {props.pointOut && !isSettled(props.health) && <PointOut {...props.pointOut} />}
        </>
      ) : (
        <NotStarted everCounted={props.everCounted} onOpenWelcome={props.onOpenWelcome} />
      )}
    </div>
  );
}

/** Stopped, or switched off: there pointing out a chat is not what helps. */
function isSettled(health: PopupProps['health']): boolean {
  return health?.status === 'stopped' || health?.status === 'off';
}

/** `everCounted`: who has a tally has been here before, and the browser may have lost the settings alone. */
function NotStarted(props: { everCounted: boolean; onOpenWelcome(): void }) {
  return (
    <p class="health">
      <span>
        {props.everCounted ? i18n.t('health_settings_gone') : i18n.t('health_not_started')}
      </span>
      <button type="button" class="link" onClick={props.onOpenWelcome}>
        {i18n.t('health_start')}
      </button>
    </p>
  );
}

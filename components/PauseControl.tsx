import { i18n } from '#i18n';
import { showMoment } from './show-amount';

export type PauseChoice = 'quarter' | 'today' | 'chat';

/** Pausing and resuming. One line high in every state, so that nothing below it moves. */
export function PauseControl(props: {
  /** Unix ms. */
  now: number;
  pausedUntil: number;
  /** Display name of the chat in the active tab, null when there is none. */
  chat: string | null;
  chatPaused: boolean;
  onPause(choice: PauseChoice): void;
  onResume(): void;
}) {
  const paused = props.pausedUntil > props.now;
  if (paused || props.chatPaused) {
    const words = paused
      ? i18n.t('pause_until', { time: showMoment(props.pausedUntil, props.now) })
      : i18n.t('pause_chat_on');
    return (
      <div class="pause">
        <span role="status">{words}</span>
        <button type="button" class="button small" onClick={props.onResume}>
          {i18n.t('menu_resume')}
        </button>
      </div>
    );
  }
  return (
    <fieldset class="pause">
      <legend class="unseen">{i18n.t('pause_title')}</legend>
      <span aria-hidden="true">{i18n.t('pause_title')}</span>
      <PauseButton word={i18n.t('pause_quarter')} onClick={() => props.onPause('quarter')} />
      <PauseButton word={i18n.t('pause_today')} onClick={() => props.onPause('today')} />
      <PauseButton
        word={i18n.t('pause_chat')}
        disabled={props.chat === null}
        onClick={() => props.onPause('chat')}
      />
    </fieldset>
  );
}

function PauseButton(props: { word: string; disabled?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      class="button small"
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.word}
    </button>
  );
}

import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { showMoment } from './show-amount';
import { useKeptFocus } from './use-kept-focus';

export type PauseChoice = 'quarter' | 'today' | 'chat';

type PauseProps = {
  /** Unix ms. */
  now: number;
  pausedUntil: number;
  /** Display name of the chat in the active tab, null when there is none. */
  chat: string | null;
  chatPaused: boolean;
  onPause(choice: PauseChoice): void;
  onResume(): void;
};

/** Pausing and resuming. One line high in every state, so that nothing below it moves. */
export function PauseControl(props: PauseProps) {
  // Each button is gone once it was used.
  const { within, place } = useKeptFocus<HTMLElement, HTMLButtonElement>();
  if (props.pausedUntil > props.now || props.chatPaused) {
    return <Paused {...props} within={within} place={place} />;
  }
  return (
    <fieldset class="pause" ref={within as RefObject<HTMLFieldSetElement | null>}>
      <legend class="unseen">{i18n.t('pause_title')}</legend>
      <span aria-hidden="true">{i18n.t('pause_title')}</span>
      <PauseButton
        word={i18n.t('pause_quarter')}
        place={place}
        onClick={() => props.onPause('quarter')}
      />
      <PauseButton word={i18n.t('pause_today')} onClick={() => props.onPause('today')} />
      <PauseButton
        word={i18n.t('pause_chat')}
        disabled={props.chat === null}
        onClick={() => props.onPause('chat')}
      />
    </fieldset>
  );
}

function Paused(
  props: PauseProps & {
    within: RefObject<HTMLElement | null>;
    place: RefObject<HTMLButtonElement | null>;
  },
) {
  const words =
    props.pausedUntil > props.now
      ? i18n.t('pause_until', { time: showMoment(props.pausedUntil, props.now) })
      : i18n.t('pause_chat_on');
  return (
    <div class="pause" ref={props.within as RefObject<HTMLDivElement | null>}>
      <span role="status">{words}</span>
      <button type="button" class="button small" ref={props.place} onClick={props.onResume}>
        {i18n.t('menu_resume')}
      </button>
    </div>
  );
}

function PauseButton(props: {
  word: string;
  disabled?: boolean;
  place?: RefObject<HTMLButtonElement | null>;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      class="button small"
      ref={props.place}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.word}
    </button>
  );
}

import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';

/** Asks before something goes that cannot be brought back. Focus starts on "cancel". */
export function ConfirmDialog(props: {
  title: string;
  words: string;
  /** The word on the button that does it. */
  confirm: string;
  onCancel(): void;
  onConfirm(): void;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Modal: focus is kept inside, Escape cancels, and focus returns to the button afterwards.
  useEffect(() => dialog.current?.showModal(), []);
  const confirm = () => {
    // Closed, not just taken away: only then does the focus return.
    dialog.current?.close();
    props.onConfirm();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-head`}
      aria-describedby={`${id}-text`}
      onClose={props.onCancel}
    >
      <h2 id={`${id}-head`}>{props.title}</h2>
      <p id={`${id}-text`}>{props.words}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('erase_cancel')}
        </button>
        <button type="button" class="button danger" onClick={confirm}>
          {props.confirm}
        </button>
      </div>
    </dialog>
  );
}

import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SafetyState } from '../lib/safety/state';
import { ConfirmDialog } from './ConfirmDialog';
import { showNumber } from './show-amount';
import { useKeptFocus } from './use-kept-focus';

export type SafetyNoticeProps = {
  /** What the background knows of the safety of the data. */
  state: SafetyState;
  /** Why nothing is recorded, in words; null while it is. */
  trouble: string | null;
  busy: boolean;
  /** What the last action came to, in words; "" before any. */
  result: string;
  onRestore(): void;
  onRebuild(): void;
  /** The user has read what was lost, or what went early. */
  onDismiss(what: 'loss' | 'freed'): void;
};

/** What happened to the data, in plain words, with what can be done. Nothing while all is well. */
export function SafetyNotice(props: SafetyNoticeProps) {
  const { state, trouble } = props;
  const { loss, freed } = state;
  // A notice that was dismissed is gone: the keyboard goes on from here.
  const { within, place } = useKeptFocus<HTMLDivElement, HTMLParagraphElement>();
  const isQuiet = !loss && !freed && trouble === null && props.result === '';
  return (
    <div ref={within} class={isQuiet ? 'safety quiet' : 'safety'}>
      {trouble !== null && <Standstill {...props} trouble={trouble} />}
      {loss && <Loss {...props} loss={loss} />}
      {freed && (
        <section role="alert">
          <p>{i18n.t('safety_freed', { day: freed.before })}</p>
          <Dismiss onClick={() => props.onDismiss('freed')} />
        </section>
      )}
      <p ref={place} tabIndex={-1} role="status">
        {props.result}
      </p>
    </div>
  );
}

function Standstill(props: SafetyNoticeProps & { trouble: string }) {
  const [asking, setAsking] = useState(false);
  const { trouble, snapshot } = props.state;
  return (
    <section role="alert">
      <h2>{i18n.t('safety_trouble_title')}</h2>
      <p>{props.trouble}</p>
      {trouble?.kind === 'cannot-open' && (
        <button
          type="button"
          class="button small"
          disabled={props.busy}
          onClick={() => setAsking(true)}
        >
          {i18n.t('safety_rebuild')}
        </button>
      )}
      {asking && (
        <ConfirmDialog
          title={i18n.t('safety_rebuild_title')}
          words={
            snapshot
              ? i18n.t('safety_rebuild_confirm', { day: dayWords(snapshot.taken) })
              : i18n.t('safety_rebuild_confirm_none')
          }
          confirm={i18n.t('safety_rebuild_do')}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            props.onRebuild();
          }}
        />
      )}
    </section>
  );
}

function Loss(props: SafetyNoticeProps & { loss: NonNullable<SafetyState['loss']> }) {
  const { restored, problem } = props.loss;
  const waits = restored === null && problem === 'newer-version';
  return (
    <section role="alert">
      <h2>{i18n.t('safety_loss_title')}</h2>
      {lossWords(props.loss).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <div class="actions">
        {waits && (
          <button
            type="button"
            class="button small"
            disabled={props.busy}
            onClick={props.onRestore}
          >
            {i18n.t('safety_restore')}
          </button>
        )}
        {/* While it waits for another version, the way to restore it must not go. */}
        {!waits && <Dismiss onClick={() => props.onDismiss('loss')} />}
      </div>
    </section>
  );
}

function lossWords({ found, restored, problem }: NonNullable<SafetyState['loss']>): string[] {
  const head = i18n.t('safety_loss_found', { day: dayWords(found) });
  if (restored === null) {
    return [head, whyNothing(problem)];
  }
  const { from, to, days, messages } = restored;
  const back =
    from === null || to === null
      ? i18n.t('safety_loss_notes')
      : i18n.t('safety_loss_restored', { from, to, days, messages: showNumber(messages) });
  const older = problem === null ? [] : [i18n.t('safety_loss_older')];
  return [head, back, ...older, i18n.t('safety_loss_details')];
}

function whyNothing(problem: NonNullable<SafetyState['loss']>['problem']): string {
  if (problem === null) return i18n.t('safety_loss_none');
  return problem === 'newer-version' ? i18n.t('safety_loss_newer') : i18n.t('safety_loss_damaged');
}

function Dismiss(props: { onClick(): void }) {
  return (
    <button type="button" class="button small" onClick={props.onClick}>
      {i18n.t('safety_dismiss')}
    </button>
  );
}

/** The local day of a moment, with its year: what was lost may be long ago. */
export function dayWords(time: number): string {
  const date = new Date(time);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

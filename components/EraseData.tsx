import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EraseRequest } from '../lib/messages/protocol';
import { Segmented } from './Segmented';
import { showDay } from './show-amount';

type What = 'today' | 'range' | 'everything';

/** Erases counts: today, a range of days, or everything. Names what goes before it goes. */
export function EraseData(props: {
  /** "YYYY-MM-DD". */
  today: string;
  /** What the last erasing came to, "" before any. */
  result: string;
  onErase(request: EraseRequest): void;
}) {
  const [what, setWhat] = useState<What>('today');
  const [from, setFrom] = useState(props.today);
  const [to, setTo] = useState(props.today);
  const [asking, setAsking] = useState(false);
  const request = requestFor(what, props.today, from, to);
  return (
    <>
      <Segmented<What>
        name="erase"
        legend={i18n.t('erase_title')}
        value={what}
        choices={[
          { value: 'today', label: i18n.t('erase_today') },
          { value: 'range', label: i18n.t('erase_range') },
          { value: 'everything', label: i18n.t('erase_everything') },
        ]}
        onChange={setWhat}
      />
      {what === 'range' && (
        <div class="range">
          <DayField
            label={i18n.t('erase_from')}
            value={from}
            max={props.today}
            onChange={setFrom}
          />
          <DayField label={i18n.t('erase_to')} value={to} max={props.today} onChange={setTo} />
          {request === null && <p class="note refused">{i18n.t('erase_range_wrong')}</p>}
        </div>
      )}
      <button
        type="button"
        class="button danger"
        disabled={request === null}
        onClick={() => setAsking(true)}
      >
        {i18n.t('erase_button')}
      </button>
      <p role="status">{props.result}</p>
      {asking && request && (
        <Confirm
          words={nameWhatGoes(request)}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            props.onErase(request);
          }}
        />
      )}
    </>
  );
}

function requestFor(what: What, today: string, from: string, to: string): EraseRequest | null {
  if (what === 'everything') return { what };
  if (what === 'today') return { what: 'days', from: today, to: today };
  return from !== '' && to !== '' && from <= to ? { what: 'days', from, to } : null;
}

function nameWhatGoes(request: EraseRequest): string {
  if (request.what !== 'days') return i18n.t('erase_confirm_everything');
  const { from, to } = request;
  if (from === to) return i18n.t('erase_confirm_day', { day: showDay(from) });
  return i18n.t('erase_confirm_days', { from: showDay(from), to: showDay(to) });
}

function DayField(props: {
  label: string;
  value: string;
  max: string;
  onChange(day: string): void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        max={props.max}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function Confirm(props: { words: string; onCancel(): void; onConfirm(): void }) {
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
      <h2 id={`${id}-head`}>{i18n.t('erase_confirm_title')}</h2>
      <p id={`${id}-text`}>{props.words}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {i18n.t('erase_cancel')}
        </button>
        <button type="button" class="button danger" onClick={confirm}>
          {i18n.t('erase_confirm')}
        </button>
      </div>
    </dialog>
  );
}

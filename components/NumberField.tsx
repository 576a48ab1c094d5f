import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useDraft } from './use-draft';

/** A number within bounds. What is out of bounds is said beside the field and not saved. */
export function NumberField(props: {
  label: string;
  unit: string;
  hint?: string;
  /** The label is for screen readers only: a table's heading shows it. */
  bare?: boolean;
  value: number;
  min: number;
  max: number;
  /** 1 for whole numbers. */
  step: number;
  onChange(value: number): void;
}) {
  const id = useId();
  const { min, max, step } = props;
  const [refused, setRefused] = useState(false);
  const draft = useDraft(String(props.value), (text) => {
    const value = numberOf(text, min, max, step);
    setRefused(value === null);
    if (value !== null && value !== props.value) props.onChange(value);
  });
  return (
    <div class={props.bare ? 'bare' : 'field'}>
      <label for={id} class={props.bare ? 'unseen' : undefined}>
        {props.label}
      </label>
      <span class="measure">
        <input
          id={id}
          type="text"
          inputmode={step === 1 ? 'numeric' : 'decimal'}
          autocomplete="off"
          aria-invalid={refused}
          aria-describedby={`${id}-hint`}
          value={draft.text}
          onInput={(event) => draft.onInput(event.currentTarget.value)}
          onBlur={draft.flush}
        />{' '}
        {props.unit}
      </span>
      <p class={refused ? 'note refused' : 'note'} id={`${id}-hint`} aria-live="polite">
        {refused ? i18n.t('options_out_of_bounds', { min, max }) : (props.hint ?? '')}
      </p>
    </div>
  );
}

function numberOf(text: string, min: number, max: number, step: number): number | null {
  // NFKC: Chinese keyboards often give full-width digits.
  const plain = text.normalize('NFKC').trim();
  const value = Number(plain);
  if (plain === '' || !Number.isFinite(value) || value < min || value > max) return null;
  return step === 1 && !Number.isInteger(value) ? null : value;
}

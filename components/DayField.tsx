import { useId } from 'preact/hooks';

/** A day to be typed or picked, with its label above or, `inline`, beside it. Days are "YYYY-MM-DD". */
export function DayField(props: {
  label: string;
  value: string;
  /** The last day that can be picked. */
  max: string;
  /** Id of what says why the day cannot be used; undefined while it can. */
  wrong: string | undefined;
  inline?: boolean;
  onChange(day: string): void;
}) {
  const id = useId();
  return (
    <div class={props.inline ? 'day-field' : 'field'}>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="date"
        max={props.max}
        value={props.value}
        aria-invalid={props.wrong !== undefined}
        aria-describedby={props.wrong}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </div>
  );
}

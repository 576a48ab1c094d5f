/** One of a few values, shown side by side. A radio group, so arrow keys move within it. */
export function Segmented<Value extends string>(props: {
  name: string;
  legend: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
}) {
  return (
    <fieldset class="segmented">
      <legend class="unseen">{props.legend}</legend>
      {props.choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

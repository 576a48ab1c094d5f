import { useId } from 'preact/hooks';
import { useDraft } from './use-draft';

/** A list of short texts, one per line. Blank lines and doubles are dropped on saving. */
export function LinesField(props: {
  label: string;
  hint: string;
  lines: readonly string[];
  onChange(lines: string[]): void;
}) {
  const id = useId();
  const draft = useDraft(props.lines.join('\n'), (text) => props.onChange(linesOf(text)));
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        value={draft.text}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={draft.flush}
      />
      <p class="note" id={`${id}-hint`}>
        {props.hint}
      </p>
    </div>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

/** Longest campaign word that can be typed: nobody passes on a longer one without a slip. */
const LONGEST_WORD = 60;

/** Where the campaign word is typed. `about`: the id of what explains it; `wrong`: it cannot be used as it is. */
export function WordField(props: {
  word: string;
  about?: string;
  wrong?: boolean;
  onWord(word: string): void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{i18n.t('merge_word')}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST_WORD}
        aria-describedby={props.about}
        aria-invalid={props.wrong}
        value={props.word}
        onInput={(event) => props.onWord(event.currentTarget.value)}
      />
    </div>
  );
}

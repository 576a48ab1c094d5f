import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from '../show-amount';
import { WordField } from './WordField';

/** Finds the names that codes stand for, for whoever knows the campaign word and the names. */
export function NameGroups(props: { onName(word: string, names: string[]): Promise<number> }) {
  const id = useId();
  const [word, setWord] = useState('');
  const [names, setNames] = useState('');
  const [found, setFound] = useState<number | null>(null);
  const list = names.split('\n').map((name) => name.trim());
  const wanted = list.filter((name) => name !== '');
  return (
    <details class="merge-names">
      <summary>{i18n.t('merge_name_title')}</summary>
      <p class="note">{i18n.t('merge_name_hint')}</p>
      <WordField word={word} onWord={setWord} />
      <div class="field">
        <label for={`${id}-names`}>{i18n.t('merge_names')}</label>
        <textarea
          id={`${id}-names`}
          rows={4}
          spellcheck={false}
          value={names}
          onInput={(event) => setNames(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={word.trim() === '' || wanted.length === 0}
          onClick={() => void props.onName(word, wanted).then(setFound)}
        >
          {i18n.t('merge_name_do')}
        </button>
        <span role="status" class="note">
          {found !== null && foundWords(found)}
        </span>
      </div>
    </details>
  );
}

function foundWords(found: number): string {
  if (found === 0) return i18n.t('merge_none_named');
  return i18n.t('merge_named', { count: showNumber(found) });
}

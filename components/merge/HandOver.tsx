import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { DayField } from '../DayField';
import { showNumber } from '../show-amount';
import { useKeptFocus } from '../use-kept-focus';
import { WordField } from './WordField';

/** What the file holds, before it is written. */
export type HandOverPreview = { rows: number; days: number; groups: number; lines: string[] };

export type HandOverProps = {
  /** "YYYY-MM-DD". */
  from: string;
  to: string;
  today: string;
  word: string;
  /** What keeps the file from being made. */
  problem: 'word' | 'range' | null;
  busy: boolean;
  preview: HandOverPreview | null;
  result: { ok: boolean; words: string } | null;
  onFrom(day: string): void;
  onTo(day: string): void;
  onWord(word: string): void;
  onPreview(): void;
  onSave(): void;
  onCancel(): void;
};

/** Makes one's own tally file: the period, the campaign word, a preview, then the file. */
export function HandOver(props: HandOverProps) {
  const id = useId();
  // The preview and the button that asks for it take each other's place.
  const { within, place } = useKeptFocus<HTMLElement, HTMLElement>();
  const wrong = props.problem === 'range' ? `${id}-problem` : undefined;
  return (
    <section class="part merge-hand" ref={within} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{i18n.t('merge_hand_title')}</h2>
      <p class="note">{i18n.t('merge_hand_hint')}</p>
      <p class="note">{i18n.t('merge_two_computers')}</p>
      <div class="merge-fields">
        <DayField
          label={i18n.t('merge_from')}
          value={props.from}
          max={props.today}
          wrong={wrong}
          onChange={props.onFrom}
        />
        <DayField
          label={i18n.t('merge_to')}
          value={props.to}
          max={props.today}
          wrong={wrong}
          onChange={props.onTo}
        />
        <WordField
          word={props.word}
          about={`${id}-hint ${id}-problem`}
          wrong={props.problem === 'word'}
          onWord={props.onWord}
        />
      </div>
      <p class="note" id={`${id}-hint`}>
        {i18n.t('merge_word_hint')}
      </p>
      <p class="note refused" id={`${id}-problem`} role="alert">
        {props.problem === 'word' && i18n.t('merge_word_short')}
        {props.problem === 'range' && i18n.t('merge_range_wrong')}
      </p>
      {props.preview ? (
        <Preview {...props} preview={props.preview} place={place} />
      ) : (
        <Ask {...props} place={place} />
      )}
      <p class={props.result?.ok === false ? 'note refused' : 'note'} role="status">
        {props.result?.words}
      </p>
    </section>
  );
}

function Ask(props: HandOverProps & { place: RefObject<HTMLElement | null> }) {
  return (
    <button
      type="button"
      class="button"
      ref={props.place as RefObject<HTMLButtonElement | null>}
      disabled={props.problem !== null}
      // Not disabled while the file is made: that would take the keyboard away.
      aria-disabled={props.busy}
      onClick={() => !props.busy && props.onPreview()}
    >
      {props.busy ? i18n.t('merge_preview_working') : i18n.t('merge_preview')}
    </button>
  );
}

function Preview(props: {
  preview: HandOverPreview;
  place: RefObject<HTMLElement | null>;
  onSave(): void;
  onCancel(): void;
}) {
  const { rows, days, groups, lines } = props.preview;
  const counts = { rows: showNumber(rows), days: showNumber(days), groups: showNumber(groups) };
  return (
    <section
      class="merge-preview"
      ref={props.place}
      tabIndex={-1}
      aria-label={i18n.t('merge_preview_title')}
    >
      <p role="status">
        {rows === 0 ? i18n.t('merge_preview_empty') : i18n.t('merge_preview_count', counts)}
      </p>
      {rows > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <pre tabIndex={0}>{lines.join('\n')}</pre>
      )}
      <div class="actions">
        {rows > 0 && (
          <button type="button" class="button main" onClick={props.onSave}>
            {i18n.t('merge_save')}
          </button>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {i18n.t('merge_cancel_preview')}
        </button>
      </div>
    </section>
  );
}

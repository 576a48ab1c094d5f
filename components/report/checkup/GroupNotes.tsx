import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Disposal, GroupRow } from '../../../lib/tally/rows';
import { Segmented } from '../../Segmented';
import { useDraft } from '../../use-draft';
import { DISPOSALS, disposalWord } from './checkup-words';

/** How the last saving of a group's notes went. */
export type NotesState =
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; reason: string };

export type NotesFields = Pick<GroupRow, 'purpose' | 'owner' | 'unit' | 'note' | 'disposal'>;

/** Longest texts that the tally keeps of a note, in UTF-16 units: a field takes no more, so nothing is cut unseen. */
const LONGEST = 200;
const LONGEST_NOTE = 1_000;

const NOTHING: NotesFields = { purpose: '', owner: '', unit: '', note: '', disposal: null };

/** What the reader notes of a group, saved while typing, and what is to become of it. */
export function GroupNotes(props: {
  notes: NotesFields | null;
  state: NotesState | undefined;
  onChange(fields: Partial<NotesFields>): void;
  onRetry(): void;
}) {
  const { purpose, owner, unit, note, disposal } = props.notes ?? NOTHING;
  const { onChange } = props;
  return (
    <section class="group-notes">
      <h3>{i18n.t('checkup_disposal')}</h3>
      <DisposalChoice disposal={disposal} onChange={onChange} />
      <h3>{i18n.t('checkup_notes')}</h3>
      <NoteField
        label={i18n.t('checkup_purpose')}
        saved={purpose}
        onSave={(text) => onChange({ purpose: text })}
      />
      <NoteField
        label={i18n.t('checkup_owner')}
        saved={owner}
        onSave={(text) => onChange({ owner: text })}
      />
      <NoteField
        label={i18n.t('checkup_unit')}
        saved={unit}
        onSave={(text) => onChange({ unit: text })}
      />
      <NoteField
        label={i18n.t('checkup_note')}
        isLong
        saved={note}
        onSave={(text) => onChange({ note: text })}
      />
      <SavingState state={props.state} onRetry={props.onRetry} />
    </section>
  );
}

type Choice = { value: Disposal | 'none'; label: string };

function DisposalChoice(props: {
  disposal: Disposal | null;
  onChange(fields: Partial<NotesFields>): void;
}) {
  const id = useId();
  const words: Choice[] = [
    { value: 'none', label: disposalWord(null) },
    ...DISPOSALS.map((each): Choice => ({ value: each, label: disposalWord(each) })),
  ];
  return (
    <Segmented<Choice['value']>
      name={id}
      legend={i18n.t('checkup_disposal')}
      value={props.disposal ?? 'none'}
      choices={words}
      onChange={(value) => props.onChange({ disposal: value === 'none' ? null : value })}
    />
  );
}

function NoteField(props: {
  label: string;
  saved: string;
  isLong?: boolean;
  onSave(text: string): void;
}) {
  const id = useId();
  const draft = useDraft(props.saved, props.onSave);
  const field = {
    id,
    value: draft.text,
    spellcheck: false,
    autocomplete: 'off' as const,
    maxLength: props.isLong ? LONGEST_NOTE : LONGEST,
    onBlur: draft.flush,
  };
  return (
    <p class="note-field">
      <label for={id}>{props.label}</label>
      {props.isLong ? (
        <textarea
          {...field}
          rows={3}
          onInput={(event) => draft.onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...field}
          type="text"
          onInput={(event) => draft.onInput(event.currentTarget.value)}
        />
      )}
    </p>
  );
}

function SavingState(props: { state: NotesState | undefined; onRetry(): void }) {
  const { state } = props;
  const isFailed = state?.kind === 'failed';
  return (
    <div class={isFailed ? 'saving failed' : 'saving'}>
      <span aria-live="polite">{stateWords(state)}</span>
      {isFailed && (
        <button type="button" class="button small" onClick={props.onRetry}>
          {i18n.t('checkup_retry')}
        </button>
      )}
    </div>
  );
}

function stateWords(state: NotesState | undefined): string {
  if (state === undefined) return i18n.t('checkup_saves_itself');
  if (state.kind === 'failed') return i18n.t('checkup_not_saved', { reason: state.reason });
  return state.kind === 'saving' ? i18n.t('checkup_saving') : i18n.t('checkup_saved');
}

import { i18n } from '#i18n';
import type { Mode, Settings } from '../lib/default-settings';
import { Segmented } from './Segmented';

type Kinds = Settings['kinds'];

/** Fold, mark or off for each kind of message. */
export function KindModes(props: { kinds: Kinds; onChange(kinds: Kinds): void }) {
  const { kinds, onChange } = props;
  return (
    <div class="kinds">
      <Kind
        name="copy"
        word={i18n.t('options_kind_copy')}
        hint={i18n.t('options_kind_copy_hint')}
        value={kinds.copy}
        modes={['fold', 'mark', 'off']}
        onChange={(copy) => onChange({ ...kinds, copy })}
      />
      <Kind
        name="trace"
        word={i18n.t('options_kind_trace')}
        hint={i18n.t('options_kind_trace_hint')}
        value={kinds.trace}
        modes={['fold', 'mark', 'off']}
        onChange={(trace) => onChange({ ...kinds, trace })}
      />
      <Kind
        name="replies"
        word={i18n.t('options_kind_replies')}
        hint={i18n.t('options_kind_replies_hint')}
        value={kinds.replies}
        modes={['fold', 'mark', 'off']}
        onChange={(replies) => onChange({ ...kinds, replies })}
      />
      <Kind
        name="revision"
        word={i18n.t('options_kind_revision')}
        hint={i18n.t('options_kind_revision_hint')}
        value={kinds.revision}
        modes={['mark', 'off']}
        onChange={(revision) => onChange({ ...kinds, revision })}
      />
    </div>
  );
}

function Kind<M extends Mode>(props: {
  name: string;
  word: string;
  hint: string;
  value: M;
  modes: readonly M[];
  onChange(mode: M): void;
}) {
  const labels: Record<Mode, string> = {
    fold: i18n.t('mode_fold'),
    mark: i18n.t('mode_mark'),
    off: i18n.t('mode_off'),
  };
  return (
    <div class="kind">
      <div>
        <h3>{props.word}</h3>
        <p class="note">{props.hint}</p>
      </div>
      <Segmented
        name={`kind-${props.name}`}
        legend={props.word}
        value={props.value}
        choices={props.modes.map((value) => ({ value, label: labels[value] }))}
        onChange={props.onChange}
      />
    </div>
  );
}

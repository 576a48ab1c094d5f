import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from '../../show-amount';
import { siteWord } from '../../site-word';
import { DISPOSALS, disposalWord, SUSPICIONS, suspicionWord } from './checkup-words';
import type { GroupFilter, GroupLine } from './group-table-model';

type Choice<Value extends string> = { value: Value; label: string };

/** What the table is narrowed down by. The choice of sites shows only where there are several. */
export function GroupFilters(props: {
  lines: readonly GroupLine[];
  filter: GroupFilter;
  onFilter(change: Partial<GroupFilter>): void;
}) {
  const { filter, lines } = props;
  const id = useId();
  const words = useRef<HTMLInputElement>(null);
  const set = props.onFilter;
  const showAll = () => {
    // The button goes with what it did.
    words.current?.focus();
    set({ only: null });
  };
  const sites = [...new Set(lines.map(({ facts }) => facts.site))].sort();
  return (
    <search class="filters">
      <span>
        <label for={id}>{i18n.t('checkup_filter_words')}</label>
        <input
          id={id}
          ref={words}
          type="search"
          autocomplete="off"
          value={filter.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </span>
      <Choose
        label={i18n.t('checkup_column_suspicions')}
        value={filter.suspicion}
        choices={suspicionChoices()}
        onChoose={(suspicion) => set({ suspicion })}
      />
      <Choose
        label={i18n.t('checkup_disposal')}
        value={filter.disposal}
        choices={disposalChoices()}
        onChoose={(disposal) => set({ disposal })}
      />
      {sites.length > 1 && (
        <Choose
          label={i18n.t('export_site')}
          value={filter.site}
          choices={[everything(), ...sites.map((site) => ({ value: site, label: siteWord(site) }))]}
          onChoose={(site) => set({ site })}
        />
      )}
      {filter.only && (
        <span>
          {i18n.t('bulk_only', { count: showNumber(filter.only.size) })}
          <button type="button" class="button small" onClick={showAll}>
            {i18n.t('bulk_only_end')}
          </button>
        </span>
      )}
    </search>
  );
}

function Choose<Value extends string>(props: {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChoose(value: Value): void;
}) {
  const id = useId();
  const choose = (at: number) => {
    const choice = props.choices[at];
    if (choice) props.onChoose(choice.value);
  };
  return (
    <span>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => choose(event.currentTarget.selectedIndex)}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

function everything(): Choice<''> {
  return { value: '', label: i18n.t('checkup_all') };
}

function suspicionChoices(): Choice<GroupFilter['suspicion']>[] {
  return [
    everything(),
    { value: 'any', label: i18n.t('checkup_any_suspicion') },
    { value: 'none', label: i18n.t('checkup_none_suspected') },
    ...SUSPICIONS.map((kind) => ({ value: kind, label: suspicionWord(kind) })),
  ];
}

function disposalChoices(): Choice<GroupFilter['disposal']>[] {
  return [
    everything(),
    { value: 'undecided', label: disposalWord(null) },
    ...DISPOSALS.map((disposal) => ({ value: disposal, label: disposalWord(disposal) })),
  ];
}

import { i18n } from '#i18n';
import type { Category } from '../../lib/export/categories';
import { showNumber } from '../show-amount';

export type GroupChoice = {
  /** `site|chat`. */
  id: string;
  site: string;
  chat: string;
  /** Messages in the period. */
  messages: number;
  chosen: boolean;
};

export type ExportChoiceProps = {
  groups: readonly GroupChoice[];
  categories: readonly { category: Category; chosen: boolean }[];
  onGroup(id: string, chosen: boolean): void;
  onAllGroups(chosen: boolean): void;
  onCategory(category: Category, chosen: boolean): void;
};

/** Which groups and which heads of problems go out. */
export function ExportChoice(props: ExportChoiceProps) {
  return (
    <section class="part" aria-labelledby="export-choice">
      <h2 id="export-choice">{i18n.t('export_page_choice')}</h2>
      <fieldset class="choices">
        <legend>{i18n.t('export_page_categories')}</legend>
        {props.categories.map(({ category, chosen }) => (
          <Check
            key={category}
            label={categoryWord(category)}
            checked={chosen}
            onChange={(now) => props.onCategory(category, now)}
          />
        ))}
      </fieldset>
      <Groups {...props} />
    </section>
  );
}

function Groups(props: ExportChoiceProps) {
  const { groups } = props;
  const chosen = groups.filter((group) => group.chosen).length;
  const counts = { chosen: showNumber(chosen), all: showNumber(groups.length) };
  return (
    <details class="groups">
      <summary>{i18n.t('export_page_groups', counts)}</summary>
      <div class="actions">
        <button type="button" class="button small" onClick={() => props.onAllGroups(true)}>
          {i18n.t('export_page_all_groups')}
        </button>
        <button type="button" class="button small" onClick={() => props.onAllGroups(false)}>
          {i18n.t('export_page_no_group')}
        </button>
      </div>
      <fieldset class="choices columns">
        <legend class="unseen">{i18n.t('export_page_groups', counts)}</legend>
        {groups.map(({ id, chat, messages, chosen: isChosen }) => (
          <Check
            key={id}
            label={chat || i18n.t('unnamed_chat')}
            hint={i18n.t('export_page_messages', { count: showNumber(messages) })}
            checked={isChosen}
            onChange={(now) => props.onGroup(id, now)}
          />
        ))}
      </fieldset>
    </details>
  );
}

/** A box to tick, its words beside it. */
export function Check(props: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="name" dir="auto">
        {props.label}
      </span>
      {props.hint !== undefined && <span class="note">{props.hint}</span>}
    </label>
  );
}

function categoryWord(category: Category): string {
  const words: Record<Category, string> = {
    forced: i18n.t('export_page_forced'),
    traces: i18n.t('export_page_traces'),
    ranking: i18n.t('export_page_ranking'),
    forms: i18n.t('export_page_forms'),
    groups: i18n.t('export_page_surplus'),
  };
  return words[category];
}

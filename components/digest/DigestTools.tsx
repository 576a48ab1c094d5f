import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Segmented } from '../Segmented';
import { showNumber } from '../show-amount';
import type { DigestProps } from './digest-props';

/** The choices above the list, and the search. "/" leads to the search from anywhere. */
export function DigestTools(props: DigestProps) {
  return (
    <div class="tools">
      <Segmented
        name="range"
        legend={i18n.t('digest_range')}
        value={props.range}
        choices={[
          { value: 'today', label: i18n.t('digest_today') },
          { value: 'days3', label: i18n.t('digest_days3') },
          { value: 'days7', label: i18n.t('digest_days7') },
          { value: 'days14', label: i18n.t('digest_days14') },
        ]}
        onChange={props.onRange}
      />
      <PartSwitch {...props} />
      <div class="narrow">
        <Search query={props.query} onQuery={props.onQuery} />
        <Segmented
          name="filter"
          legend={i18n.t('digest_filter')}
          value={props.filter}
          choices={[
            { value: 'open', label: i18n.t('digest_open') },
            { value: 'done', label: i18n.t('digest_done') },
            { value: 'all', label: i18n.t('digest_all') },
          ]}
          onChange={props.onFilter}
        />
      </div>
    </div>
  );
}

function PartSwitch({ view, part, onPart }: DigestProps) {
  const label = (words: string, count: number | undefined) =>
    count === undefined ? words : i18n.t('digest_counted', { words, count: showNumber(count) });
  return (
    <Segmented
      name="part"
      legend={i18n.t('digest_parts')}
      value={part}
      choices={[
        { value: 'notices', label: label(i18n.t('digest_notices'), view?.counts?.notices) },
        { value: 'traces', label: label(i18n.t('digest_traces'), view?.counts?.traces) },
      ]}
      onChange={onPart}
    />
  );
}

function Search(props: { query: string; onQuery(query: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  return (
    <input
      ref={field}
      type="search"
      value={props.query}
      placeholder={i18n.t('digest_search')}
      aria-label={i18n.t('digest_search')}
      maxLength={100}
      onInput={(event) => props.onQuery(event.currentTarget.value)}
    />
  );
}

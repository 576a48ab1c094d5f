import { i18n } from '#i18n';
import type { Change } from '../../lib/detect/types';

const FACTS = {
  date: 'fact_date',
  time: 'fact_time',
  place: 'fact_place',
  number: 'fact_number',
  contact: 'fact_contact',
  title: 'fact_title',
  audience: 'fact_audience',
  file: 'fact_file',
  link: 'fact_link',
  wording: 'fact_wording',
} as const satisfies Record<Change['fact'], string>;

/** How a version differs from the one before it, the deadline first: old words, then new. */
export function Changes(props: { changed: readonly Change[] }) {
  const changed = [...props.changed].sort((one, other) => weight(other) - weight(one));
  if (changed.length === 0) return null;
  return (
    <ul class="changes" aria-label={i18n.t('mark_changed')}>
      {changed.map((change) => (
        <li key={`${change.fact}|${change.from}|${change.to}`}>
          <span class="note">{factWord(change)}</span>
          <Side words={change.from} empty={i18n.t('digest_added')} old />
          <span aria-hidden="true">→</span>
          <Side words={change.to} empty={i18n.t('digest_removed')} />
        </li>
      ))}
    </ul>
  );
}

function Side(props: { words: string; empty: string; old?: boolean }) {
  if (props.words === '') return <span class="note">{props.empty}</span>;
  return props.old ? <bdi class="old">{props.words}</bdi> : <bdi class="new">{props.words}</bdi>;
}

function factWord({ fact, role }: Change): string {
  return role === 'deadline' ? i18n.t('fact_deadline') : i18n.t(FACTS[fact]);
}

function weight({ role, from, to }: Change): number {
  return (role ? 2 : 0) + (from && to ? 1 : 0);
}

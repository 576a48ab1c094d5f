import { i18n } from '#i18n';
import { Unreadable } from '../Unreadable';
import { DigestList } from './DigestList';
import { DigestTools } from './DigestTools';
import type { DigestProps, DigestView } from './digest-props';

/** The digest: every notice of the last days once, and what of it is still to do. */
export function DigestScreen(props: DigestProps) {
  const { view, failure } = props;
  return (
    <main class="digest">
      <header>
        <img src="/icon/icon.svg" alt="" width="20" height="20" />
        <h1>{i18n.t('digest_title')}</h1>
      </header>
      <DigestTools {...props} />
      <p class={props.news?.ok === false ? 'news failed' : 'news'} role="status">
        {props.news?.words}
      </p>
      {failure !== null && <Unreadable reason={failure} />}
      {!view && failure === null && <p class="note">{i18n.t('digest_reading')}</p>}
      {view && <Content {...props} view={view} />}
      <p class="note">{i18n.t('coverage_note')}</p>
    </main>
  );
}

function Content(props: DigestProps & { view: DigestView }) {
  const { sections, waiting } = props.view;
  if (sections.length === 0 && waiting === 0) return <Nothing {...props} />;
  const key = `${props.range}|${props.part}|${props.filter}`;
  return <DigestList key={key} {...props} sections={sections} waiting={waiting} />;
}

function Nothing({ everCounted, query, filter, range }: DigestProps) {
  if (!everCounted) {
    return (
      <section class="empty">
        <h2>{i18n.t('empty_title')}</h2>
        <p>{i18n.t('digest_fresh')}</p>
      </section>
    );
  }
  const words = query.trim()
    ? i18n.t('digest_not_found')
    : filter === 'open'
      ? nothingOpenWords(range)
      : i18n.t('digest_nothing');
  return <p class="empty">{words}</p>;
}

/** A range is of when notices came: what is due in these days may have come before them. */
function nothingOpenWords(range: DigestProps['range']): string {
  return range === 'days14' ? i18n.t('digest_nothing_open') : i18n.t('digest_nothing_open_wider');
}

import { i18n } from '#i18n';
import type { DemandKind } from '../lib/detect/types';
import { DEMAND_KINDS, demandWord } from './demand-words';
import { showNumber } from './show-amount';

export type CountsView = {
  messages: number;
  notices: number;
  copies: number;
  replies: number;
  folded: number;
  demands: Partial<Record<DemandKind, number>>;
};

/** The raw counts of the period: what the figures are made of. */
export function Counts(props: { counts: CountsView }) {
  const { counts } = props;
  const asked = Object.values(counts.demands).reduce((sum, count) => sum + count, 0);
  const cells = [
    { word: i18n.t('count_messages'), count: counts.messages },
    { word: i18n.t('count_notices'), count: counts.notices },
    { word: i18n.t('count_copies'), count: counts.copies },
    { word: i18n.t('count_replies'), count: counts.replies },
    { word: i18n.t('count_demands'), count: asked },
    { word: i18n.t('count_folded'), count: counts.folded },
  ];
  return (
    <section class="counts" aria-label={i18n.t('counts_title')}>
      <dl>
        {cells.map(({ word, count }) => (
          <div key={word}>
            <dt class="note">{word}</dt>
            <dd class="number">{showNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Demands by kind, the kinds that occurred only. */
export function DemandCounts(props: { demands: CountsView['demands'] }) {
  const rows = DEMAND_KINDS.map((kind) => ({ kind, count: props.demands[kind] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  return (
    <section class="block">
      <h2>{i18n.t('demands_title')}</h2>
      {rows.length === 0 ? (
        <p class="note">{i18n.t('demands_none')}</p>
      ) : (
        <ul class="pairs">
          {rows.map(({ kind, count }) => (
            <li key={kind}>
              <span>{demandWord(kind)}</span>
              <span class="number">{showNumber(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { i18n } from '#i18n';
import type { DemandKind } from '../../lib/detect/types';
import { DEMAND_KINDS, demandWord } from '../demand-words';

const WORK: ReadonlySet<DemandKind> = new Set(['form', 'meeting', 'inspection']);

/** What is asked for: work tasks first, then traces, told apart by more than colour. */
export function DemandTags(props: { demands: readonly DemandKind[] }) {
  const demands = [...props.demands].sort(
    (one, other) => rank(one) - rank(other) || orderOf(one) - orderOf(other),
  );
  if (demands.length === 0) return null;
  return (
    <ul class="tags" aria-label={i18n.t('count_demands')}>
      {demands.map((kind) => (
        <li key={kind} class={`tag ${sortOf(kind)}`}>
          {demandWord(kind)}
        </li>
      ))}
    </ul>
  );
}

function sortOf(kind: DemandKind): 'work' | 'trace' | 'ranking' {
  if (WORK.has(kind)) return 'work';
  return kind === 'ranking' ? 'ranking' : 'trace';
}

function rank(kind: DemandKind): number {
  return ['work', 'trace', 'ranking'].indexOf(sortOf(kind));
}

function orderOf(kind: DemandKind): number {
  return DEMAND_KINDS.indexOf(kind);
}

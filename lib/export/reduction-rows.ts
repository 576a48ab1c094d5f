import { reductionOf } from '../tally/reduction.ts';
import type { Cell } from './csv.ts';
import { toOnePlace } from './sheet.ts';
import type { LedgerGroup } from './sheet-source.ts';

const ITEMS = { dissolve: '拟解散的群', merge: '拟整合的群', rate: '预计压减率（%）' } as const;

const HOW =
  '（拟解散 + 拟整合）÷ 群总数，如全部落实；拟整合的按并入其他群、各减 1 个计，几个群合成一个新群的，应少计 1 个';

/**
 * What would become of the groups if every disposal were carried out, as rows of the summary. It stands as it is now:
 * there is no period before.
 */
export function reductionRows(groups: readonly Pick<LedgerGroup, 'disposal'>[]): Cell[][] {
  const { dissolve, merge, rate, undecided } = reductionOf(groups.map(({ disposal }) => disposal));
  const decided = `按“工作群组台账”的拟处置，共 ${groups.length} 个群，其中未定 ${undecided} 个`;
  return [
    [ITEMS.dissolve, dissolve, null, null, null, decided],
    [ITEMS.merge, merge, null, null, null, decided],
    [ITEMS.rate, rate === null ? null : toOnePlace(100 * rate), null, null, null, HOW],
  ];
}

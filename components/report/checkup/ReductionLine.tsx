import { i18n } from '#i18n';
import type { Reduction } from '../../../lib/tally/reduction';
import { showNumber, showShare } from '../../show-amount';

/** How many groups would go if every disposal were carried out, and how that is counted. */
export function ReductionLine({ reduction }: { reduction: Reduction }) {
  const { groups, merge, dissolve, fewer, rate } = reduction;
  const words =
    fewer === 0 || rate === null
      ? i18n.t('bulk_no_reduction', { groups: showNumber(groups) })
      : i18n.t('bulk_reduction', {
          groups: showNumber(groups),
          dissolve: showNumber(dissolve),
          merge: showNumber(merge),
          fewer: showNumber(fewer),
          rate: showShare(rate),
        });
  return (
    <div class="reduction">
      <p>{words}</p>
      <p class="note">{i18n.t('bulk_reduction_how')}</p>
    </div>
  );
}

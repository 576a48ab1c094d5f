import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DayRange } from '../../lib/tally/periods';
import { DayField } from '../DayField';

/** First and last day. Only a range that makes sense is told; what does not is said and changes nothing. */
export function DayRangeFields(props: {
  legend: string;
  range: DayRange;
  /** The last day that can be chosen. */
  today: string;
  /** True for days that make a range. */
  isRange(range: DayRange): boolean;
  onChange(range: DayRange): void;
}) {
  const { range, today } = props;
  const [draft, setDraft] = useState(range);
  // At once: a later setting would take back what is being typed.
  useLayoutEffect(() => setDraft(range), [range.from, range.to]);
  const isSensible = (next: DayRange) => props.isRange(next) && next.to <= today;
  const change = (part: Partial<DayRange>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (isSensible(next)) props.onChange(next);
  };
  const isWrong = !isSensible(draft);
  const id = useId();
  return (
    <fieldset class="days">
      <legend>{props.legend}</legend>
      <DayField
        inline
        label={i18n.t('overview_from')}
        value={draft.from}
        max={today}
        wrong={isWrong ? id : undefined}
        onChange={(from) => change({ from })}
      />
      <DayField
        inline
        label={i18n.t('overview_to')}
        value={draft.to}
        max={today}
        wrong={isWrong ? id : undefined}
        onChange={(to) => change({ to })}
      />
      <p id={id} class="note refused" role="status">
        {isWrong ? i18n.t('overview_range_wrong') : ''}
      </p>
    </fieldset>
  );
}

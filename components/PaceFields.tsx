import { i18n } from '#i18n';
import type { PaceName, Settings } from '../lib/default-settings';
import { basisWords } from './Formula';
import { NumberField } from './NumberField';
import { showExact } from './show-amount';

/** Printed default of a figure; `source` is "assumption" or names one. */
export type PaceDefault = { value: number; source: string };

type Field = { name: PaceName; label: string; unit: string; min: number; max: number };

/** How fast the reader reads, with the defaults and where they come from. */
export function PaceFields(props: {
  own: Settings['pace'];
  defaults: Record<PaceName, PaceDefault>;
  onChange(own: Settings['pace']): void;
}) {
  const { own, defaults, onChange } = props;
  const set = (name: PaceName, value: number) => {
    const { [name]: _, ...others } = own;
    onChange(value === defaults[name].value ? others : { ...others, [name]: value });
  };
  return (
    <>
      <div class="fields">
        {fields().map(({ name, ...field }) => (
          <NumberField
            key={name}
            {...field}
            hint={i18n.t('days_pace_default', {
              value: showExact(defaults[name].value),
              basis: basisWords(defaults[name].source),
            })}
            value={own[name] ?? defaults[name].value}
            step={0.1}
            onChange={(value) => set(name, value)}
          />
        ))}
      </div>
      <button
        type="button"
        class="button"
        disabled={Object.keys(own).length === 0}
        onClick={() => onChange({})}
      >
        {i18n.t('days_pace_reset')}
      </button>
    </>
  );
}

/** Bounds: from spelling out to skimming; what takes ten minutes is no glance. */
function fields(): Field[] {
  const seconds = { unit: i18n.t('days_unit_seconds'), min: 0, max: 600 };
  return [
    {
      name: 'charactersPerMinute',
      label: i18n.t('days_pace_reading'),
      unit: i18n.t('days_unit_characters_a_minute'),
      min: 30,
      max: 2000,
    },
    { name: 'secondsPerAttachment', label: i18n.t('days_pace_attachment'), ...seconds },
    { name: 'secondsPerReply', label: i18n.t('days_pace_reply'), ...seconds },
  ];
}

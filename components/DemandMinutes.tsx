import { i18n } from '#i18n';
import type { Settings } from '../lib/default-settings';
import type { DemandKind } from '../lib/detect/types';
import { DEMAND_KINDS, demandWord } from './demand-words';
import { basisWords } from './Formula';
import { NumberField } from './NumberField';
import { showMinutes } from './show-amount';

/** Printed default of a kind; `source` is "assumption" or names one. */
export type DemandDefault = { minutes: number; source: string };

/** Longest a single demand may be taken to cost: a working day. */
const MOST_MINUTES = 480;

/** Minutes a demand of each kind is taken to cost, with the defaults and where they come from. */
export function DemandMinutes(props: {
  own: Settings['demandMinutes'];
  defaults: Record<DemandKind, DemandDefault>;
  onChange(own: Settings['demandMinutes']): void;
}) {
  const { own, defaults, onChange } = props;
  const set = (kind: DemandKind, minutes: number) => {
    const { [kind]: _, ...others } = own;
    onChange(minutes === defaults[kind].minutes ? others : { ...others, [kind]: minutes });
  };
  return (
    <>
      <table class="demands">
        <thead>
          <tr>
            <th scope="col">{i18n.t('options_demand')}</th>
            <th scope="col">{i18n.t('options_demand_minutes')}</th>
            <th scope="col">{i18n.t('options_demand_default')}</th>
          </tr>
        </thead>
        <tbody>
          {DEMAND_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{demandWord(kind)}</th>
              <td>
                <NumberField
                  bare
                  label={demandWord(kind)}
                  unit={i18n.t('unit_minutes')}
                  value={own[kind] ?? defaults[kind].minutes}
                  min={0}
                  max={MOST_MINUTES}
                  step={0.1}
                  onChange={(minutes) => set(kind, minutes)}
                />
              </td>
              <td>
                {showMinutes(defaults[kind].minutes)}
                <br />
                <span class="note">{basisWords(defaults[kind].source)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="button"
        disabled={Object.keys(own).length === 0}
        onClick={() => onChange({})}
      >
        {i18n.t('options_demand_reset')}
      </button>
    </>
  );
}

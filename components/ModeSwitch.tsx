import { i18n } from '#i18n';
import type { Mode } from '../lib/default-settings';
import { Segmented } from './Segmented';

/** Fold, mark only, or off: the master switch. */
export function ModeSwitch(props: { mode: Mode; onChange(mode: Mode): void }) {
  return (
    <Segmented
      name="mode"
      legend={i18n.t('mode_title')}
      value={props.mode}
      choices={[
        { value: 'fold', label: i18n.t('mode_fold') },
        { value: 'mark', label: i18n.t('mode_mark') },
        { value: 'off', label: i18n.t('mode_off') },
      ]}
      onChange={props.onChange}
    />
  );
}

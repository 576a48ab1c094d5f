import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OptionsProps } from '../../components/OptionsScreen';
import type { Settings } from '../default-settings';
import type { EraseRequest } from '../messages/protocol';
import { call } from '../messages/send';
import { dayOf } from '../tally/local-day';
import { storageUsed } from '../tally/query';
import { DEFAULT_MINUTES } from '../tally/score';
import { failureWords } from './failure-words';
import { forgetUnsaved } from './unsaved-notes';
import { useBackup } from './use-backup';
import { useLive } from './use-live';
import { useSettings } from './use-settings';

/** Everything that the settings page shows and does. */
export function useOptions(loaded: Settings): OptionsProps {
  const { settings, saved, change } = useSettings(loaded);
  const [eraseResult, setEraseResult] = useState('');
  const storage = useLive(() => storageUsed(), []);
  const { busy, result, exportBackup, importBackup } = useBackup();
  const erase = (request: EraseRequest) => {
    if (request.what === 'everything') forgetUnsaved();
    call('erase', request).then(
      () => setEraseResult(i18n.t('erase_done')),
      (error: unknown) => setEraseResult(i18n.t('erase_failed', { reason: failureWords(error) })),
    );
  };
  return {
    ...{ settings, saved, eraseResult, busy, result },
    demandDefaults: DEFAULT_MINUTES,
    today: dayOf(Date.now()),
    storageBytes: storage.value?.bytes ?? null,
    onChange: change,
    onErase: erase,
    onExportBackup: exportBackup,
    onImportBackup: importBackup,
  };
}

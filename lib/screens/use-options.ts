import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OptionsProps } from '../../components/OptionsScreen';
import type { Settings } from '../default-settings';
import type { EraseRequest } from '../messages/protocol';
import { call } from '../messages/send';
import { knownChats } from '../tally/known-chats';
import { DEFAULT_MINUTES, DEFAULT_PACE } from '../tally/score';
import { failureWords } from './failure-words';
import { forgetUnsaved } from './unsaved-notes';
import { useBackup } from './use-backup';
import { useLive } from './use-live';
import { useSafety } from './use-safety';
import { useSettings } from './use-settings';
import { useStorageBytes } from './use-storage-bytes';
import { useStorageSafety } from './use-storage-safety';
import { useToday } from './use-today';

/** Everything that the settings page shows and does. */
export function useOptions(loaded: Settings): OptionsProps {
  const { settings, saved, change } = useSettings(loaded);
  const today = useToday(settings.dayStartHour);
  const [eraseResult, setEraseResult] = useState('');
  /** Rises with each erasing. */
  const [erased, setErased] = useState(0);
  const chats = useLive(() => knownChats(), []);
  const safety = useSafety();
  const { busy, result, exportBackup, importBackup } = useBackup();
  // Counted again after what makes much of a difference, not for every message that comes in.
  const storageBytes = useStorageBytes([erased, result]);
  const storageSafety = useStorageSafety(safety.state, [erased, result]);
  const erase = (request: EraseRequest) => {
    if (request.what === 'everything') forgetUnsaved();
    call('erase', request).then(
      () => {
        setEraseResult(i18n.t('erase_done'));
        setErased((times) => times + 1);
      },
      (error: unknown) => setEraseResult(i18n.t('erase_failed', { reason: failureWords(error) })),
    );
  };
  return {
    ...{ settings, saved, eraseResult, busy, result, safety, storageSafety, storageBytes },
    chats: chats.value ?? [],
    demandDefaults: DEFAULT_MINUTES,
    paceDefaults: DEFAULT_PACE,
    today,
    onChange: change,
    onErase: erase,
    onExportBackup: exportBackup,
    onImportBackup: importBackup,
  };
}

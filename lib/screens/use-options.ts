import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OptionsProps } from '../../components/OptionsScreen';
import type { Settings } from '../default-settings';
import type { EraseRequest } from '../messages/protocol';
import { call } from '../messages/send';
import { knownChats } from '../tally/known-chats';
import { DEFAULT_MINUTES, DEFAULT_PACE } from '../tally/score';
import { failureWords } from './failure-words';
import { forgetUnsaved, forgetUnsavedOf } from './unsaved-notes';
import { useAddedHosts } from './use-added-hosts';
import { useBackup } from './use-backup';
import { useLive } from './use-live';
import { usePicked } from './use-picked';
import { useSafety } from './use-safety';
import { useSettings } from './use-settings';
import { useStorageBytes } from './use-storage-bytes';
import { useStorageSafety } from './use-storage-safety';
import { useToday } from './use-today';
import { useWordPacks } from './use-word-packs';

/** Everything that the settings page shows and does. */
export function useOptions(loaded: Settings): OptionsProps {
  const { settings, saved, change } = useSettings(loaded);
  const today = useToday(settings.dayStartHour);
  const { erased, ...erasing } = useErasing();
  const chats = useLive(() => knownChats(), []);
  const safety = useSafety();
  const hosts = useAddedHosts();
  const wordPacks = useWordPacks(settings, change);
  const picked = usePicked();
  const { busy, result, exportBackup, importBackup } = useBackup();
  // Counted again after what makes much of a difference, not for every message that comes in.
  const storageBytes = useStorageBytes([erased, result]);
  const storageSafety = useStorageSafety(safety.state, [erased, result]);
  return {
    ...erasing,
    ...{ settings, saved, busy, result, safety, hosts, picked, wordPacks },
    ...{ storageSafety, storageBytes },
    chats: chats.value ?? [],
    demandDefaults: DEFAULT_MINUTES,
    paceDefaults: DEFAULT_PACE,
    today,
    onChange: change,
    onExportBackup: exportBackup,
    onImportBackup: importBackup,
  };
}

/** Erasing, one thing after the other. `erased` rises with each that is done. */
function useErasing() {
  const [state, setState] = useState({ eraseResult: '', erasing: false, erased: 0 });
  const end = (eraseResult: string, more: number) => {
    setState(({ erased }) => ({ eraseResult, erasing: false, erased: erased + more }));
  };
  const onErase = (request: EraseRequest) => {
    if (request.what === 'everything') forgetUnsaved();
    if (request.what === 'chat') forgetUnsavedOf(request);
    setState((before) => ({ ...before, eraseResult: i18n.t('erase_working'), erasing: true }));
    call('erase', request).then(
      () => end(i18n.t('erase_done'), 1),
      (error: unknown) => end(i18n.t('erase_failed', { reason: failureWords(error) }), 0),
    );
  };
  return { ...state, onErase };
}

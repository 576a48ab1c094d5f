import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Period, PeriodView, PopupProps } from '../../components/PopupScreen';
import type { Settings } from '../default-settings';
import { dayOf } from '../tally/local-day';
import { firstDay } from '../tally/query';
import { failureWords } from './failure-words';
import { useFirstNumbers } from './page-marks';
import { daysOf, periodView } from './period-view';
import { tallyWords } from './tally-words';
import { useBackup } from './use-backup';
import { useDigestOpener } from './use-digest-opener';
import { useLive } from './use-live';
import { usePause } from './use-pause';
import { useSafety } from './use-safety';
import { useSettings } from './use-settings';
import { useStorageBytes } from './use-storage-bytes';
import { useTabHealth } from './use-tab-health';
import { useTallyExport } from './use-tally-export';
import { useToday } from './use-today';

/** Firefox closes a popup as soon as it opens a file dialog, so there a backup is chosen in the settings. */
const CHOOSES_FILES = !import.meta.env.FIREFOX;

/** The period that the popup opens with. */
const FIRST_PERIOD: Period = 'today';

/** What the popup opens with, to be read before it is drawn: drawn once, it has its figures a seventh sooner. */
export function firstView(settings: Settings): Promise<PeriodView> {
  return periodView(FIRST_PERIOD, dayOf(Date.now(), settings.dayStartHour), settings);
}

/** Everything that the popup shows and does. `known`: its first view, where it was there in time. */
export function usePopup(loaded: Settings, known?: PeriodView): PopupProps {
  const { settings, change } = useSettings(loaded);
  const [period, setPeriod] = useState(FIRST_PERIOD);
  const { demandMinutes, pace, mode, welcomed, pausedUntil, dayStartHour } = settings;
  const today = useToday(dayStartHour);
  const view = useLive(
    () => periodView(period, today, settings),
    [period, today, demandMinutes, pace],
    known,
  );
  useFirstNumbers(view.value !== undefined);
  const first = useLive(() => firstDay(), []);
  const storageBytes = useStorageBytes([]);
  const health = useTabHealth();
  const { now, chatPaused, pause, resume } = usePause(settings, health, change);
  const safety = useSafety();
  const backup = useBackup();
  const tally = useTallyExport(
    { ...daysOf(period, today), words: tallyWords(), own: settings },
    backup.fail,
  );
  return {
    view: view.value,
    ...{ period, today, now, mode, welcomed, pausedUntil, chatPaused, health, tally, safety },
    storageBytes,
    failure: view.error === null ? null : failureWords(view.error),
    everCounted: first.value !== null,
    busy: backup.busy,
    result: backup.result,
    onPeriod: setPeriod,
    onMode: (chosen) => change({ mode: chosen }),
    onPause: pause,
    onResume: resume,
    onSaveTally: () => backup.run(async () => i18n.t('data_exported', { name: tally.save() })),
    onExportBackup: backup.exportBackup,
    onImportBackup: CHOOSES_FILES ? backup.importBackup : null,
    onOpenDigest: useDigestOpener(),
    onOpenOptions: () => void browser.runtime.openOptionsPage(),
    onOpenReport: (part) =>
      void browser.tabs.create({ url: browser.runtime.getURL(`/report.html#${part}`) }),
    onOpenWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
  };
}

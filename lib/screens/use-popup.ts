import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Period, PopupProps } from '../../components/PopupScreen';
import type { Settings } from '../default-settings';
import { daySumsIn, openAsItIs } from '../tally/first-reading';
import { dayOf } from '../tally/local-day';
import type { Day } from '../tally/rows';
import { failureWords } from './failure-words';
import { useFirstNumbers } from './page-marks';
import { daysOf, daysRead, type PeriodSums, periodView } from './period-view';
import { useBackup } from './use-backup';
import { useDigestOpener } from './use-digest-opener';
import { useLiveLater } from './use-live-later';
import { useMissingAccess } from './use-missing-access';
import { usePause } from './use-pause';
import { usePointOut } from './use-point-out';
import { useSafety } from './use-safety';
import { useSettings } from './use-settings';
import { useSiteReport } from './use-site-report';
import { useStorageBytes } from './use-storage-bytes';
import { useTabHealth } from './use-tab-health';
import { useTallyExport } from './use-tally-export';
import { useToday } from './use-today';

/** Firefox closes a popup as soon as it opens a file dialog, so there a backup is chosen in the settings. */
const CHOOSES_FILES = !import.meta.env.FIREFOX;

/** The period that the popup opens with. */
const FIRST_PERIOD: Period = 'today';

/**
 * The sums that the popup opens with, to be read before it is drawn; undefined where there are none to be had like this.
 * The database is opened beside the settings, so that the first figures wait for one of the two only.
 */
export async function firstSums(settings: Promise<Settings>): Promise<PeriodSums | undefined> {
  const opening = openAsItIs();
  const { dayStartHour } = await settings;
  const today = dayOf(Date.now(), dayStartHour);
  const db = await opening;
  if (db === null) return undefined;
  try {
    const sums = await daySumsIn(db, daysRead(FIRST_PERIOD, today));
    return { period: FIRST_PERIOD, today, ...sums };
  } finally {
    db.close();
  }
}

/** Everything that the popup shows and does. `known`: its first sums, where they were there in time. */
export function usePopup(loaded: Settings, known?: PeriodSums): PopupProps {
  const { settings, saved, change } = useSettings(loaded);
  const [period, setPeriod] = useState(FIRST_PERIOD);
  const { demandMinutes, pace, mode, office, welcomed, pausedUntil, dayStartHour } = settings;
  const today = useToday(dayStartHour);
  const sums = useLiveLater<PeriodSums>(
    (tally, tell, first) => tally.watchPeriod({ period, today }, tell, first),
    [period, today],
    known,
  );
  const view = useMemo(
    () => sums.value && periodView(sums.value, { demandMinutes, pace }),
    [sums.value, demandMinutes, pace],
  );
  useFirstNumbers(view !== undefined);
  const first = useLiveLater<Day | null>((tally, tell) => tally.watchFirstDay(tell), []);
  const storageBytes = useStorageBytes([]);
  const health = useTabHealth();
  const { now, chatPaused, pause, resume } = usePause(settings, health, change);
  const pointOut = usePointOut(health);
  const siteReport = useSiteReport(health, pointOut?.onPoint);
  const safety = useSafety();
  const backup = useBackup();
  const tally = useTallyExport({ ...daysOf(period, today), own: settings }, backup.fail);
  return {
    view,
    ...{
      period,
      today,
      now,
      mode,
      office,
      missingAccess: useMissingAccess(),
      welcomed,
      pausedUntil,
      chatPaused,
      health,
      siteReport,
      pointOut,
      tally,
      safety,
    },
    storageBytes,
    failure: sums.error === null ? null : failureWords(sums.error),
    saveFailed: saved === 'failed',
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

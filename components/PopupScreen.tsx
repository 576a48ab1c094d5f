import { i18n } from '#i18n';
import type { Mode, OfficeSettings } from '../lib/default-settings';
import type { Health } from '../lib/messages/protocol';
import { BurdenFigure } from './BurdenFigure';
import { type ChatCost, CostlyChats } from './CostlyChats';
import { Counts, type CountsView, DemandCounts } from './Counts';
import { type ActionResult, DataActions } from './DataActions';
import { EmptyTally } from './EmptyTally';
import { ExportPreview } from './ExportPreview';
import { Formula, type FormulaView } from './Formula';
import { MissingAccess, type MissingAccessProps } from './MissingAccess';
import { ModeSwitch } from './ModeSwitch';
import { OfficeMode } from './OfficeSettings';
import type { PauseChoice } from './PauseControl';
import type { PointOutProps } from './PointOut';
import { PopupSwitches } from './PopupSwitches';
import { ReportLinks } from './ReportLinks';
import type { ReportPart } from './report/ReportFrame';
import { SafetyNotice, type SafetyNoticeProps } from './SafetyNotice';
import { Segmented } from './Segmented';
import type { SiteReportProps } from './SiteReport';
import { Trend, type TrendDay } from './Trend';
import { Unreadable } from './Unreadable';

export type Period = 'today' | 'week' | 'month';

/** What is told of a period as a whole. */
export type PeriodFigures = {
  minutes: number;
  score: number;
  savedMinutes: number;
  /** Share of messages that came outside working hours, 0 to 1; null where there were none. */
  offHoursShare: number | null;
  /** Days of the period whose sums came back from a copy and are not counted on: lower bounds. */
  restoredDays: number;
  importedDays: number;
  counts: CountsView;
  formula: FormulaView;
};

/** Everything that the popup says of one period. */
export type PeriodView = PeriodFigures & { chats: ChatCost[]; days: TrendDay[] };

/** The file to be written as cells; `preview` is null while nobody asked for it. */
export type TallyPreview = {
  preview: (string | number | null)[][] | null;
  withNames: boolean;
  open(): void;
  close(): void;
  setWithNames(withNames: boolean): void;
};

export type PopupProps = {
  /** Undefined until the first reading of the tally. */
  view: PeriodView | undefined;
  /** Why the tally cannot be read, in words; null while it can. */
  failure: string | null;
  /** The last change of a setting could not be saved: the one before holds. */
  saveFailed: boolean;
  /** False until anything at all has been counted in this browser. */
  everCounted: boolean;
  /** The first-run page was answered; until then nothing is read. */
  welcomed: boolean;
  period: Period;
  /** "YYYY-MM-DD". */
  today: string;
  /** Unix ms. */
  now: number;
  mode: Mode;
  office: OfficeSettings;
  /** Null where every chat page may be read. */
  missingAccess: MissingAccessProps | null;
  pausedUntil: number;
  chatPaused: boolean;
  health: Health | null | undefined;
  /** What can be done where the page of the tab is not understood. */
  siteReport: SiteReportProps;
  storageBytes: number | null;
  /** Null where the tab shows a page that needs no pointing out, or none at all. */
  pointOut: PointOutProps | null;
  safety: SafetyNoticeProps;
  /** The tally file with its preview. */
  tally: TallyPreview;
  busy: boolean;
  result: ActionResult;
  onPeriod(period: Period): void;
  onMode(mode: Mode): void;
  onPause(choice: PauseChoice): void;
  onResume(): void;
  onSaveTally(): void;
  onExportBackup(): void;
  /** Null where this page cannot choose a file: the button then leads to the settings. */
  onImportBackup: ((file: File) => void) | null;
  onOpenDigest(): void;
  onOpenOptions(): void;
  onOpenReport(part: ReportPart): void;
  onOpenWelcome(): void;
};

/** The popup: the reader's own burden in three seconds, the switches, and the ways out. */
export function PopupScreen(props: PopupProps) {
  const { view } = props;
  const isEmpty = view !== undefined && view.counts.messages === 0;
  return (
    <main class="popup">
      <header>
        <img src="/icon/icon.svg" alt="" width="24" height="24" />
        <h1>{i18n.t('extension_name')}</h1>
        <ModeSwitch mode={props.mode} onChange={props.onMode} />
      </header>
      <OfficeMode office={props.office} />
      {props.missingAccess && <MissingAccess {...props.missingAccess} />}
      {props.saveFailed && <SaveFailed />}
      <PeriodSwitch period={props.period} onPeriod={props.onPeriod} />
      <SafetyNotice {...props.safety} />
      <div class="summary" aria-busy={view === undefined && props.failure === null}>
        {props.failure !== null && props.safety.trouble === null && (
          <Unreadable reason={props.failure} />
        )}
        {view && isEmpty && <EmptyTally everCounted={props.everCounted} />}
        {view && !isEmpty && <Summary view={view} today={props.today} />}
      </div>
      <button type="button" class="button" onClick={props.onOpenDigest}>
        {i18n.t('digest_button')}
      </button>
      <PopupSwitches {...props} />
      {view && !isEmpty && <Details view={view} />}
      {/* With the figures or what keeps them away, not before: what comes between would push it down. */}
      {(view || props.failure !== null) && <WaysOut {...props} />}
    </main>
  );
}

function SaveFailed() {
  return (
    <div class="safety">
      <section role="alert">
        <p>{i18n.t('options_save_failed')}</p>
      </section>
    </div>
  );
}

function PeriodSwitch(props: { period: Period; onPeriod(period: Period): void }) {
  return (
    <Segmented
      name="period"
      legend={i18n.t('period_title')}
      value={props.period}
      choices={[
        { value: 'today', label: i18n.t('period_today') },
        { value: 'week', label: i18n.t('period_week') },
        { value: 'month', label: i18n.t('period_month') },
      ]}
      onChange={props.onPeriod}
    />
  );
}

function WaysOut(props: PopupProps) {
  const { tally } = props;
  return (
    <>
      {tally.preview && (
        <ExportPreview
          rows={tally.preview}
          withNames={tally.withNames}
          onNames={tally.setWithNames}
          onSave={props.onSaveTally}
          onCancel={tally.close}
        />
      )}
      <ReportLinks onOpen={props.onOpenReport} />
      <DataActions {...props} onExportCsv={tally.open} />
    </>
  );
}

function Summary(props: { view: PeriodView; today: string }) {
  const { view } = props;
  return (
    <>
      <BurdenFigure
        minutes={view.minutes}
        score={view.score}
        savedMinutes={view.savedMinutes}
        offHoursShare={view.offHoursShare}
        restoredDays={view.restoredDays}
        importedDays={view.importedDays}
      />
      <Counts counts={view.counts} />
      <Trend days={view.days} today={props.today} />
    </>
  );
}

function Details(props: { view: PeriodView }) {
  return (
    <>
      <Formula formula={props.view.formula} />
      <DemandCounts demands={props.view.counts.demands} />
      <CostlyChats chats={props.view.chats} />
    </>
  );
}

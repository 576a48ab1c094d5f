import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { PaceName, Settings, SettingsChange } from '../lib/default-settings';
import type { DemandKind } from '../lib/detect/types';
import type { EraseRequest } from '../lib/messages/protocol';
import { AddedHosts, type AddedHostsProps } from './AddedHosts';
import { type ActionResult, DataActions } from './DataActions';
import { type DemandDefault, DemandMinutes } from './DemandMinutes';
import { EraseData, type KnownChat } from './EraseData';
import { KindModes } from './KindModes';
import { LinesField } from './LinesField';
import { ModeSwitch } from './ModeSwitch';
import { NumberField } from './NumberField';
import { OfficeMode, OfficeSettings } from './OfficeSettings';
import { type PaceDefault, PaceFields } from './PaceFields';
import { PickedSites, type PickedSitesProps } from './PickedSites';
import { SafetyNotice, type SafetyNoticeProps } from './SafetyNotice';
import { StorageSafety, type StorageSafetyProps } from './StorageSafety';
import { showClock } from './show-amount';
import { WordPacks, type WordPacksProps } from './WordPacks';

export type OptionsProps = {
  settings: Settings;
  demandDefaults: Record<DemandKind, DemandDefault>;
  paceDefaults: Record<PaceName, PaceDefault>;
  /** "YYYY-MM-DD". */
  today: string;
  /** Unix ms of the last saving, null before any; "failed" when the last one failed. */
  saved: number | 'failed' | null;
  eraseResult: string;
  erasing: boolean;
  storageBytes: number | null;
  safety: SafetyNoticeProps;
  hosts: AddedHostsProps;
  storageSafety: StorageSafetyProps;
  wordPacks: WordPacksProps;
  picked: PickedSitesProps;
  /** Every chat of which something is kept. */
  chats: readonly KnownChat[];
  busy: boolean;
  /** What the last export or import of a backup came to. */
  result: ActionResult;
  onExportBackup(): void;
  onImportBackup(file: File): void;
  onChange(change: SettingsChange): void;
  onErase(request: EraseRequest): void;
};

/** Every setting; each is saved as soon as it is changed. */
export function OptionsScreen(props: OptionsProps) {
  const { settings, onChange } = props;
  return (
    <main class="page options">
      <header>
        <img src="/icon/icon.svg" alt="" width="40" height="40" />
        <h1>{i18n.t('options_title')}</h1>
        <p class={props.saved === 'failed' ? 'saved failed' : 'saved'} role="status">
          {savedWords(props.saved)}
        </p>
      </header>
      <SafetyNotice {...props.safety} />
      <OfficeSettings office={settings.office} />
      <Part title={i18n.t('options_modes')} hint={i18n.t('options_modes_hint')}>
        <ModeSwitch mode={settings.mode} onChange={(mode) => onChange({ mode })} />
        <OfficeMode office={settings.office} />
        <KindModes kinds={settings.kinds} onChange={(kinds) => onChange({ kinds })} />
      </Part>
      <NeverFold settings={settings} onChange={onChange} />
      <Part title={i18n.t('pack_title')} hint={i18n.t('pack_hint')}>
        <WordPacks {...props.wordPacks} />
      </Part>
      <Keeping settings={settings} onChange={onChange} />
      <Part title={i18n.t('hosts_title')} hint={i18n.t('hosts_hint')}>
        <AddedHosts {...props.hosts} />
      </Part>
      <Part title={i18n.t('options_burden')} hint={i18n.t('options_burden_hint')}>
        <DemandMinutes
          own={settings.demandMinutes}
          defaults={props.demandDefaults}
          onChange={(demandMinutes) => onChange({ demandMinutes })}
        />
      </Part>
      <Part title={i18n.t('days_pace')} hint={i18n.t('days_pace_hint')}>
        <PaceFields
          own={settings.pace}
          defaults={props.paceDefaults}
          onChange={(pace) => onChange({ pace })}
        />
      </Part>
      <Part title={i18n.t('data_title')} hint={i18n.t('options_data_hint')}>
        <DataActions {...props} />
        <StorageSafety {...props.storageSafety} />
      </Part>
      <Part title={i18n.t('picked_title')} hint={i18n.t('picked_hint')}>
        <PickedSites {...props.picked} />
      </Part>
      <Part title={i18n.t('erase_title')} hint={i18n.t('erase_hint')}>
        <EraseData
          today={props.today}
          chats={props.chats}
          result={props.eraseResult}
          busy={props.erasing}
          onErase={props.onErase}
        />
      </Part>
    </main>
  );
}

type PartProps = { settings: Settings; onChange(change: SettingsChange): void };

function NeverFold({ settings, onChange }: PartProps) {
  const { neverFold } = settings;
  return (
    <Part title={i18n.t('options_never')} hint={i18n.t('options_never_hint')}>
      <div class="fields">
        <LinesField
          label={i18n.t('options_never_chats')}
          hint={i18n.t('options_never_chats_hint')}
          lines={neverFold.chats}
          onChange={(chats) => onChange({ neverFold: { ...neverFold, chats } })}
        />
        <LinesField
          label={i18n.t('options_never_senders')}
          hint={i18n.t('options_never_senders_hint')}
          lines={neverFold.senders}
          onChange={(senders) => onChange({ neverFold: { ...neverFold, senders } })}
        />
        <LinesField
          label={i18n.t('options_never_keywords')}
          hint={i18n.t('options_never_keywords_hint')}
          lines={neverFold.keywords}
          onChange={(keywords) => onChange({ neverFold: { ...neverFold, keywords } })}
        />
        <LinesField
          label={i18n.t('options_names')}
          hint={i18n.t('options_names_hint')}
          lines={settings.myNames}
          onChange={(myNames) => onChange({ myNames })}
        />
        <LinesField
          label={i18n.t('options_paused')}
          hint={i18n.t('options_paused_hint')}
          lines={settings.pausedChats}
          onChange={(pausedChats) => onChange({ pausedChats })}
        />
      </div>
    </Part>
  );
}

function Keeping({ settings, onChange }: PartProps) {
  return (
    <Part title={i18n.t('options_keeping')} hint={i18n.t('options_keeping_hint')}>
      <div class="fields">
        <NumberField
          label={i18n.t('options_window')}
          hint={i18n.t('options_window_hint')}
          unit={i18n.t('unit_days')}
          value={settings.windowDays}
          min={1}
          max={90}
          step={1}
          onChange={(windowDays) => onChange({ windowDays })}
        />
        <NumberField
          label={i18n.t('options_retention')}
          hint={i18n.t('options_retention_hint')}
          unit={i18n.t('unit_days')}
          value={settings.retentionDays}
          min={1}
          max={3650}
          step={1}
          onChange={(retentionDays) => onChange({ retentionDays })}
        />
        <NumberField
          label={i18n.t('options_excerpt')}
          hint={i18n.t('options_excerpt_hint')}
          unit={i18n.t('unit_characters')}
          value={settings.excerptLength}
          min={0}
          max={200}
          step={1}
          onChange={(excerptLength) => onChange({ excerptLength })}
        />
        <NumberField
          label={i18n.t('days_start')}
          hint={i18n.t('days_start_hint')}
          unit={i18n.t('days_start_unit')}
          value={settings.dayStartHour}
          min={0}
          max={6}
          step={1}
          onChange={(dayStartHour) => onChange({ dayStartHour })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={settings.badge}
            onChange={(event) => onChange({ badge: event.currentTarget.checked })}
          />
          {i18n.t('options_badge')}
        </label>
      </div>
    </Part>
  );
}

function Part(props: { title: string; hint: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h2>{props.title}</h2>
      <p class="note">{props.hint}</p>
      {props.children}
    </section>
  );
}

function savedWords(saved: OptionsProps['saved']): string {
  if (saved === 'failed') return i18n.t('options_save_failed');
  return saved === null ? '' : i18n.t('options_saved', { time: showClock(saved) });
}

import type { TargetedEvent } from 'preact';
import { i18n } from '#i18n';
import { showBytes } from './show-amount';

/** What the last export or import came to, in words. */
export type ActionResult = { ok: boolean; words: string } | null;

/** Storage used, the ways out (a file) and the way in (a backup). */
export function DataActions(props: {
  /** Bytes; null while unknown. */
  storageBytes: number | null;
  busy: boolean;
  result: ActionResult;
  /** Absent on pages that show no period. */
  onExportCsv?: () => void;
  onExportBackup(): void;
  /** Null where this page cannot choose a file: the button then leads to the settings. */
  onImportBackup: ((file: File) => void) | null;
  onOpenOptions?: () => void;
}) {
  return (
    <section class="block" aria-label={i18n.t('data_title')}>
      <div class="actions">
        {props.onExportCsv && (
          <ActionButton word={i18n.t('data_csv')} busy={props.busy} onClick={props.onExportCsv} />
        )}
        <ActionButton
          word={i18n.t('data_backup')}
          busy={props.busy}
          onClick={props.onExportBackup}
        />
        {props.onImportBackup ? (
          <ImportButton busy={props.busy} onImport={props.onImportBackup} />
        ) : (
          <ActionButton
            word={i18n.t('data_import')}
            busy={props.busy}
            onClick={() => props.onOpenOptions?.()}
          />
        )}
      </div>
      <p class={props.result?.ok === false ? 'result failed' : 'result'} role="status">
        {props.result?.words ?? i18n.t('data_backup_note')}
      </p>
      <p class="foot note">
        <span>
          {props.storageBytes === null
            ? i18n.t('data_storage_unknown')
            : i18n.t('data_storage', { size: showBytes(props.storageBytes) })}
        </span>
        {props.onOpenOptions && (
          <button type="button" class="link" onClick={props.onOpenOptions}>
            {i18n.t('menu_options')}
          </button>
        )}
      </p>
    </section>
  );
}

function ActionButton(props: { word: string; busy: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      class="button small"
      // Not disabled: that would take the keyboard away from who has just used it.
      aria-disabled={props.busy}
      onClick={() => !props.busy && props.onClick()}
    >
      {props.word}
    </button>
  );
}

function ImportButton(props: { busy: boolean; onImport(file: File): void }) {
  const pick = (event: TargetedEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    // Emptied so that picking the same file again is a change again.
    event.currentTarget.value = '';
    if (file) props.onImport(file);
  };
  return (
    <label class={props.busy ? 'button small waiting' : 'button small'}>
      <input type="file" accept="application/json,.json" disabled={props.busy} onChange={pick} />
      {i18n.t('data_import')}
    </label>
  );
}

import { i18n } from '#i18n';
import type { ExportFormat } from '../../lib/screens/export-formats';
import type { ActionResult } from '../DataActions';

export type ExportActionsProps = {
  formats: readonly ExportFormat[];
  /** False while there is nothing to write. */
  ready: boolean;
  busy: boolean;
  result: ActionResult;
  onSave(format: ExportFormat): void;
  onPrint(): void;
};

/** The ways out: a file in one of several formats, or paper. */
export function ExportActions(props: ExportActionsProps) {
  const isOff = !props.ready || props.busy;
  return (
    <div class="ways-out">
      <div class="actions">
        {props.formats.map((format, at) => (
          <button
            key={format}
            type="button"
            class={at === 0 ? 'button main' : 'button'}
            disabled={isOff}
            onClick={() => props.onSave(format)}
          >
            {formatWord(format)}
          </button>
        ))}
        <button type="button" class="button" disabled={isOff} onClick={props.onPrint}>
          {i18n.t('export_page_print')}
        </button>
      </div>
      <p class={props.result?.ok === false ? 'result failed' : 'result'} role="status">
        {props.result?.words}
      </p>
    </div>
  );
}

function formatWord(format: ExportFormat): string {
  const words: Record<ExportFormat, string> = {
    xlsx: i18n.t('export_page_xlsx'),
    csv: i18n.t('export_page_csv'),
    json: i18n.t('export_page_json'),
    png: i18n.t('export_page_png'),
  };
  return words[format];
}

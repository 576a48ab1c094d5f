import { i18n } from '#i18n';
import type { Redaction } from '../../lib/export/redaction';
import type { Sheet } from '../../lib/export/sheet';
import { showClock } from '../show-amount';
import { ExportActions, type ExportActionsProps } from './ExportActions';
import { ExportChoice, type ExportChoiceProps } from './ExportChoice';
import { ExportPeriod, type ExportPeriodProps } from './ExportPeriod';
import { ExportRedaction } from './ExportRedaction';
import { SheetPreview } from './SheetPreview';
import './export.css';
import './export-print.css';

export type ExportProps = ExportChoiceProps &
  Omit<ExportActionsProps, 'ready'> & {
    period: ExportPeriodProps;
    redaction: Redaction;
    /** Undefined while there is nothing to show. */
    sheets: readonly Sheet[] | undefined;
    card: { url: string; text: string } | null;
    /** What is shown is of an earlier choice and cannot be written yet. */
    reading: boolean;
    /** Nothing has been counted up to the end of the period. */
    empty: boolean;
    /** Why the tally cannot be read, in words; null while it can. */
    failure: string | null;
    /** Days that the sheets are of, "YYYY-MM-DD": the chosen ones only when they have been read. */
    readDays: { from: string; to: string } | null;
    /** Unix ms; null before anything was read. */
    readAt: number | null;
    onRedaction(change: Partial<Redaction>): void;
    onReload(): void;
    /** Writes one sheet, by its place, as CSV. */
    onSaveSheet(at: number): void;
  };

/** The hand-over for a supervisor: choose, see exactly what goes out, write it. */
export function ExportScreen(props: ExportProps) {
  return (
    <div class="export">
      <p class="lead screen-only">{i18n.t('export_page_lead')}</p>
      <div class="settings screen-only">
        <ExportPeriod {...props.period} />
        <ExportRedaction redaction={props.redaction} onRedaction={props.onRedaction} />
        <ExportChoice {...props} />
      </div>
      <section class="part preview-part" aria-labelledby="export-preview" aria-busy={props.reading}>
        <div class="preview-head screen-only">
          <h2 id="export-preview">{i18n.t('export_page_preview')}</h2>
          <Reading {...props} />
        </div>
        <div class="screen-only">
          <ExportActions {...props} ready={props.sheets !== undefined && !props.reading} />
        </div>
        {props.readDays && (
          <p class="print-only">{i18n.t('export_page_printed', props.readDays)}</p>
        )}
        {props.empty && <p>{i18n.t('export_page_empty')}</p>}
        {props.sheets?.map((sheet, at) => (
          <SheetPreview
            key={sheet.name}
            sheet={sheet}
            busy={props.busy || props.reading}
            onSave={() => props.onSaveSheet(at)}
          />
        ))}
        {props.card && (
          <figure class="card screen-only">
            <figcaption>{i18n.t('export_page_card')}</figcaption>
            <img src={props.card.url} alt={props.card.text} width="540" height="540" />
          </figure>
        )}
      </section>
    </div>
  );
}

function Reading(props: ExportProps) {
  if (props.failure !== null) {
    return (
      <p class="note refused" role="alert">
        {i18n.t('unreadable_title')}
        {i18n.t('clause_separator')}
        {props.failure}
      </p>
    );
  }
  return (
    <>
      <p class="note" role="status">
        {props.reading && i18n.t('export_page_reading')}
        {!props.reading &&
          props.readAt !== null &&
          i18n.t('export_page_read_at', { time: showClock(props.readAt) })}
      </p>
      <button type="button" class="button small" disabled={props.reading} onClick={props.onReload}>
        {i18n.t('export_page_reload')}
      </button>
    </>
  );
}

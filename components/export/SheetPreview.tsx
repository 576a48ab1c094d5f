import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Sheet } from '../../lib/export/sheet';
import { showNumber } from '../show-amount';
import { SheetNotes, SheetTable } from './SheetTable';
import './sheet-preview.css';

/** Rows that are seen before the reader asks for all; the style sheet counts by the same figure. */
const FIRST_ROWS = 8;

export type SheetPreviewProps = { sheet: Sheet; busy: boolean; onSave(): void };

/** A sheet as it is written. All of it is in the page, since all of it is printed; the screen shows the first rows. */
export function SheetPreview(props: SheetPreviewProps) {
  const { sheet } = props;
  const [isWhole, setWhole] = useState(false);
  return (
    <div class={isWhole ? 'sheet-part whole' : 'sheet-part'}>
      <SheetHead {...props} isWhole={isWhole} onWhole={setWhole} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section class="sheet-scroll" tabIndex={0} aria-label={sheet.name}>
        <SheetTable sheet={sheet} />
      </section>
      <SheetNotes notes={sheet.notes} />
    </div>
  );
}

function SheetHead(
  props: SheetPreviewProps & { isWhole: boolean; onWhole(isWhole: boolean): void },
) {
  const { sheet, isWhole } = props;
  const count = sheet.rows.length;
  const isLong = count > FIRST_ROWS;
  const shown = { count: showNumber(count), first: showNumber(FIRST_ROWS) };
  return (
    <div class="sheet-head">
      <h3>{sheet.name}</h3>
      <span class="note screen-only">
        {isLong && !isWhole
          ? i18n.t('export_page_first_rows', shown)
          : i18n.t('export_page_rows', shown)}
      </span>
      <span class="actions screen-only">
        {isLong && (
          <button
            type="button"
            class="button small"
            aria-expanded={isWhole}
            onClick={() => props.onWhole(!isWhole)}
          >
            {isWhole ? i18n.t('export_page_fewer') : i18n.t('export_page_all_rows')}
          </button>
        )}
        <button type="button" class="button small" disabled={props.busy} onClick={props.onSave}>
          {i18n.t('export_page_save_sheet', { name: sheet.name })}
        </button>
      </span>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Column, Sheet } from '../../lib/export/sheet';
import { showNumber } from '../show-amount';
import './sheet-preview.css';

/** Rows that are seen before the reader asks for all; the style sheet counts by the same figure. */
const FIRST_ROWS = 8;

type Cell = string | number | null;

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
      <ul class="note sheet-notes">
        {sheet.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
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

function SheetTable({ sheet }: { sheet: Sheet }) {
  const { columns, rows } = sheet;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table class="sheet-table" style={{ '--sheet-width': `${total * 7}px` }}>
      <colgroup>
        {columns.map(({ head, width }) => (
          <col key={head} style={{ width: `${(100 * width) / total}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head, type }) => (
            <th key={head} scope="col" class={isFigure(type) ? 'right' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(({ head, type }, column) => (
              <td key={head} class={classOf(type)} dir="auto">
                {written(row[column] ?? null, type)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(type: Column['type']): string | undefined {
  if (type === 'date') return 'number day';
  return isFigure(type) ? 'right number' : undefined;
}

function isFigure(type: Column['type']): boolean {
  return type === 'whole' || type === 'decimal' || type === 'percent';
}

/** As a spreadsheet shows it. */
function written(cell: Cell, type: Column['type']): string {
  if (cell === null) return '';
  if (type === 'percent' && typeof cell === 'number') return `${(cell * 100).toFixed(1)}%`;
  return String(cell);
}

import { i18n } from '#i18n';
import type { Sheet } from '../../lib/export/sheet';
import { SheetNotes, SheetTable } from '../export/SheetTable';
import '../export/sheet-preview.css';
import '../export/export-print.css';

/** What of a ledger goes on paper: the sheets of its workbook. */
export type LedgerPaperProps = { sheets: readonly Sheet[]; from: string; to: string };

/** The ledger as it is printed, in place of the tables for the screen, which show the first groups only. */
export function LedgerPaper({ sheets, from, to }: LedgerPaperProps) {
  return (
    <div class="merge-paper">
      <p>{i18n.t('export_page_printed', { from, to })}</p>
      {sheets.map((sheet) => (
        <div key={sheet.name} class="sheet-part whole">
          <h2 class="sheet-head">{sheet.name}</h2>
          <SheetTable sheet={sheet} />
          <SheetNotes notes={sheet.notes} />
        </div>
      ))}
    </div>
  );
}

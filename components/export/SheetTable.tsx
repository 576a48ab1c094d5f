import type { Column, Sheet } from '../../lib/export/sheet';

type Cell = string | number | null;

/** The rows of a sheet as a table, in columns as wide as those of the workbook. */
export function SheetTable({ sheet }: { sheet: Sheet }) {
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
  if (type === 'date') return 'number sheet-day';
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

/** What stands below the rows. */
export function SheetNotes({ notes }: { notes: readonly string[] }) {
  return (
    <ul class="note sheet-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

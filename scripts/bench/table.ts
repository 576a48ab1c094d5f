/** A table: the first row holds the heads. */
export type Table = readonly (readonly string[])[];

/** The table for a terminal: the first column to the left, figures to the right. */
export function plainTable(table: Table): string {
  const widths = columnWidths(table);
  return table
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same for a page of the documentation. */
export function markdownTable([heads = [], ...rows]: Table): string {
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function columnWidths(table: Table): number[] {
  const columns = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) =>
    Math.max(...table.map((row) => row[at]?.length ?? 0)),
  );
}

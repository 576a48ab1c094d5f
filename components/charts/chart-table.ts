/** The figures of a chart in words, the first cell of each row its name. */
export type ChartRows = { head: readonly string[]; rows: readonly (readonly string[])[] };

/** Puts cells on the clipboard; settles false where the browser refuses. */
export type CopyCells = (cells: readonly (readonly string[])[]) => Promise<boolean>;

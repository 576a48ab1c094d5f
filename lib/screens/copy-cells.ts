import { tsvOf } from '../export/tsv';

/** Puts a table on the clipboard, for a spreadsheet. False where the browser refuses. */
export async function copyCells(cells: readonly (readonly string[])[]): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(tsvOf(cells));
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

import { i18n } from '#i18n';
import { type Cell, csvOf } from '../export/csv';
import { type TallyRequest, tallyTable } from '../export/model';
import { dayRows } from '../tally/query';
import type { Day, DayRow } from '../tally/rows';

export type TallyFileRequest = Omit<TallyRequest, 'rows'> & {
  /** False: every chat is written as a number, good within this file only. */
  withNames: boolean;
};

/** The cells of a tally file. */
export async function tallyCells(request: TallyFileRequest): Promise<Cell[][]> {
  const rows = await dayRows(request.from, request.to);
  return tallyTable({ ...request, rows: request.withNames ? rows : numbered(rows) });
}

/** A tally file and its name. */
export function tallyFile(cells: Cell[][], from: Day, to: Day): { name: string; content: Blob } {
  const period = from === to ? from : `${from}_${to}`;
  const content = new Blob([csvOf(cells)], { type: 'text/csv;charset=utf-8' });
  return { name: `fingerlight-${period}.csv`, content };
}

/** The same rows with a number for each chat's name. */
export function numbered(rows: readonly DayRow[]): DayRow[] {
  const names = [...new Set(rows.map(({ site, chat }) => `${site}|${chat}`))].sort();
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  return rows.map((row) => ({
    ...row,
    chat: i18n.t('export_chat_code', { number: numbers.get(`${row.site}|${row.chat}`) ?? 0 }),
  }));
}

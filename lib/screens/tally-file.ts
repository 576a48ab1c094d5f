import { i18n } from '#i18n';
import { type Cell, csvOf } from '../export/csv';
import { type TallyRequest, tallyTable } from '../export/model';
import { silentDays } from '../tally/coverage';
import { dayRows, firstDay, restoredDays } from '../tally/query';
import type { Day, DayRow } from '../tally/rows';
import { tallyWords } from './tally-words';

export type TallyFileRequest = Omit<TallyRequest, 'rows' | 'limits' | 'words'> & {
  /** False: every chat is written as a number, good within this file only. */
  withNames: boolean;
};

/** The cells of a tally file, in the reader's language. */
export async function tallyCells(request: TallyFileRequest): Promise<Cell[][]> {
  const { from, to, withNames } = request;
  const [rows, first, restored] = await Promise.all([
    dayRows(from, to),
    firstDay(),
    restoredDays(from, to),
  ]);
  // The period ends with today.
  const silent = silentDays({ from, to }, rows, { firstDay: first, today: to });
  const limits = [
    first !== null && from < first && i18n.t('coverage_since', { day: first }),
    restored.length > 0 && i18n.t('coverage_restored_days', { count: restored.length }),
    silent > 0 && i18n.t('coverage_silent_days', { count: silent }),
  ].filter((limit) => limit !== false);
  const shown = withNames ? rows : numbered(rows);
  return tallyTable({ ...request, limits, rows: shown, words: tallyWords() });
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

import { i18n } from '#i18n';
import { demandWord } from '../../components/demand-words';
import { siteWord } from '../../components/site-word';
import type { DemandKind } from '../detect/types';
import type { Cell } from '../export/csv';
import {
  type LedgerColumn,
  type LedgerLine,
  plainCell,
  type Section,
} from '../export/ledger-lines';
import type { LedgerSheetName, LedgerWords } from '../export/ledger-sheets';
import type { Ledger } from '../tally/merged-ledger';
import { FORMULA_VERSION } from '../tally/score';
import { ledgerWarnings } from './ledger-warnings';

/** The words of a merged ledger's files in the reader's language. */
export function ledgerWords(ledger: Ledger): LedgerWords {
  const heads = columnWords();
  return {
    column: (column) => heads[column],
    cell,
    sheet: sheetWord,
    notes: (name) => notesOf(name, ledger),
    total: { item: i18n.t('workbook_item'), figure: i18n.t('workbook_figure') },
    hour: { item: i18n.t('merge_hour'), times: i18n.t('count_messages') },
  };
}

function sheetWord(name: LedgerSheetName): string {
  const words: Record<LedgerSheetName, string> = {
    total: i18n.t('merge_ledger_title'),
    demand: i18n.t('merge_by_demand'),
    group: i18n.t('merge_by_group'),
    hour: i18n.t('merge_by_hour'),
  };
  return words[name];
}

/** What the page says beside the figures stands below them in the file too. */
function notesOf(name: LedgerSheetName, ledger: Ledger): string[] {
  const notes: Record<LedgerSheetName, () => string[]> = {
    total: () => [...ledgerWarnings(ledger), i18n.t('merge_basis', { version: FORMULA_VERSION })],
    demand: () => [i18n.t('merge_by_demand_hint')],
    group: () => [i18n.t('workbook_groups_note')],
    hour: () => [i18n.t('merge_by_hour_hint')],
  };
  return notes[name]();
}

/** What stands in a cell. */
function cell(column: LedgerColumn, line: LedgerLine): Cell {
  if (column === 'section') return sectionWord(line.section);
  if (column === 'site') return siteWord(line.site);
  if (column !== 'item') return plainCell(column, line);
  if (line.section === 'demand') return demandWord(line.item as DemandKind);
  return line.item === 'all' ? i18n.t('merge_all') : line.item;
}

function sectionWord(section: Section): string {
  const words: Record<Section, string> = {
    total: i18n.t('merge_section_total'),
    demand: i18n.t('merge_section_demand'),
    group: i18n.t('merge_section_group'),
    single: i18n.t('merge_section_single'),
    hour: i18n.t('merge_section_hour'),
  };
  return words[section];
}

function columnWords(): Record<LedgerColumn, string> {
  return {
    section: i18n.t('merge_column_section'),
    item: i18n.t('merge_column_item'),
    site: i18n.t('export_site'),
    people: i18n.t('merge_people'),
    groups: i18n.t('merge_groups'),
    days: i18n.t('merge_days'),
    from: i18n.t('merge_first'),
    to: i18n.t('merge_last'),
    times: i18n.t('merge_times'),
    minutes: i18n.t('export_minutes'),
    messages: i18n.t('count_messages'),
    own: i18n.t('export_own'),
    late: i18n.t('merge_column_late'),
    offHours: i18n.t('export_off_hours'),
    notices: i18n.t('count_notices'),
    revisions: i18n.t('export_revisions'),
    copies: i18n.t('count_copies'),
    copyChars: i18n.t('export_copy_characters'),
    copyMedia: i18n.t('export_copy_media'),
    replies: i18n.t('count_replies'),
    keep: i18n.t('merge_column_keep'),
    merge: i18n.t('merge_column_merge'),
    dissolve: i18n.t('merge_column_dissolve'),
    regulate: i18n.t('merge_column_regulate'),
  };
}

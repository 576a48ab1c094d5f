import { i18n } from '#i18n';
import { demandWord } from '../../components/demand-words';
import type { DemandKind } from '../detect/types';
import type { Cell } from '../export/csv';
import {
  type LedgerColumn,
  type LedgerLine,
  ledgerCsv,
  ledgerJson,
  ledgerLines,
  plainCell,
  type Section,
} from '../export/ledger-lines';
import type { Ledger } from '../tally/merged-ledger';
import { ledgerWarnings } from './ledger-warnings';

/** The ledger as a file, and the file's name. Heads in the reader's language; JSON is for programs. */
export function ledgerFile(
  ledger: Ledger,
  format: 'csv' | 'json',
): { name: string; content: Blob } {
  const { from, to } = ledger.totals;
  const name = `fingerlight-ledger-${from ?? ''}_${to ?? ''}.${format}`;
  const lines = ledgerLines(ledger);
  if (format === 'json') {
    return { name, content: new Blob([ledgerJson(lines, ledger)], { type: 'application/json' }) };
  }
  const heads = columnWords();
  const words = { column: (column: LedgerColumn) => heads[column], cell };
  const csv = ledgerCsv(lines, words, ledgerWarnings(ledger));
  return { name, content: new Blob([csv], { type: 'text/csv;charset=utf-8' }) };
}

function cell(column: LedgerColumn, line: LedgerLine): Cell {
  if (column === 'section') return sectionWord(line.section);
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

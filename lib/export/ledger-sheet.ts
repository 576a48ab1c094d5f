import { cleanText } from './clean-text.ts';
import { coverageNotes } from './coverage-notes.ts';
import type { Cell } from './csv.ts';
import type { Redactor } from './redaction.ts';
import type { Column, Sheet } from './sheet.ts';
import type { LedgerGroup, SheetSource } from './sheet-source.ts';
import {
  DISPOSAL_WORDS,
  FORM_WORDS,
  LEDGER_HEADS,
  NOTES,
  SHEET_NAMES,
  siteWord,
} from './sheet-words.ts';

const COLUMNS: readonly Column[] = [
  { head: LEDGER_HEADS.number, type: 'whole', width: 7 },
  { head: LEDGER_HEADS.group, type: 'text', width: 22 },
  { head: LEDGER_HEADS.site, type: 'text', width: 8 },
  { head: LEDGER_HEADS.purpose, type: 'text', width: 20 },
  { head: LEDGER_HEADS.owner, type: 'text', width: 14 },
  { head: LEDGER_HEADS.unit, type: 'text', width: 14 },
  { head: LEDGER_HEADS.first, type: 'date', width: 13 },
  { head: LEDGER_HEADS.last, type: 'date', width: 13 },
  { head: LEDGER_HEADS.messages, type: 'whole', width: 8 },
  { head: LEDGER_HEADS.notices, type: 'whole', width: 8 },
  { head: LEDGER_HEADS.copies, type: 'whole', width: 8 },
  { head: LEDGER_HEADS.traces, type: 'whole', width: 8 },
  { head: LEDGER_HEADS.suspicions, type: 'text', width: 24 },
  { head: LEDGER_HEADS.disposal, type: 'text', width: 8 },
  { head: LEDGER_HEADS.remark, type: 'text', width: 24 },
];

/** 工作群组台账: one line per group of the tally, also those that were silent in the period. */
export function ledgerSheet(source: SheetSource, redactor: Redactor): Sheet {
  return {
    name: SHEET_NAMES.ledger,
    columns: COLUMNS,
    rows: source.groups.map((group, index) => cellsOf(group, index + 1, redactor)),
    notes: [NOTES.ledger, NOTES.traces, ...coverageNotes(source)],
  };
}

function cellsOf(group: LedgerGroup, number: number, redactor: Redactor): Cell[] {
  return [
    number,
    redactor.group(group),
    cleanText(siteWord(group.site)),
    redactor.ownWords(group.purpose),
    redactor.person(group.owner),
    redactor.ownWords(group.unit),
    group.firstDay,
    group.lastDay,
    group.messages,
    group.notices,
    group.copies,
    group.traces,
    group.suspicions.map((suspicion) => FORM_WORDS[suspicion]).join('、'),
    group.disposal ? DISPOSAL_WORDS[group.disposal] : null,
    redactor.ownWords(group.note),
  ];
}

import { leadSheet } from './lead-sheet.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import { type Redaction, redactorOf } from './redaction.ts';
import type { Sheet } from './sheet.ts';
import { chosenOnly, type SheetChoice, type SheetSource } from './sheet-source.ts';
import { NOTES } from './sheet-words.ts';
import { summarySheet } from './summary-sheet.ts';

/** The three sheets of the hand-over, as every format writes them. What is redacted is not in them any more. */
export function sheetsOf(
  source: SheetSource,
  choice: SheetChoice,
  redaction: Redaction,
): [summary: Sheet, leads: Sheet, ledger: Sheet] {
  const chosen = chosenOnly(source, choice);
  // All groups, not the chosen ones: a code must not change with the choice, and no name may slip out in a text.
  const redactor = redactorOf(source.groups, redaction);
  return [
    summarySheet(chosen, source.groups.length),
    withNamesNote(leadSheet(chosen, choice, redactor), redaction),
    withNamesNote(ledgerSheet(chosen, redactor), redaction),
  ];
}

function withNamesNote(sheet: Sheet, { names }: Redaction): Sheet {
  if (names === 'keep') return sheet;
  return { ...sheet, notes: [...sheet.notes, names === 'code' ? NOTES.codes : NOTES.first] };
}

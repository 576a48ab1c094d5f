import { ledgerLines, plainCell } from '../../lib/export/ledger-lines';
import { ledgerSheets } from '../../lib/export/ledger-sheets';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf, NOTHING_MERGED } from '../../lib/import/merge';
import { makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const town = makeTown({ seed: 5, groups: 24, days: 20, messages: 2_000, lastDay: TODAY });

/** The ledger of so many people. */
export async function mergedLedger(people: number) {
  const tallies = await Promise.all(
    Array.from({ length: people }, (_, person) =>
      personOf(town, person, { word: '减负行动', groups: 9 }),
    ),
  );
  return ledgerOf(tallies.map(mergedOf).reduce(merge, NOTHING_MERGED));
}

/** The sheets of a ledger, with the names of the columns for heads. */
export function plainSheets(lines: ReturnType<typeof ledgerLines>) {
  return ledgerSheets(lines, {
    ...{ column: (column) => column, cell: plainCell },
    ...{ sheet: (name) => name, notes: (name) => [`note of ${name}`] },
    ...{ total: { item: 'item', figure: 'figure' }, hour: { item: 'hour', times: 'messages' } },
  });
}

export async function mergedSheets(people: number) {
  return plainSheets(ledgerLines(await mergedLedger(people)));
}

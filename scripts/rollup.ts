// npm run rollup -- <folder or pattern> … [--out ledger.csv | ledger.json] [--parquet folder] [--memory 2GB]
// The ledger of any number of tally files: as CSV on the standard output, or in a file. See docs/rollup.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ledgerCsv, ledgerJson, plainCell } from '../lib/export/ledger-lines.ts';
import { unknownYears } from '../lib/tally/working-days.ts';
import { type RollUp, rollUp } from './rollup/roll-up.ts';

const WHY: Record<RollUp['broken'][number]['problem'], string> = {
  empty: 'nothing in it',
  packed: 'packed (zip, XLSX, gzip): unpack it, or ask for the .json',
  'other-encoding': 'saved in another encoding than UTF-8: ask for the file as it was',
  'not-json': 'cut: not the whole file',
  'not-ours': 'not a tally of this program',
  backup: 'a backup, with names and texts: ask for the tally instead, and delete this',
  export: 'another file of this program (sheets or a ledger), not a tally',
  'newer-version': 'written by a newer version',
  'too-large': 'larger than any tally',
  damaged: 'changed or incomplete',
  'wrong-figure': 'changed: figures that cannot be',
  'wrong-day': 'changed: days that cannot be, or outside its period',
  twice: 'changed: something in it twice, or out of order',
  unreadable: 'cannot be read from the disk',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    parquet: { type: 'string' },
    memory: { type: 'string' },
  },
});

if (positionals.length === 0) {
  console.error('usage: npm run rollup -- <folder or pattern> … [--out file] [--parquet folder]');
  process.exitCode = 2;
} else {
  const { out, ...rest } = values;
  const result = await rollUp({
    names: positionals,
    ...rest,
    progress: (done, all) => console.error(`${done} of ${all} files`),
  });
  report(result);
  const text = textOf(result, out);
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

function report({ files, broken, head, lines }: RollUp): void {
  for (const { file, problem } of broken)
    console.error(`left out: ${plainName(file)} (${WHY[problem]})`);
  console.error(`${files - broken.length} of ${files} files, ${head.contributors} contributors`);
  if (files === broken.length) process.exitCode = 1;
  if (lines.length === 1) console.error('fewer than five contributors: totals only');
  if (head.words.includes(null)) {
    console.error('files without a campaign word: their groups match those of nobody else');
  }
  if (head.words.filter((word) => word !== null).length > 1) {
    console.error('files of different campaign words: their groups do not match');
  }
  reportBasis(head.basis, lines);
}

function reportBasis(basis: RollUp['head']['basis'], [total]: RollUp['lines']): void {
  const { otherDayStarts, unknownDayStarts, restoredPeople, restoredDays, shorterPeriods } = basis;
  if (shorterPeriods > 0) {
    console.error(
      `${shorterPeriods} contributors: their files cover a part of the time only, and count nothing for the rest`,
    );
  }
  if (otherDayStarts > 0) {
    console.error(
      `${otherDayStarts} contributors start their days at another hour than most: messages of the small hours may stand a day apart, sums are the same`,
    );
  }
  if (unknownDayStarts > 0) {
    console.error(`${unknownDayStarts} contributors: their files do not say when a day starts`);
  }
  if (restoredDays > 0) {
    console.error(
      `${restoredDays} days of ${restoredPeople} contributors came back from a copy: lower bounds`,
    );
  }
  const years = total?.from && total.to ? unknownYears(total.from, total.to) : [];
  if (years.length > 0) {
    console.error(
      `no official calendar of ${years.join(', ')} is known here: off-hours are as each file counts them, perhaps by Monday to Friday`,
    );
  }
}

/** A name as a terminal may show it: what would turn its lines about, or colour them, is spelled out. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => {
    return `\\u{${sign.codePointAt(0)?.toString(16)}}`;
  });
}

function textOf({ lines, head }: RollUp, out: string | undefined): string {
  if (out?.endsWith('.json')) return ledgerJson(lines, head);
  return ledgerCsv(lines, { column: (column) => column, cell: plainCell });
}

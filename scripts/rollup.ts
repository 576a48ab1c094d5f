// npm run rollup -- <folder or pattern> … [--out ledger.csv | ledger.json] [--parquet folder] [--memory 2GB]
// The ledger of any number of tally files: as CSV on the standard output, or in a file. See docs/rollup.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ledgerCsv, ledgerJson, plainCell } from '../lib/export/ledger-lines.ts';
import { type RollUp, rollUp } from './rollup/roll-up.ts';

const WHY: Record<RollUp['broken'][number]['problem'], string> = {
  'not-json': 'no JSON, perhaps cut',
  'not-ours': 'not a tally of this program',
  'newer-version': 'written by a newer version',
  'too-large': 'larger than any tally',
  damaged: 'changed or incomplete',
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
  for (const { file, problem } of broken) console.error(`left out: ${file} (${WHY[problem]})`);
  console.error(`${files - broken.length} of ${files} files, ${head.contributors} contributors`);
  if (files === broken.length) process.exitCode = 1;
  if (lines.length === 1) console.error('fewer than five contributors: totals only');
  if (head.words.includes(null)) {
    console.error('files without a campaign word: their groups match those of nobody else');
  }
  if (head.words.filter((word) => word !== null).length > 1) {
    console.error('files of different campaign words: their groups do not match');
  }
}

function textOf({ lines, head }: RollUp, out: string | undefined): string {
  if (out?.endsWith('.json')) return ledgerJson(lines, head);
  return ledgerCsv(lines, { column: (column) => column, cell: plainCell });
}

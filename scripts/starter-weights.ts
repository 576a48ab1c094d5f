// node scripts/starter-weights.ts: writes lib/detect/starter-table.ts anew from the project's own labelled notices.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analysePart } from '../lib/detect/analysis.ts';
import { gramsOf } from '../lib/detect/fingerprint.ts';
import { OPEN_KEY } from '../lib/detect/keyed-hash.ts';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'tests/corpus/labelled');
/** Files with whole notices; of a pair only the first counts, for the second says the same. */
const FILES = ['notices', 'pairs', 'merged', 'bursts'];
/** A gram is boilerplate from this share of the notices on. */
const COMMON = 0.005;
/** The table speaks of so many notices. */
const PER = 1000;
/** A message without a day of its own. */
const ANY_TIME = Date.UTC(2026, 10, 2, 1);

export const TABLE = join(ROOT, 'lib/detect/starter-table.ts');

/** The text of the table's file as the notices give it. */
export function starterTable(): string {
  const notices = [...new Set(FILES.flatMap(textsOf))];
  const spread = new Map<number, number>();
  let count = 0;
  for (const text of notices) {
    const grams = new Set(
      gramsOf(analysePart({ kind: 'text', text, time: ANY_TIME, ...NOBODY }, OPEN_KEY).tokens),
    );
    if (grams.size === 0) continue;
    count++;
    for (const gram of grams) spread.set(gram, (spread.get(gram) ?? 0) + 1);
  }
  const rows = new Map<number, number[]>();
  for (const [gram, found] of spread) {
    if (found < COMMON * count) continue;
    const share = Math.round((PER * found) / count);
    rows.set(share, [...(rows.get(share) ?? []), gram]);
  }
  const lines = [...rows]
    .sort(([one], [other]) => other - one)
    .map(
      ([share, grams]) =>
        `  [${share}, '${grams
          .sort((a, b) => a - b)
          .map((gram) => gram.toString(36))
          .join(' ')}'],`,
    );
  return `${HEAD}${lines.join('\n')}\n];\n`;
}

const NOBODY = { key: '', site: '', chat: '', sender: '', own: false };

const HEAD = `/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
// biome-ignore format: a line a share, as the script writes it
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
`;

type Row = { text?: string; first?: { text?: string }; earlier?: { text?: string }[] };

function textsOf(file: string): string[] {
  return readFileSync(join(CORPUS, `${file}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .flatMap(({ text, first, earlier = [] }) => [
      text,
      first?.text,
      ...earlier.map((one) => one.text),
    ])
    .filter((text) => text !== undefined && text !== '') as string[];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(TABLE, starterTable());
}

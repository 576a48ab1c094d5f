import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../labelled');

/**
 * Which half of a file: the rules are written with `seen` in view; `held` is judged and counted, and its lines are
 * not looked at. Even numbers are seen, odd ones are held back.
 */
export type Half = 'seen' | 'held';

/** The rows of labelled files, of one half or all. */
export function labelled<Row extends { id: string }>(names: string, half?: Half): Row[] {
  const rows = names.split(' ').flatMap((name) =>
    readFileSync(join(FOLDER, `${name}.ndjson`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row),
  );
  return half ? rows.filter(({ id }) => halfOf(id) === half) : rows;
}

function halfOf(id: string): Half {
  return Number(id.replace(/\D/g, '')) % 2 === 0 ? 'seen' : 'held';
}

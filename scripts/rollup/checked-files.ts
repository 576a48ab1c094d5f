import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textOfFile } from '../../lib/import/file-text.ts';
import { checkSize, parseTally } from '../../lib/import/tally.ts';
import { TallyError, type TallyProblem } from '../../lib/import/tally-error.ts';
import type { HandedTally } from '../../lib/tally/hand-over.ts';

/** A file that is left out, and why. `unreadable`: the disk does not give it. */
export type BrokenFile = { file: string; problem: TallyProblem | 'unreadable' };

/** A file that is sound: all that it says but its rows, and what those come to. */
export type SoundFile = Omit<HandedTally, 'rows'> & {
  file: string;
  bytes: number;
  rows: number;
  sum: number;
};

/** The tally files that a folder (with all below it), a pattern or a plain name stands for. In order, each once. */
export function filesNamed(names: readonly string[], ending: '.json' | '.parquet'): string[] {
  const found = names.flatMap((name) => {
    const stat = statSync(name, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      return globSync(`**/*${ending}`, { cwd: name }).map((below) => join(name, below));
    }
    return stat ? [name] : globSync(name);
  });
  return [...new Set(found)].filter((name) => name.endsWith(ending)).sort();
}

/** Reads a file and checks it completely, as the report page does. */
export function checkedFile(file: string): SoundFile | BrokenFile {
  try {
    const stat = statSync(file);
    // A pipe or a device would never end.
    if (!stat.isFile()) return { file, problem: 'unreadable' };
    const bytes = stat.size;
    checkSize(bytes);
    const { rows, ...tally } = parseTally(textOfFile(readFileSync(file)));
    let sum = 0;
    for (const { figures } of rows) for (const figure of figures) sum += figure;
    return { ...tally, file, bytes, rows: rows.length, sum };
  } catch (error) {
    return { file, problem: error instanceof TallyError ? error.code : 'unreadable' };
  }
}

export function isBroken(file: SoundFile | BrokenFile): file is BrokenFile {
  return 'problem' in file;
}

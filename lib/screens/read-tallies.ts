import type { BrokenTally } from '../../components/merge/BrokenFiles';
import { textOfFile } from '../import/file-text';
import { type Merged, merge, mergedOf, NOTHING_MERGED } from '../import/merge';
import { checkSize, parseTally } from '../import/tally';
import { TallyError } from '../import/tally-error';
import { breath } from '../tally/breath';

export type ReadTallies = { merged: Merged; read: number; broken: BrokenTally[] };

/**
 * Reads files one after the other and merges those that are sound. Lets the page breathe between two of them.
 * Null when it was stopped: then nothing is merged, not a half.
 */
export async function readTallies(
  files: readonly File[],
  { progress, stopped }: { progress(done: number): void; stopped: AbortSignal },
): Promise<ReadTallies | null> {
  const result: ReadTallies = { merged: NOTHING_MERGED, read: 0, broken: [] };
  for (const [at, file] of files.entries()) {
    if (stopped.aborted) return null;
    progress(at);
    try {
      checkSize(file.size);
      result.merged = merge(result.merged, mergedOf(parseTally(await textIn(file))));
      result.read += 1;
    } catch (error) {
      if (!(error instanceof TallyError)) console.error(error);
      const problem = error instanceof TallyError ? error.code : 'unreadable';
      result.broken.push({ name: file.name, problem });
    }
    await breath();
  }
  return stopped.aborted ? null : result;
}

async function textIn(file: File): Promise<string> {
  return textOfFile(new Uint8Array(await file.arrayBuffer()));
}

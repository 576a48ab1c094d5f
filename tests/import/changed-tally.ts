import { tallyJson } from '../../lib/export/tally-json';
import { parseTally } from '../../lib/import/tally';
import { TallyError } from '../../lib/import/tally-error';
import { makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

export const SIZE = { seed: 3, groups: 12, days: 20, messages: 900, lastDay: TODAY };
export const TALLY = await personOf(makeTown(SIZE), 0, { word: '减负行动' });
export const JSON_TEXT = tallyJson(TALLY);

export type Loose = Record<string, unknown>;
/** A tally file as anybody may change it. */
export type File = Loose & { rows: Loose[]; groups: Loose[] };

/** Why a file is left out; "none" where it is not. */
export function problemOf(json: string): string {
  try {
    parseTally(json);
  } catch (error) {
    if (error instanceof TallyError) return error.code;
    throw error;
  }
  return 'none';
}

/** The file after a change. */
export function changed(change: (file: File, row: Loose) => void): string {
  const file = JSON.parse(JSON_TEXT) as File;
  change(file, file.rows[0] as Loose);
  return JSON.stringify(file);
}

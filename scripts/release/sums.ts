import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SUMS = 'SHA256SUMS';

/** Writes SHA256SUMS over all other files of a folder, as `sha256sum -c` reads it. Returns its text. */
export function writeSums(folder: string): string {
  const names = readdirSync(folder).filter((name) => name !== SUMS);
  const lines = names.sort().map((name) => `${sha256(join(folder, name))}  ${name}\n`);
  const text = lines.join('');
  writeFileSync(join(folder, SUMS), text);
  return text;
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice, missingOffice } from '../../scripts/office.mjs';

/** LibreOffice's program file; null where it is not installed, and then the reason is printed. */
export const OFFICE = findOffice();
if (OFFICE === null) console.log(`skipped: ${missingOffice()}`);

/** LibreOffice starts in a second, on a busy machine in ten. */
export const OFFICE_TIMEOUT = 120_000;

/** UTF-8, commas, double quotes, from the first line on: as LibreOffice itself proposes for our files. */
const CSV = ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'];

/**
 * What LibreOffice makes of files when it opens and saves them: the text of each in the order given, as flat XML that
 * tells type, value and formula of every cell.
 */
export async function openedInOffice(
  files: readonly (Buffer | string)[],
  format: 'xlsx' | 'csv',
): Promise<string[]> {
  // A profile of its own: neither what this user has set nor an open window changes what is read.
  const folder = mkdtempSync(join(tmpdir(), 'fingerlight-office-'));
  try {
    const paths = files.map((_, at) => join(folder, `${at}.${format}`));
    for (const [at, file] of files.entries()) writeFileSync(paths[at] ?? '', file);
    const options = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      ...['--headless', '--norestore', '--convert-to', 'fods', '--outdir', folder],
      ...(format === 'csv' ? CSV : []),
    ];
    // A program that hangs must not outlive the test.
    const limits = { timeout: OFFICE_TIMEOUT, killSignal: 'SIGKILL' } as const;
    await promisify(execFile)(OFFICE ?? '', [...options, ...paths], limits);
    return files.map((_, at) => readFileSync(join(folder, `${at}.fods`), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

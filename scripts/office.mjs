// Plain JavaScript, because it also runs before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Environment variable that names LibreOffice's program file and goes before every usual place. */
export const OFFICE_OVERRIDE = 'SOFFICE_PATH';

/** Debian's package with the spreadsheet alone and without a window. */
export const OFFICE_PACKAGE = 'libreoffice-calc-nogui';

/**
 * Program file of an installed LibreOffice.
 * @returns {string | null} null where none is installed
 */
export function findOffice() {
  const override = process.env[OFFICE_OVERRIDE];
  if (override) return existsSync(override) ? override : null;
  return usualPlaces().find((file) => existsSync(file)) ?? null;
}

/** What to tell a person who lacks it. */
export function missingOffice() {
  const override = process.env[OFFICE_OVERRIDE];
  if (override) return `${OFFICE_OVERRIDE} names "${override}", which is not there.`;
  return (
    'LibreOffice was not found, so workbooks are read back by another program alone. ' +
    `Install it, or set ${OFFICE_OVERRIDE} to its program file "soffice".`
  );
}

function usualPlaces() {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => process.env[name] ?? []);
    return roots.map((root) => join(root, 'LibreOffice/program/soffice.exe'));
  }
  if (process.platform === 'darwin') {
    return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return ['soffice', 'libreoffice'].flatMap((name) => folders.map((folder) => join(folder, name)));
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

export type ZipEntry = {
  /** Inside the archive, with "/". */
  path: string;
  bytes: Uint8Array;
  isExecutable?: boolean;
};

/** fflate's own compression, the same on every machine: zlib's output differs between versions of Node and processors. */
const LEVEL = 9;
const UNIX = 3;
const FILE = 0o100644;
const EXECUTABLE = 0o100755;

/**
 * A zip archive whose bytes depend on the entries' paths, contents and executable bits, and on the day, and on nothing else.
 * @param seconds since 1970; each entry is dated to noon of that day, because a zip's times have no zone
 */
export function zipOf(entries: readonly ZipEntry[], seconds: number): Uint8Array {
  const mtime = noonOf(seconds);
  const files: Zippable = {};
  for (const { path, bytes, isExecutable } of entries.toSorted(byPath)) {
    // The upper half holds Unix file modes.
    const attrs = (isExecutable ? EXECUTABLE : FILE) * 0x10000;
    files[path] = [bytes, { level: LEVEL, mtime, os: UNIX, attrs }];
  }
  return zipSync(files);
}

/** Every file in a folder and below it. Throws at a link, which an archive could not hold. */
export function filesIn(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((found) => {
    if (found.isDirectory()) return [];
    const file = join(found.parentPath, found.name);
    if (!found.isFile()) throw new Error(`${file} is not a file`);
    const isExecutable = (statSync(file).mode & 0o100) !== 0;
    const path = relative(folder, file).replaceAll('\\', '/');
    return { path, bytes: readFileSync(file), isExecutable };
  });
}

/** The library writes the local time of a date; noon is on the same day in every zone and left out by no clock change. */
function noonOf(seconds: number): Date {
  const date = new Date(seconds * 1000);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function byPath(one: ZipEntry, other: ZipEntry): number {
  return one.path < other.path ? -1 : 1;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { filesIn } from './zip-file.ts';

/**
 * The first difference between two folders, in the order of file names, down to the file inside a zip and the byte.
 * @returns null when every file is in both with the same bytes
 */
export function firstDifference(one: string, other: string): string | null {
  const read = (folder: string) =>
    new Map(filesIn(folder).map(({ path }) => [path, readFileSync(join(folder, path))]));
  return differenceOf(read(one), read(other));
}

type Files = ReadonlyMap<string, Uint8Array>;

function differenceOf(ones: Files, others: Files): string | null {
  for (const name of [...new Set([...ones.keys(), ...others.keys()])].sort()) {
    const one = ones.get(name);
    const other = others.get(name);
    if (!one || !other) return `${name} is in one of the two only`;
    if (Buffer.compare(one, other) === 0) continue;
    const inside = name.endsWith('.zip') ? insideZips(one, other) : null;
    return inside ? `${name}: ${inside}` : `${name} ${firstByte(one, other)}`;
  }
  return null;
}

/** Null when the files are the same, and something else about the archive is not: order, dates, modes. */
function insideZips(one: Uint8Array, other: Uint8Array): string | null {
  const read = (zip: Uint8Array) => new Map(Object.entries(unzipSync(zip)));
  return differenceOf(read(one), read(other));
}

/** Characters of text shown from where two files begin to differ. */
const SHOWN = 60;

function firstByte(one: Uint8Array, other: Uint8Array): string {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one[at] === other[at]) at++;
  const [left, right] = [one, other].map((bytes) =>
    JSON.stringify(Buffer.from(bytes.subarray(at, at + SHOWN)).toString('utf8')),
  );
  return `differs from byte ${at} on: ${left} and ${right}`;
}

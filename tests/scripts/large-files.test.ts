import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = mkdtempSync(join(tmpdir(), 'fingerlight-large-test-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

const MEGABYTE = 1024 * 1024;
const HEAD =
  '{"format":"fingerlight-tally","version":1,"formula":1,"installation":"00000000000000000000000000000000","revision":1,"from":"2026-10-01","to":"2026-10-31","word":null,"groups":[],"rows":[],"more":"';

/** A sound file of one line. */
function lineOf(megabytes: number): string {
  const file = join(ROOT, `${megabytes}.json`);
  const open = openSync(file, 'w');
  writeSync(open, HEAD);
  for (let at = 0; at < megabytes; at++) writeSync(open, 'x'.repeat(MEGABYTE));
  writeSync(open, '"}');
  closeSync(open);
  return file;
}

/** Each in a process of its own, so that the memory is that of the file. */
function read(file: string): { problem?: string; rows?: number; megabytes: number } {
  const script = join(import.meta.dirname, 'read-large.ts');
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }));
}

test('a line of 60 MB is read, in a few times its size', () => {
  const { rows, megabytes } = read(lineOf(60));
  expect(rows).toBe(0);
  expect(megabytes).toBeLessThan(500);
});

test('a file of 500 MB is refused, in no more memory than a small one', () => {
  const file = lineOf(1);
  const small = read(file).megabytes;
  truncateSync(file, 500 * MEGABYTE);
  const { problem, megabytes } = read(file);
  expect(problem).toBe('too-large');
  expect(megabytes).toBeLessThan(small + 50);
});

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstDifference } from '../../../scripts/release/compare.ts';
import { SUMS, writeSums } from '../../../scripts/release/sums.ts';
import { filesIn, zipOf } from '../../../scripts/release/zip-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ENTRIES = [
  { path: 'popup.html', bytes: bytes('<p>指轻</p>') },
  { path: 'assets/一.css', bytes: bytes('p{}'.repeat(500)) },
  { path: '.ci/run', bytes: bytes('npm test'), isExecutable: true },
];
/** A minute before midnight in China, which is a day earlier and later elsewhere. */
const EVENING = Date.UTC(2026, 10, 29, 15, 59) / 1000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerlight-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function inZone<T>(zone: string, act: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return act();
  } finally {
    process.env.TZ = before;
  }
}

/** The entries of the archive's directory at its end, as the format defines them. */
function directory(zip: Uint8Array) {
  const view = Buffer.from(zip);
  const entries = [];
  for (let at = view.readUInt32LE(view.length - 6); view.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = view.readUInt16LE(at + 28);
    entries.push({
      path: view.toString('utf8', at + 46, at + 46 + nameLength),
      system: view[at + 5],
      time: view.readUInt16LE(at + 12),
      date: view.readUInt16LE(at + 14),
      mode: view.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

describe('a zip', () => {
  test('holds what was put in, in the order of the paths, with plain modes', () => {
    const zip = zipOf(ENTRIES, EVENING);
    const unpacked = unzipSync(zip);
    for (const { path, bytes: content } of ENTRIES) expect(unpacked[path]).toEqual(content);
    expect(directory(zip)).toMatchObject([
      { path: '.ci/run', system: 3, mode: 0o100755 },
      { path: 'assets/一.css', system: 3, mode: 0o100644 },
      { path: 'popup.html', system: 3, mode: 0o100644 },
    ]);
  });

  test('is dated to the day of the commit in universal time, at noon', () => {
    const [{ date, time } = { date: 0, time: 0 }] = directory(zipOf(ENTRIES, EVENING));
    expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 29]);
    expect([time >> 11, time & 2047]).toEqual([12, 0]);
  });

  test.each(['America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
    'has the same bytes in %s, whatever the order of its entries',
    (zone) => {
      const here = zipOf(ENTRIES, EVENING);
      const there = inZone(zone, () => zipOf(ENTRIES.toReversed(), EVENING));
      expect(Buffer.compare(here, there)).toBe(0);
    },
  );

  test('knows a folder by its paths and executable bits, not by what else its files may do', () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'run'), 'x');
    chmodSync(join(folder, 'deep', 'run'), 0o700);
    writeFileSync(join(folder, 'plain'), 'y');
    chmodSync(join(folder, 'plain'), 0o600);
    const before = zipOf(filesIn(folder), EVENING);
    chmodSync(join(folder, 'deep', 'run'), 0o755);
    chmodSync(join(folder, 'plain'), 0o664);
    expect(directory(before).map(({ path, mode }) => [path, mode])).toEqual([
      ['deep/run', 0o100755],
      ['plain', 0o100644],
    ]);
    expect(Buffer.compare(before, zipOf(filesIn(folder), EVENING))).toBe(0);
  });

  test('does not take a link', () => {
    symlinkSync('/etc', join(folder, 'link'));
    expect(() => filesIn(folder)).toThrow(/link is not a file/);
  });
});

describe('the sums', () => {
  test('are read by sha256sum, which finds a changed byte', () => {
    writeFileSync(join(folder, 'b.zip'), 'one');
    writeFileSync(join(folder, 'A'), 'two');
    expect(writeSums(folder)).toMatch(/^[0-9a-f]{64} {2}A\n[0-9a-f]{64} {2}b\.zip\n$/);
    const sums = () => spawnSync('sha256sum', ['-c', SUMS], { cwd: folder, encoding: 'utf8' });
    expect(sums()).toMatchObject({ status: 0, stdout: 'A: OK\nb.zip: OK\n' });
    writeFileSync(join(folder, 'b.zip'), 'onf');
    expect(sums()).toMatchObject({ status: 1, stdout: 'A: OK\nb.zip: FAILED\n' });
  });
});

describe('the comparison of two releases', () => {
  const SAME = { 'a.txt': 'same', 'b.zip': zipOf(ENTRIES, EVENING) };
  const changed = ENTRIES.map((each) => ({ ...each, bytes: bytes('<p>指重</p>') }));

  function compared(other: Record<string, string | Uint8Array>): string | null {
    for (const [name, files] of Object.entries({ one: SAME, other })) {
      mkdirSync(join(folder, name));
      for (const [file, content] of Object.entries(files)) {
        writeFileSync(join(folder, name, file), content);
      }
    }
    return firstDifference(join(folder, 'one'), join(folder, 'other'));
  }

  test('finds none between the same', () => {
    expect(compared(SAME)).toBeNull();
  });

  test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['a file', { ...SAME, 'a.txt': 'sane' }, /^a\.txt differs from byte 2 on: "me" and "ne"$/],
    ['a missing file', { 'a.txt': 'same' }, /^b\.zip is in one of the two only$/],
    ['a file more', { ...SAME, c: '' }, /^c is in one of the two only$/],
    ['a longer file', { ...SAME, 'a.txt': 'same.' }, /^a\.txt differs from byte 4 on: "" and "."$/],
    [
      'a file in a zip',
      { ...SAME, 'b.zip': zipOf(changed, EVENING) },
      /^b\.zip: \.ci\/run differs/,
    ],
    [
      'the dates in a zip',
      { ...SAME, 'b.zip': zipOf(ENTRIES, EVENING + 86_400) },
      /^b\.zip differs from byte 12 on/,
    ],
  ])('names %s that differs', (_, other, words) => {
    expect(compared(other)).toMatch(words);
  });
});

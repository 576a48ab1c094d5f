import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { ledgerLines } from '../../lib/export/ledger-lines';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf } from '../../lib/import/merge';
import type { HandedTally } from '../../lib/tally/hand-over';
import { rollUp } from '../../scripts/rollup/roll-up';
import { asAnother, jsonOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const ROOT = mkdtempSync(join(tmpdir(), 'fingerlight-hostile-test-'));
afterAll(() => rmSync(ROOT, { recursive: true }));

const town = makeTown({ seed: 5, groups: 24, days: 20, messages: 2_000, lastDay: TODAY });
const TALLIES = await Promise.all(
  Array.from({ length: 5 }, (_, person) => personOf(town, person, { word: '减负行动', groups: 9 })),
);
const EXTRA = asAnother(TALLIES[0] as HandedTally, 90);
const SOUND = jsonOf(EXTRA);
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

let folders = 0;

function folderOf(files: Record<string, string | Uint8Array>): string {
  folders += 1;
  const folder = join(ROOT, String(folders));
  mkdirSync(folder);
  const named = TALLIES.map((tally, at) => [`${at}.json`, jsonOf(tally)] as const);
  for (const [name, content] of [...named, ...Object.entries(files)]) {
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Lines of these tallies, and of the one that a changed file holds. */
function expected(...more: HandedTally[]) {
  return rounded(ledgerLines(ledgerOf([...TALLIES, ...more].map(mergedOf).reduce(merge))));
}

const rounded = (lines: Awaited<ReturnType<typeof rollUp>>['lines']) =>
  lines.map((line) => ({ ...line, minutes: Math.round(line.minutes * 1_000) }));

test('whatever lies among the files is named with its reason, and nothing of it counts', async () => {
  const folder = folderOf({
    'cut.json': SOUND.slice(0, SOUND.length / 2),
    'zip.json': Buffer.from('504b030414000000', 'hex'),
    'gzip.json': gzipSync(SOUND),
    'bomb.json': gzipSync(Buffer.alloc(200_000_000)),
    'wide.json': Buffer.from(`\uFEFF${SOUND}`, 'utf16le'),
    'empty.json': '',
    'backup.json': '{"format":"fingerlight-backup","version":2,"tables":{}}',
    'sheets.json': '{"format":"fingerlight-sheets","version":1}',
    'deep.json': DEEP,
    'deep-rows.json': SOUND.replace('"rows":', `"rows":${DEEP},"old":`),
    'proto.json': '{"__proto__":{"format":"fingerlight-tally","version":1}}',
    'older.json': SOUND.replace('"version":1', '"version":0'),
    'newer.json': SOUND.replace('"version":1', '"version":2'),
    'half.json': SOUND.replace(/"messages":(\d+)/, '"messages":$1.5'),
    'beyond.json': SOUND.replace(/"messages":\d+/, '"messages":1e300'),
    'no-day.json': SOUND.replace(/"day":"\d{4}-\d\d-\d\d"/, '"day":"2026-02-30"'),
    'outside.json': SOUND.replace(/"from":"[^"]*"/, `"from":"${TODAY}"`),
  });
  mkdirSync(join(folder, 'folder.json'));
  spawnSync('mkfifo', [join(folder, 'pipe.json')]);
  writeFileSync(join(folder, 'huge.json'), '{"format":"fingerlight-tally"');
  truncateSync(join(folder, 'huge.json'), 500 * 1024 * 1024);
  const { lines, broken, head } = await rollUp({ names: [folder] });
  const why = broken.map(({ file, problem }) => [file.split(/[\\/]/).at(-1), problem]);
  expect(Object.fromEntries(why)).toEqual({
    'cut.json': 'not-json',
    'zip.json': 'packed',
    'gzip.json': 'packed',
    'bomb.json': 'packed',
    'wide.json': 'other-encoding',
    'empty.json': 'empty',
    'backup.json': 'backup',
    'sheets.json': 'export',
    'deep.json': 'not-ours',
    'deep-rows.json': 'damaged',
    'proto.json': 'not-ours',
    'older.json': 'damaged',
    'newer.json': 'newer-version',
    'half.json': 'wrong-figure',
    'beyond.json': 'wrong-figure',
    'no-day.json': 'wrong-day',
    'outside.json': 'wrong-day',
    'folder.json': 'unreadable',
    'pipe.json': 'unreadable',
    'huge.json': 'too-large',
  });
  expect(head.contributors).toBe(TALLIES.length);
  expect(rounded(lines)).toEqual(expected());
});

/** What the report page reads, the roll-up reads, and the same; or it leaves it out whole. */
test.each([
  ['a byte order mark', `\uFEFF${SOUND}`],
  ['a field nested 100,000 deep', SOUND.replace('"version":1', `"version":1,"more":${DEEP}`)],
  ['a field of 5 MB', SOUND.replace('"version":1', `"version":1,"more":"${'长'.repeat(5e6 / 3)}"`)],
  ['everything in one line', SOUND.replaceAll('\n', '')],
  ['lines of Windows', SOUND.replaceAll('\n', '\r\n')],
  ['prototypes for keys', SOUND.replaceAll('"demands":{', '"__proto__":{"own":1},"demands":{')],
])('a sound file with %s counts as it does on the page', async (_, text) => {
  const { lines, broken } = await rollUp({ names: [folderOf({ 'odd.json': text })] });
  expect(broken).toEqual([]);
  expect(rounded(lines)).toEqual(expected(EXTRA));
});

/** Two readers of JSON may take either of two fields of one name. */
test.each([
  ['installation', `"installation":"${'0'.repeat(31)}1","installation":`],
  ['revision', '"revision":77,"revision":'],
  ['rows', '"rows":[],"rows":'],
])(
  'a file with two fields named %s is left out or counts as it does on the page',
  async (name, twice) => {
    const text = SOUND.replace(`"${name}":`, twice);
    const { lines, broken } = await rollUp({ names: [folderOf({ 'odd.json': text })] });
    expect(rounded(lines)).toEqual(broken.length > 0 ? expected() : expected(EXTRA));
  },
);

test('names of files cannot write on the terminal', () => {
  const folder = folderOf({ '\u001b[31mred\u202egnp\n0 of 0 files.json': 'x' });
  const script = join(import.meta.dirname, '../../scripts/rollup.ts');
  const { stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  expect(stderr).toContain(
    '\\u{1b}[31mred\\u{202e}gnp\\u{a}0 of 0 files.json (not a tally of this program)',
  );
  for (const sign of ['\u001b', '\u202e']) expect(stderr).not.toContain(sign);
});

test('where nothing is sound, each is named and the command says so', () => {
  const folder = mkdtempSync(join(ROOT, 'broken-'));
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.json`), '');
  const script = join(import.meta.dirname, '../../scripts/rollup.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/a\.json \(nothing in it\)\n.*b\.json \(nothing in it\)\n0 of 2 files/);
});

test('what is to be known of the figures is said beside them', () => {
  const folder = folderOf({
    'other.json': jsonOf({ ...EXTRA, dayStart: 0, restored: [EXTRA.rows[0]?.day ?? ''] }),
  });
  const script = join(import.meta.dirname, '../../scripts/rollup.ts');
  const { stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  expect(stderr).toContain('1 contributors start their days at another hour than most');
  expect(stderr).toContain('1 days of 1 contributors came back from a copy');
  expect(stderr).not.toContain(EXTRA.installation);
});

async function onDuck(...statements: string[]): Promise<void> {
  const db = await (await DuckDBInstance.create()).connect();
  for (const statement of statements) await db.run(statement);
  db.closeSync();
}

test('Parquet of before, without day starts, is read; a bomb of Parquet is not', async () => {
  const lake = join(ROOT, 'lake');
  await rollUp({ names: [folderOf({})], parquet: lake });
  const files = join(lake, 'tally_files/part-0.parquet');
  const old = readFileSync(files);
  rmSync(join(lake, 'tally_restored'), { recursive: true });
  writeFileSync(join(ROOT, 'old.parquet'), old);
  await onDuck(
    `COPY (SELECT * EXCLUDE day_start FROM '${join(ROOT, 'old.parquet')}') TO '${files}' (FORMAT parquet)`,
    `COPY (SELECT r.* FROM (SELECT * FROM '${join(lake, 'tally_rows/part-0.parquet')}' LIMIT 1) r, range(3000000)) TO '${join(lake, 'tally_rows/part-1.parquet')}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  const { lines, broken, head } = await rollUp({ names: [lake] });
  expect(broken).toEqual([{ file: expect.stringContaining('part-1'), problem: 'too-large' }]);
  expect(head.basis.unknownDayStarts).toBe(TALLIES.length);
  expect(rounded(lines)).toEqual(expected());
});

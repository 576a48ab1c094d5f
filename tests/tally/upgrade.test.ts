import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import { type TallyDb, tallyDb } from '../../lib/tally/db';
import { burdenOf } from '../../lib/tally/query';
import { openRecorder } from '../../lib/tally/record';
import { message, NOON, nonZero, reportOf, sums } from './tally-bench';

/** A database as a released version left it. */
type Image = { version: number; stores: Record<string, string>; tables: Record<string, unknown[]> };

const FOLDER = new URL('../fixtures/tally/', import.meta.url);
const IMAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** Writes the image by its own schema, then opens it by today's. */
async function openImage(name: string): Promise<TallyDb> {
  const image = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Image;
  const old = new Dexie(`image of ${name} ${crypto.randomUUID()}`);
  old.version(image.version).stores(image.stores);
  for (const [table, rows] of Object.entries(image.tables)) await old.table(table).bulkAdd(rows);
  old.close();
  return tallyDb(old.name);
}

function recorderOn(db: TallyDb) {
  return openRecorder({ db, engine, version: 'next', settings: DEFAULT_SETTINGS, now: () => NOON });
}

const NOTICE =
  '【通知】请各社区于10月20日17:00前将《垃圾分类排查表》报至街道城管办张明处，收到请回复。';

test('there is an image of the first version', () => {
  expect(IMAGES).toContain('v1.json');
});

test.each(IMAGES)('%s: every figure reads', async (name) => {
  const db = await openImage(name);
  const { totals } = await burdenOf('2026-10-15', '2026-10-15', db);
  expect(nonZero(totals)).toEqual({
    messages: 6,
    notices: 3,
    revisions: 1,
    copies: 1,
    copyChars: 48,
    replies: 1,
    folded: 1,
    foldedChars: 48,
    demands: { reply: 2, 'check-in': 1, screenshot: 1 },
  });
});

test.each(IMAGES)('%s: what it knows is not counted again', async (name) => {
  const db = await openImage(name);
  const before = await sums(db);
  const known = message('wechat:101', NOTICE, { chat: '街道工作群', sender: '李主任' });
  const answer = await (await recorderOn(db)).report(reportOf(known));
  expect(answer.verdicts).toMatchObject([{ key: 'wechat:101', rev: 1 }]);
  expect(answer.notices).toMatchObject([
    { notice: 'wechat:101', claims: [{ key: 'wechat:101' }], supersededBy: { key: 'wechat:104' } },
  ]);
  expect(await sums(db)).toEqual(before);
});

test.each(IMAGES)('%s: a copy of its notice is recognised', async (name) => {
  const recorder = await recorderOn(await openImage(name));
  const copy = message('wechat:900', NOTICE, { chat: '网格群', at: 90 });
  const answer = await recorder.report(reportOf(copy));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'wechat:101' });
});

test.each(IMAGES)('%s: its backup is whole', async (name) => {
  const backup = await readBackup(await openImage(name));
  expect(parseBackup(backupJson(backup, NOON))).toEqual(backup);
});

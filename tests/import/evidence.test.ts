import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { BackupError, parseBackup } from '../../lib/import/backup';
import { type Backup, readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import type { NoticeRow } from '../../lib/tally/rows';
import { freshDb, message, NOON, recorderOn, reportOf } from '../tally/tally-bench';
import { wordNumber } from '../tally/word-engine';

async function jsonOf(db: TallyDb): Promise<string> {
  return backupJson(await readBackup(db), NOON);
}

/** A tally in which these were told. */
async function tallyOf(...messages: Parameters<typeof message>[]) {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...messages.map((told) => message(...told))));
  return { db, recorder };
}

async function changed(edit: (tables: Backup) => void): Promise<string> {
  const { db } = await tallyOf(
    ['a', 'words'],
    ['b', 'words', { chat: 'two', at: 1 }],
    ['c', 'else'],
  );
  const file = JSON.parse(await jsonOf(db)) as { tables: Backup };
  edit(file.tables);
  return JSON.stringify(file);
}

function numbersOf(notices: readonly NoticeRow[]) {
  return Object.fromEntries(
    notices.map(({ notice, evidence }) => [
      notice,
      evidence ? [evidence.key, evidence.number] : null,
    ]),
  );
}

test('numbers come back row by row', async () => {
  const { db } = await tallyOf(['a', 'words'], ['b', 'words', { at: 1 }], ['s', 'short']);
  const target = freshDb();
  await (await recorderOn(target)).importBackup(parseBackup(await jsonOf(db)));
  expect(numbersOf(await target.notices.toArray())).toEqual({
    a: ['a', wordNumber('words')],
    s: null,
  });
});

test('a file of before there were numbers is read, into an empty tally and a full one', async () => {
  const json = await changed(({ notices }) => {
    for (const notice of notices) delete notice.evidence;
  });
  const empty = freshDb();
  await (await recorderOn(empty)).importBackup(parseBackup(json));
  expect(numbersOf(await empty.notices.toArray())).toEqual({ a: null, c: null });
  expect(await empty.notices.get('a')).not.toHaveProperty('evidence');
  const { db, recorder } = await tallyOf(['a', 'words']);
  await recorder.importBackup(parseBackup(json));
  expect(numbersOf(await db.notices.toArray())).toEqual({ a: ['a', wordNumber('words')], c: null });
});

test.each<[string, (notice: NoticeRow) => unknown]>([
  ['of another length', () => ({ key: 'a', number: 'ab'.repeat(31) })],
  ['with other signs', () => ({ key: 'a', number: 'AB'.repeat(32) })],
  ['with a line after it', () => ({ key: 'a', number: `${'ab'.repeat(32)}\n` })],
  ['that is a formula', () => ({ key: 'a', number: '=1+1' })],
  ['without its message', () => ({ number: 'ab'.repeat(32) })],
  ['of a message of another notice', () => ({ key: 'c', number: 'ab'.repeat(32) })],
  ['of a message that is not there', () => ({ key: 'z', number: 'ab'.repeat(32) })],
  ['that is a text', () => 'ab'.repeat(32)],
  ['that is nothing', () => null],
])('a number %s is refused', async (_, made) => {
  const json = await changed(({ notices }) => {
    for (const notice of notices) {
      if (notice.notice === 'a') Object.assign(notice, { evidence: made(notice) });
    }
  });
  const read = () => parseBackup(json);
  expect(read).toThrow(BackupError);
  expect(read).toThrow(expect.objectContaining({ code: 'damaged' }));
});

test('fields that no number has are dropped', async () => {
  const json = await changed(({ notices }) => {
    for (const { evidence } of notices) if (evidence) Object.assign(evidence, { text: 'PLANTED' });
  });
  expect(JSON.stringify(parseBackup(json))).not.toContain('PLANTED');
});

test('what is here stays; what is new here brings its own', async () => {
  const here = await tallyOf(['a', 'words'], ['s', 'short same']);
  const there = await tallyOf(
    ['a', 'words'],
    ['b', 'words', { chat: 'two', at: 1 }],
    ['c', 'else', { chat: 'two', at: 2 }],
    ['d', 'fix:else', { chat: 'two', at: 3 }],
  );
  const backup = parseBackup(await jsonOf(there.db));
  await here.recorder.importBackup(backup);
  const once = numbersOf(await here.db.notices.toArray());
  expect(once).toEqual({
    a: ['a', wordNumber('words')],
    c: ['c', wordNumber('else')],
    d: ['d', wordNumber('fix:else')],
    s: null,
  });
  await here.recorder.importBackup(backup);
  expect(numbersOf(await here.db.notices.toArray())).toEqual(once);
  expect(() => parseBackup('{}')).toThrow(BackupError);
  await expect(jsonOf(here.db).then(parseBackup)).resolves.toBeDefined();
});

test('a number whose message already stands elsewhere here is left out', async () => {
  const here = await tallyOf(['a', 'another']);
  const there = await tallyOf(['a', 'words'], ['b', 'words', { chat: 'two', at: 1 }]);
  await here.recorder.importBackup(parseBackup(await jsonOf(there.db)));
  const notices = await here.db.notices.toArray();
  for (const { members, evidence } of notices) {
    const keys = members.map(({ key }) => key);
    if (evidence) expect(keys).toContain(evidence.key);
  }
  expect(JSON.stringify(notices)).not.toContain(wordNumber('words'));
  await expect(jsonOf(here.db).then(parseBackup)).resolves.toBeDefined();
});

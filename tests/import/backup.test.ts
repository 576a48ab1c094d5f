import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { BackupError, type BackupProblem, parseBackup } from '../../lib/import/backup';
import { type Backup, readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import {
  freshDb,
  message,
  NOON,
  recorderOn,
  report,
  reportOf,
  sums,
  TODAY,
} from '../tally/tally-bench';

/** Two chats, a copy, a revision, a reply, a claim, a recall, a fold and a lesson. */
async function usedDb(): Promise<TallyDb> {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const two = { chat: 'two', at: 1 };
  await recorder.report(reportOf(message('a', 'words ?photo'), message('b', 'words ?photo', two)));
  await recorder.report(
    reportOf(message('c', 'fix:words', { at: 2 }), message('d', 'reply', { at: 3 })),
  );
  await recorder.report(
    report({ claims: [{ key: 'a', hash: 'hash words ?photo' }], folded: ['b'] }),
  );
  await recorder.report(report({ recalls: ['d'] }));
  await recorder.teach({ key: 'c', lesson: 'always-fold' });
  return db;
}

async function jsonOf(db: TallyDb): Promise<string> {
  return backupJson(await readBackup(db), NOON);
}

/** The backup with something changed in it. */
async function changed(
  edit: (backup: Backup, file: Record<string, unknown>) => void,
): Promise<string> {
  const file = JSON.parse(await jsonOf(await usedDb())) as { tables: Backup };
  edit(file.tables, file);
  return JSON.stringify(file);
}

function withoutRevs({ messages, notices, ...rest }: Backup) {
  const plain = <Row extends { rev: number }>({ rev: _, ...row }: Row) => row;
  return { ...rest, messages: messages.map(plain), notices: notices.map(plain) };
}

function problemOf(json: string): BackupProblem | null {
  try {
    parseBackup(json);
    return null;
  } catch (error) {
    if (error instanceof BackupError) return error.code;
    throw error;
  }
}

test('a backup says what it is, and that it is complete', async () => {
  const json = await jsonOf(await usedDb());
  expect(JSON.parse(json)).toMatchObject({
    format: 'fingerlight-backup',
    version: 3,
    created: new Date(NOON).toISOString(),
    complete: true,
  });
  expect(json).not.toContain('indexLog');
});

test('an empty database gets it back row by row', async () => {
  const db = await usedDb();
  const target = freshDb();
  const recorder = await recorderOn(target);
  const result = await recorder.importBackup(parseBackup(await jsonOf(db)));
  expect(result).toEqual({ messages: 4, added: 4, known: 0 });
  expect(withoutRevs(await readBackup(target))).toEqual(withoutRevs(await readBackup(db)));
});

test('what is restored into an emptied tally is newer than all that open pages have seen', async () => {
  const db = await usedDb();
  const json = await jsonOf(db);
  const recorder = await recorderOn(db);
  for (let at = 10; at < 20; at++) await recorder.report(reportOf(message(`k${at}`, `text ${at}`)));
  const seen = (await readBackup(db)).messages.map(({ rev }) => rev);
  await recorder.erase({ what: 'everything' });
  await recorder.importBackup(parseBackup(json));
  const answer = await recorder.report(reportOf(message('a', 'words ?photo')));
  expect(answer.verdicts[0]?.rev).toBeGreaterThan(Math.max(...seen) + 1);
  expect(answer.notices[0]?.rev).toBeGreaterThan(Math.max(...seen) + 1);
  expect(answer.notices[0]).toMatchObject({ notice: 'a', claims: [{ key: 'a' }] });
  const next = await recorder.report(reportOf(message('e', 'new words', { at: 9 })));
  expect(next.verdicts[0]?.rev).toBeGreaterThan(answer.verdicts[0]?.rev ?? 0);
});

test('a lesson that a backup brings holds at once', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('a', 'words')));
  const other = await recorderOn(there);
  await other.report(reportOf(message('a', 'words')));
  await other.teach({ key: 'a', lesson: 'not-copy' });
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  const answer = await recorder.report(reportOf(message('b', 'words', { at: 1 })));
  expect(answer.verdicts[0]?.verdict.relation).toBe('new');
});

test('importing twice changes nothing', async () => {
  const backup = parseBackup(await jsonOf(await usedDb()));
  const target = freshDb();
  const recorder = await recorderOn(target);
  await recorder.report(reportOf(message('x', 'something else', { at: 1 })));
  await recorder.importBackup(backup);
  const once = await readBackup(target);
  const again = await recorder.importBackup(backup);
  expect(again).toEqual({ messages: 4, added: 0, known: 4 });
  expect(await readBackup(target)).toEqual(once);
});

test('importing its own backup changes nothing', async () => {
  const db = await usedDb();
  const before = await readBackup(db);
  await (await recorderOn(db)).importBackup(parseBackup(await jsonOf(db)));
  expect(await readBackup(db)).toEqual(before);
});

test('two machines that saw the same messages count them once', async () => {
  const together = freshDb();
  const [here, there] = [freshDb(), freshDb()];
  const all = [
    message('a', 'words ?photo ?reply'),
    message('b', 'words ?photo ?reply', { at: 1, chat: 'two' }),
    message('c', 'words ?photo ?reply', { at: 2 }),
    message('d', 'reply', { at: 3 }),
    message('e', 'else ?form', { at: 4 }),
  ];
  await (await recorderOn(together)).report(reportOf(...all));
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(...all.slice(1, 4)));
  await (await recorderOn(there)).report(reportOf(...all.slice(0, 2), ...all.slice(3)));
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  expect(await sums(here)).toEqual(await sums(together));
  expect(problemOf(await jsonOf(here))).toBeNull();
});

test('the same content seen on two machines in different chats is one notice', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('a', 'words', { at: 5 })));
  await (await recorderOn(there)).report(reportOf(message('b', 'words', { chat: 'two' })));
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  expect(await sums(here)).toEqual({
    [`${TODAY}|wechat|one`]: { messages: 1, copies: 1, copyChars: 5 },
    [`${TODAY}|wechat|two`]: { messages: 1, notices: 1 },
  });
});

test('ticks, recalls and folds of both machines are united', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('a', 'words')));
  const other = await recorderOn(there);
  await other.report(reportOf(message('a', 'words')));
  await other.report(report({ recalls: ['a'], folded: ['a'] }));
  await other.setDone({ key: 'a', done: true });
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  expect(await here.messages.get('a')).toMatchObject({
    recalled: true,
    done: true,
    foldedDay: TODAY,
  });
  expect(await sums(here)).toEqual(await sums(there));
});

test('a revision that comes by import supersedes what is here', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('a', 'words')));
  const other = await recorderOn(there);
  await other.report(reportOf(message('a', 'words'), message('b', 'fix:words', { at: 1 })));
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  const answer = await recorder.report(reportOf(message('a', 'words')));
  expect(answer.notices[0]).toMatchObject({ notice: 'a', supersededBy: { key: 'b' } });
});

test('what the reader had before their eyes on the other machine is claimed here too', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('a', 'words')));
  const other = await recorderOn(there);
  await other.report(reportOf(message('a', 'words'), message('b', 'words', { at: 1 })));
  await other.report(report({ claims: [{ key: 'b', hash: 'hash words' }] }));
  await recorder.importBackup(parseBackup(await jsonOf(there)));
  const answer = await recorder.report(reportOf(message('a', 'words')));
  expect(answer.notices).toMatchObject([{ notice: 'a', claims: [{ key: 'b' }] }]);
});

test('a failed import leaves everything as it was', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('x', 'something else')));
  const before = await readBackup(db);
  const backup = parseBackup(await jsonOf(await usedDb()));
  db.notices.hook('creating', () => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(recorder.importBackup(backup)).rejects.toThrow('no room');
  expect(await readBackup(db)).toEqual(before);
});

describe('what is no whole backup of ours is refused', () => {
  test('a file that was cut', async () => {
    const json = await jsonOf(await usedDb());
    for (const share of [0, 0.3, 0.99]) {
      expect(problemOf(json.slice(0, json.length * share))).toBe('not-json');
    }
  });

  test.each(['null', '7', '[]', '{}', '"x"', '{"format":"other-backup","version":1}'])(
    'another program: %s',
    (json) => {
      expect(problemOf(json)).toBe('not-ours');
    },
  );

  test('a newer version', async () => {
    const json = await changed((_, file) => {
      file.version = 4;
    });
    expect(problemOf(json)).toBe('newer-version');
  });

  /** Sets a field of the first message to what is given. */
  const firstMessage = (fields: Record<string, unknown>) => (backup: Backup) => {
    Object.assign(backup.messages[0] ?? {}, fields);
  };

  test.each<[string, (backup: Backup, file: Record<string, unknown>) => void]>([
    ['no version', (_, file) => Object.assign(file, { version: 'one' })],
    ['no tables', (_, file) => Object.assign(file, { tables: null })],
    ['a table missing', (backup) => Object.assign(backup, { notices: undefined })],
    ['a table that is no list', (backup) => Object.assign(backup, { days: {} })],
    ['a row that is none', (backup) => backup.messages.push(null as never)],
    ['a field of another type', firstMessage({ time: 'noon' })],
    ['a missing field', firstMessage({ own: undefined })],
    ['no number', firstMessage({ chars: null })],
    ['a number without end', firstMessage({ chars: 1e300 })],
    ['a day that is none', firstMessage({ day: '2026-13-01' })],
    ['an endless text', firstMessage({ excerpt: 'x'.repeat(100_000) })],
    ['a word that nobody knows', firstMessage({ kind: 'poke' })],
    ['a word from the prototype', firstMessage({ via: 'constructor' })],
  ])('%s', async (_, edit) => {
    expect(problemOf(await changed(edit))).toBe('damaged');
  });

  test('a field of nobody is dropped, also when it is named after the prototype', async () => {
    const json = await jsonOf(await usedDb());
    const more = json.replaceAll('"site":"wechat"', '"site":"wechat","__proto__":{"own":1},"x":1');
    expect(parseBackup(more)).toEqual(parseBackup(json));
  });

  test.each([
    ['a key twice', (backup: Backup) => void backup.messages.push(backup.messages[0] as never)],
    ['message keys gone', (backup: Backup) => void backup.messages.splice(3, 1)],
    ['all messages gone', (backup: Backup) => void backup.messages.splice(0)],
    ['notices gone', (backup: Backup) => void backup.notices.splice(0)],
    ['days gone', (backup: Backup) => void backup.days.splice(0)],
    [
      'a count raised',
      (backup: Backup) => void Object.assign(backup.days[0] ?? {}, { copies: 99 }),
    ],
    [
      'a member raised',
      (backup: Backup) => void Object.assign(backup.notices[0]?.members[1] ?? {}, { chars: 99 }),
    ],
  ])('%s', async (_, edit) => {
    expect(problemOf(await changed(edit))).toBe('damaged');
  });
});

test('a revision comes in of what was erased where the backup was made', async () => {
  const [here, there] = [freshDb(), freshDb()];
  const other = await recorderOn(there);
  const told = [message('a', 'words', { chat: 'two' }), message('b', 'fix:words', { at: 1 })];
  await other.report(reportOf(...told));
  await other.erase({ what: 'chat', site: 'wechat', chat: 'two' });
  const recorder = await recorderOn(here);
  await recorder.report(reportOf(message('x', 'else', { at: 2 })));
  const backup = parseBackup(await jsonOf(there));
  expect(await recorder.importBackup(backup)).toMatchObject({ added: 1 });
});

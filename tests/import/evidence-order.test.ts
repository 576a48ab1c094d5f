import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Backup, readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { freshDb, message, recorderOn, reportOf } from '../tally/tally-bench';
import { wordNumber } from '../tally/word-engine';
import { imported, OTHER_ORDERS, written } from './in-any-order';

type Told = Parameters<typeof message>;

/** A tally in which these were told. */
async function tallyOf(...messages: Told[]) {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...messages.map((told) => message(...told))));
  return { db, recorder };
}

/** By the messages that state a version: what it is called depends on which backup came first. */
async function numbers(db: TallyDb) {
  const notices = await db.notices.toArray();
  return Object.fromEntries(
    notices.map(({ members, evidence }) => [
      members.map(({ key }) => key).join(' '),
      evidence ? [evidence.key, evidence.number] : null,
    ]),
  );
}

test('of versions that become one the number of the earlier message stays, and goes with it', async () => {
  const here = await tallyOf(['a', 'words']);
  const there = await tallyOf(['b', 'words', { chat: 'two', at: 1 }]);
  const files = [written(await readBackup(here.db)), written(await readBackup(there.db))];
  for (const order of [files, [...files].reverse()]) {
    const { db, recorder } = await imported(order);
    expect(await numbers(db)).toEqual({
      'a b': ['a', wordNumber('words')],
    });
    await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
    expect(await numbers(db)).toEqual({ b: null });
  }
});

test('several backups come to the same numbers in whatever order they are read', async () => {
  const a: Told = ['a', 'words'];
  const b: Told = ['b', 'words', { chat: 'two', at: 1 }];
  const c: Told = ['c', 'words', { chat: 'three', at: 2 }];
  const s: Told = ['s', 'short', { at: 4 }];
  const tallies = [
    await tallyOf(b, a, s),
    await tallyOf(a, c),
    await tallyOf(c, b, ['d', 'else', { at: 3 }]),
  ];
  const backups = await Promise.all(tallies.map(({ db }) => readBackup(db)));
  // One of before there were numbers.
  const [, old] = backups;
  for (const notice of old?.notices ?? []) delete notice.evidence;
  const files = backups.map(written);
  for (const order of [[0, 1, 2], ...OTHER_ORDERS]) {
    const { db } = await imported(order.flatMap((at) => files[at] ?? []));
    expect([order, await numbers(db)]).toEqual([
      order,
      { 'a b c': ['b', wordNumber('words')], d: ['d', wordNumber('else')], s: null },
    ]);
  }
});

test('a message that says something else here by now takes no number of its former words', async () => {
  const here = await tallyOf(['a', 'words'], ['b', 'words', { chat: 'two', at: 1 }]);
  const backup = written(await readBackup(here.db));
  await here.recorder.report(reportOf(message('a', 'short', { hash: '2' })));
  await here.recorder.report(reportOf(message('a', 'words', { hash: '3' })));
  await here.recorder.importBackup(backup);
  expect(await numbers(here.db)).toEqual({ 'a b': null });
});

/** What was seen of eight messages of four texts, each in a group of its own, in the order in which it was seen. */
const tally = fc.array(fc.nat(7), { minLength: 1, maxLength: 8 });
const TEXTS = ['words', 'fix:words', 'else', 'short'];

test('any two backups come to the same numbers both ways, and reading them again changes none', async () => {
  await fc.assert(
    fc.asyncProperty(tally, tally, async (one, other) => {
      const files: Backup[] = [];
      for (const seen of [one, other]) {
        const told = seen.map(
          (at): Told => [`m${at}`, TEXTS[at % 4] ?? '', { at, chat: `c${at}` }],
        );
        files.push(written(await readBackup((await tallyOf(...told)).db)));
      }
      const { db, recorder } = await imported(files);
      const united = await numbers(db);
      expect(await numbers((await imported([...files].reverse())).db)).toEqual(united);
      for (const file of files) await recorder.importBackup(file);
      expect(await numbers(db)).toEqual(united);
    }),
    { numRuns: 50 },
  );
});

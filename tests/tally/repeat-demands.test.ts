import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { BackupError, parseBackup } from '../../lib/import/backup';
import type { ObservedMessage } from '../../lib/messages/protocol';
import { readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { addDays, daysBetween } from '../../lib/tally/local-day';
import { repeatsOf } from '../../lib/tally/repeat-demands';
import type { NoticeRow } from '../../lib/tally/rows';
import { asksIn } from '../../lib/tally/versions';
import { freshDb, message, NOON, recorderOn, reportOf, TODAY } from './tally-bench';
import { wordEngine } from './word-engine';

const DAY = 24 * 60;
const FROM = '2026-10-01';
const TO = '2026-12-31';

/** What is counted after these messages, as "object period: first > again again". */
async function toldBy(...messages: ObservedMessage[]): Promise<string[]> {
  const db = freshDb();
  await (await recorderOn(db)).report(reportOf(...messages));
  await agrees(db);
  return shown(await repeatsOf(FROM, TO, db));
}

/** The keys that are searched follow from the notices. */
async function agrees(db: TallyDb): Promise<void> {
  const entries = (await db.asks.toArray()).map(({ entry }) => entry);
  expect(entries).toEqual((await db.notices.toArray()).flatMap(asksIn).sort());
}

function shown(repeats: Awaited<ReturnType<typeof repeatsOf>>): string[] {
  return repeats.map(
    ({ object, period, first, again }) =>
      `${object} ${period}: ${first.key} > ${again.map(({ key }) => key).join(' ')}`,
  );
}

test('the same form asked for by another group is counted where it is asked again, with both sources', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'first ?form obj:x'),
      message('b', 'again ?form obj:x', { chat: 'two', sender: 'Wu', at: 3 * DAY }),
    ),
  );
  expect(await repeatsOf(FROM, TO, db)).toEqual([
    {
      ...{ kind: 'form', object: 'x', id: 'id of form x', period: null, groups: 2 },
      first: expect.objectContaining({ key: 'a', chat: 'one', title: 'first', day: TODAY }),
      again: [
        expect.objectContaining({
          key: 'b',
          chat: 'two',
          sender: 'Wu',
          title: 'again',
          notice: 'b',
        }),
      ],
    },
  ]);
  expect(await repeatsOf(TODAY, TODAY, db)).toEqual([]);
});

const AGAIN = { chat: 'two', at: DAY };
test.each<[string, ObservedMessage[], string[]]>([
  ['a copy', [message('a', 'x ?form obj:x'), message('b', 'x ?form obj:x', AGAIN)], []],
  ['a revision', [message('a', 'x ?form obj:x'), message('b', 'y fix:x ?form obj:x', AGAIN)], []],
  [
    'a revision of a revision',
    [
      message('a', 'x ?form obj:x'),
      message('b', 'y fix:x ?form obj:x', AGAIN),
      message('c', 'z fix:y ?form obj:x', { chat: 'three', at: 2 * DAY }),
    ],
    [],
  ],
  [
    'a revision that adds something, which another had asked for',
    [
      message('a', 'x ?form obj:x'),
      message('b', 'w ?form obj:w', { chat: 'three', at: 5 }),
      message('c', 'y fix:x ?form obj:x obj:w', AGAIN),
    ],
    ['w null: b > c'],
  ],
  [
    'own messages',
    [message('a', 'x ?form obj:x', { own: true }), message('b', 'y ?form obj:x', AGAIN)],
    [],
  ],
  [
    'own messages that others copied',
    [
      message('a', 'x ?form obj:x', { own: true }),
      message('b', 'y ?form obj:x', AGAIN),
      message('c', 'x ?form obj:x', { chat: 'three', at: 2 * DAY }),
    ],
    ['x null: b > c'],
  ],
  [
    'another period',
    [message('a', 'x ?form obj:x@may'), message('b', 'y ?form obj:x@june', AGAIN)],
    [],
  ],
  [
    'another kind of work',
    [message('a', 'x ?form obj:x'), message('b', 'y ?meeting obj:x', AGAIN)],
    [],
  ],
  ['a reply', [message('a', 'x ?form obj:x'), message('b', 'y reply ?form obj:x', AGAIN)], []],
  [
    'what is asked thirty days later',
    [message('a', 'x ?form obj:x'), message('b', 'y ?form obj:x', { at: 30 * DAY })],
    ['x null: a > b'],
  ],
  [
    'what is asked a day after that',
    [message('a', 'x ?form obj:x'), message('b', 'y ?form obj:x', { at: 31 * DAY })],
    [],
  ],
  [
    'reminders of one group, once',
    [
      message('a', 'x ?form obj:x'),
      message('b', 'y ?form obj:x', { at: 60 }),
      message('c', 'z ?form obj:x', { at: 120 }),
      message('d', 'u ?form obj:x', AGAIN),
      message('e', 'v ?form obj:x', { ...AGAIN, at: 2 * DAY }),
    ],
    ['x null: a > b d'],
  ],
  [
    'a notice in two groups, once',
    [
      message('a', 'x ?form obj:x'),
      message('b', 'y ?form obj:x', AGAIN),
      message('c', 'y ?form obj:x', { chat: 'three', at: 2 * DAY }),
    ],
    ['x null: a > b'],
  ],
  [
    'one that became known late and was first',
    [message('b', 'y ?form obj:x', AGAIN), message('a', 'x ?form obj:x')],
    ['x null: a > b'],
  ],
])('%s', async (_, messages, expected) => {
  expect(await toldBy(...messages)).toEqual(expected);
});

test('what a message asks for is only looked for where it founds a version and asks for work', async () => {
  const objectsOf = vi.fn(wordEngine.objectsOf);
  const recorder = await recorderOn(freshDb(), { engine: { ...wordEngine, objectsOf } });
  await recorder.report(
    reportOf(
      message('a', 'x obj:x'),
      message('b', 'y ?photo ?reply ?ranking obj:x'),
      message('c', 'reply ?form obj:x'),
      message('d', 'loose ?form obj:x'),
      message('e', 'z ?form obj:x'),
      message('f', 'z ?form obj:x', AGAIN),
      message('g', 'fix:z w ?inspection obj:x', AGAIN),
    ),
  );
  expect(objectsOf.mock.calls.map(([{ key }]) => key)).toEqual(['e', 'g']);
});

test('a message that is edited within one report asks for what it says last', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(message('a', 'x ?form obj:x'), message('a', 'x ?photo', { hash: '2' })),
  );
  expect((await db.notices.get('a'))?.asks).toBeUndefined();
});

test('where that fails the message is judged and counted all the same', async () => {
  const failures: unknown[] = [];
  const db = freshDb();
  const broken = () => {
    throw new Error('no');
  };
  const recorder = await recorderOn(db, {
    engine: { ...wordEngine, objectsOf: broken },
    onFailure: (error) => failures.push(error),
  });
  const { verdicts } = await recorder.report(reportOf(message('a', 'x ?form obj:x')));
  expect(verdicts[0]?.verdict).toMatchObject({ relation: 'new', notice: 'a', demands: ['form'] });
  expect(failures).toHaveLength(1);
  expect((await db.notices.get('a'))?.asks).toBeUndefined();
});

test('one that the user says is no copy asks again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(message('a', 'x ?form obj:x'), message('b', 'x ?form obj:x', AGAIN)),
  );
  await recorder.teach({ key: 'b', lesson: 'not-copy' });
  expect(shown(await repeatsOf(FROM, TO, db))).toEqual(['x null: a > b']);
  await recorder.teach({ key: 'b', lesson: 'forget' });
  expect(await repeatsOf(FROM, TO, db)).toEqual([]);
});

test('a revision that the user says is none asks for what it asked, then and after the lesson is taken back', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'x base'),
      message('b', 'y ?form obj:x', { chat: 'two', at: 1 }),
      message('c', 'fix:x ?form obj:x', AGAIN),
    ),
  );
  const asked = await db.asks.toArray();
  const repeats = ['x null: b > c'];
  expect(shown(await repeatsOf(FROM, TO, db))).toEqual(repeats);
  for (const lesson of ['not-copy', 'forget'] as const) {
    await recorder.teach({ key: 'c', lesson });
    expect(await db.asks.toArray()).toEqual(asked);
    expect(shown(await repeatsOf(FROM, TO, db))).toEqual(repeats);
    await agrees(db);
  }
});

test('an edited message asks for what it says now', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(message('a', 'x ?form obj:x'), message('b', 'y ?form obj:x', AGAIN)),
  );
  await recorder.report(reportOf(message('b', 'y ?form obj:y', AGAIN)));
  await agrees(db);
  expect(await repeatsOf(FROM, TO, db)).toEqual([]);
  expect((await db.asks.toArray()).map(({ entry }) => entry.split('|')[1])).toEqual([
    'id of form x',
    'id of form y',
  ]);
});

test('an erased group asks no more, and the next one is the first', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('a', 'x ?form obj:x'),
      message('b', 'y ?form obj:x', AGAIN),
      message('c', 'z ?form obj:x', { chat: 'three', at: 2 * DAY }),
    ),
  );
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  await agrees(db);
  expect(shown(await repeatsOf(FROM, TO, db))).toEqual(['x null: b > c']);
});

test('paring takes the names and leaves the counts, also between pared and unpared', async () => {
  const db = freshDb();
  const settings = { ...DEFAULT_SETTINGS, retentionDays: 30 };
  const later = NOON + 40 * 24 * 3_600_000;
  const recorder = await recorderOn(db, { settings, now: () => later });
  await recorder.report(
    reportOf(
      message('a', 'x ?form obj:x obj:old@may'),
      message('b', 'y ?form obj:old@may', { chat: 'two', at: 5 }),
      message('c', 'z ?form obj:x', { chat: 'two', at: 20 * DAY }),
    ),
  );
  await recorder.pare();
  expect(shown(await repeatsOf(FROM, TO, db))).toEqual(['x null: a > c', ' may: a > b']);
  const rows = JSON.stringify([await db.notices.get('a'), await db.notices.get('b')]);
  expect(rows).not.toContain('"object":"x"');
  expect(rows).not.toContain('"object":"old"');
});

test('a backup holds what was asked for, into an empty tally and into another', async () => {
  const there = freshDb();
  await (await recorderOn(there)).report(
    reportOf(message('a', 'x ?form obj:x'), message('b', 'y ?form obj:x', AGAIN)),
  );
  const json = backupJson(await readBackup(there), NOON);
  const empty = freshDb();
  await (await recorderOn(empty)).importBackup(parseBackup(json));
  expect(shown(await repeatsOf(FROM, TO, empty))).toEqual(['x null: a > b']);
  await agrees(empty);
  const other = freshDb();
  const recorder = await recorderOn(other);
  await recorder.report(reportOf(message('c', 'z ?form obj:x', { chat: 'three', at: 3 * DAY })));
  await recorder.importBackup(parseBackup(json));
  await recorder.importBackup(parseBackup(json));
  expect(shown(await repeatsOf(FROM, TO, other))).toEqual(['x null: a > b c']);
  await agrees(other);
});

test.each([
  ['a kind that is none', { kind: 'photo', object: 'x', id: 'x', period: null }],
  ['a name that is too long', { kind: 'form', object: 'x'.repeat(5_000), id: 'x', period: null }],
  ['a period that is no text', { kind: 'form', object: 'x', id: 'x', period: 5 }],
])('a backup with %s is damaged', async (_, ask) => {
  const db = freshDb();
  await (await recorderOn(db)).report(reportOf(message('a', 'x ?form obj:x')));
  const backup = await readBackup(db);
  const notices = backup.notices.map((row) => ({ ...row, asks: [ask] as NoticeRow['asks'] }));
  expect(() => parseBackup(backupJson({ ...backup, notices } as typeof backup, NOON))).toThrow(
    BackupError,
  );
});

/** A notice of one message, so many days after the first of September. */
function notice(at: number, day: number, chat: string, ids: readonly string[]): NoticeRow {
  const date = addDays('2026-09-01', day);
  const time = new Date(`${date}T12:00:00`).getTime() + at;
  const key = `n${String(at).padStart(3, '0')}`;
  const member = { key, site: 'wechat', chat, sender: '', own: false, time, day: date };
  return {
    ...{ notice: key, rev: 1, title: '', claims: [], revises: null, changed: [] },
    ...{ askedBefore: [], revisedBy: [] },
    members: [{ ...member, chars: 9, media: false, demands: ['form'], recalled: false }],
    asks: ids.map((id) => ({ kind: 'form', object: id, id, period: null })),
  };
}

/** The repeats by day, counted over everything at once as one would by hand. */
function plainRepeats(rows: readonly NoticeRow[]): string[] {
  const told: string[] = [];
  for (const id of ['x', 'y']) {
    const asked = rows
      .filter(({ asks }) => asks?.some((ask) => ask.id === id))
      .flatMap(({ members }) => members)
      .sort((one, other) => one.time - other.time);
    let first = asked[0];
    let chats: string[] = [];
    for (const { key, day, chat } of asked.slice(1)) {
      if (!first || day > addDays(first.day, 30)) {
        first = asked.find((one) => one.key === key);
        chats = [];
      } else if (!chats.includes(chat)) {
        chats.push(chat);
        told.push(`${day} ${id} ${first.key} ${key}`);
      }
    }
  }
  return told.sort();
}

const asking = fc.record({
  day: fc.integer({ min: 0, max: 150 }),
  chat: fc.constantFrom('one', 'two', 'three'),
  ids: fc.constantFrom(['x'], ['y'], ['x', 'y']),
});

test('any period has the repeats that a count over all by hand has, so that periods add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(asking, { maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      async (askings, length) => {
        const rows = askings.map(({ day, chat, ids }, at) => notice(at, day, chat, ids));
        const db = freshDb();
        await db.notices.bulkAdd(rows);
        await db.asks.bulkAdd(rows.flatMap(asksIn).map((entry) => ({ entry })));
        const told: string[] = [];
        for (const [at, from] of daysBetween('2026-09-01', '2027-01-29').entries()) {
          if (at % length !== 0) continue;
          const repeats = await repeatsOf(from, addDays(from, length - 1), db);
          for (const { id, first, again } of repeats) {
            told.push(...again.map(({ day, key }) => `${day} ${id} ${first.key} ${key}`));
          }
        }
        expect(told.sort()).toEqual(plainRepeats(rows));
        await db.delete();
      },
    ),
    { numRuns: 40 },
  );
});

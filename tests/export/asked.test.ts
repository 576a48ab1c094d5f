import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asked, askedIn } from '../../lib/export/asked';
import type { ObservedMessage } from '../../lib/messages/protocol';
import type { TallyDb } from '../../lib/tally/db';
import type { DayRow } from '../../lib/tally/rows';
import { freshDb, message, recorderOn, report, reportOf, TODAY } from '../tally/tally-bench';
import { wordNumber } from '../tally/word-engine';
import { makeYear } from '../tally/year/year';

function sumsOfAsked(asked: readonly Asked[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { day, site, chat, kind } of asked) {
    const id = `${day}|${site}|${chat}|${kind}`;
    sums[id] = (sums[id] ?? 0) + 1;
  }
  return sums;
}

function sumsOfDays(days: readonly DayRow[]): Record<string, number> {
  return Object.fromEntries(
    days.flatMap(({ id, demands }) =>
      Object.entries(demands).map(([kind, count]) => [`${id}|${kind}`, count]),
    ),
  );
}

async function asked(db: TallyDb): Promise<Asked[]> {
  const [messages, notices] = [await db.messages.toArray(), await db.notices.toArray()];
  return askedIn(messages, notices, '2026-01-01', '2026-12-31');
}

const TEXTS = [
  'one ?reply ?photo',
  'two ?form',
  'fix:one now ?reply ?photo ?form',
  'fix:now again ?photo',
  'loose ?check-in',
  'reply',
];

const told: fc.Arbitrary<ObservedMessage> = fc
  .record({
    key: fc.integer({ min: 0, max: 11 }).map((at) => `k${at}`),
    text: fc.constantFrom(...TEXTS),
    chat: fc.constantFrom('a', 'b', 'c|d'),
    at: fc.integer({ min: 0, max: 600 }),
    own: fc.boolean(),
  })
  .map(({ key, text, ...rest }) => message(key, text, rest));

test('whatever is recorded, the demands told one by one are those that the day sums count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 14 }), async (messages) => {
      const db = freshDb();
      const recorder = await recorderOn(db);
      for (const each of messages) await recorder.report(reportOf(each));
      await recorder.report(report({ recalls: [messages[0]?.key ?? ''] }));
      expect(sumsOfAsked(await asked(db))).toEqual(sumsOfDays(await db.days.toArray()));
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('the same holds of half a year, whatever part of it is asked for', () => {
  const { messages, notices, days } = makeYear({
    ...{ seed: 3, groups: 24, days: 120, messages: 6_000, lastDay: '2026-10-15' },
  });
  const [from, to] = ['2026-08-20', '2026-09-30'];
  const period = days.filter(({ day }) => day >= from && day <= to);
  const told = askedIn(messages, notices, from, to);
  expect(told.length).toBeGreaterThan(50);
  expect(sumsOfAsked(told)).toEqual(sumsOfDays(period));
});

test('a request tells how far it went, when it came, and that it was an emergency', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('k1', 'one ?photo', { chat: 'a', at: 7 * 60 }),
      message('k2', 'one ?photo', { chat: 'b', at: 8 * 60 }),
      message('k3', 'one ?photo', { chat: 'mine', at: 9 * 60, own: true }),
    ),
  );
  const [only, ...others] = await asked(db);
  expect(others).toEqual([]);
  // Noon and seven hours: 19:00 of a working day.
  expect(only).toMatchObject({ kind: 'photo', chat: 'a', day: TODAY, offHours: true });
  expect(only?.reached).toEqual(['wechat|a', 'wechat|b']);
  expect(only?.emergency).toBe(false);

  await db.messages
    .where('key')
    .equals('k1')
    .modify((row) => {
      row.verdict.guards = ['emergency'];
    });
  expect((await asked(db))[0]?.emergency).toBe(true);
});

test('what asked has the number of its notice in every group that it is charged to, and none where no notice asked', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(
    reportOf(
      message('k1', 'one ?reply ?photo', { chat: 'a' }),
      message('k2', 'one ?reply ?photo', { chat: 'b', at: 1 }),
      message('k3', 'loose ?check-in', { chat: 'b', at: 2 }),
      message('k4', 'short ?reply', { chat: 'c', at: 3 }),
    ),
  );
  const told = (await asked(db)).map(({ kind, chat, evidence }) => [chat, kind, evidence]);
  expect(told.sort()).toEqual([
    ['a', 'photo', wordNumber('one ?reply ?photo')],
    ['a', 'reply', wordNumber('one ?reply ?photo')],
    ['b', 'check-in', ''],
    ['b', 'reply', wordNumber('one ?reply ?photo')],
    ['c', 'reply', ''],
  ]);
});

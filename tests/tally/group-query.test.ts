import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import type { TallyDb } from '../../lib/tally/db';
import { type GroupSums, groupFigures } from '../../lib/tally/group-facts';
import { SpreadShares } from '../../lib/tally/group-overlap';
import { readGroupFacts, seenGroups } from '../../lib/tally/group-query';
import { addDays } from '../../lib/tally/local-day';
import { allFacts } from './facts-of';
import { dayRow, everyWorkingDay, IN_USE, PERIOD, stating, TODAY } from './group-samples';
import { freshDb } from './tally-bench';
import { makeYear } from './year/year';

async function filled(rows: Parameters<TallyDb['days']['bulkPut']>[0]): Promise<TallyDb> {
  const db = freshDb();
  await db.days.bulkPut(rows);
  return db;
}

test('what is read by parts gives the same facts as everything read at once', async () => {
  const made = makeYear({ seed: 5, groups: 26, days: 240, messages: 9_000, lastDay: TODAY });
  const db = await filled(made.days);
  await db.notices.bulkPut(made.notices);
  const whole = {
    groups: await seenGroups(db),
    days: made.days,
    spread: made.notices.filter(({ spreadDay }) => spreadDay !== undefined),
    notes: [],
  };
  for (const length of [30, 90, 365]) {
    const period = { from: addDays(TODAY, 1 - length), to: TODAY, dormantDays: 60 };
    const facts = await readGroupFacts(period, db);
    expect(facts).toEqual(allFacts(whole, period));
    expect(facts).toHaveLength(26);
  }
});

test('the kinds of groups that were planted are suspected, busy ones are not', async () => {
  const made = makeYear({ seed: 5, groups: 24, days: 240, messages: 12_000, lastDay: TODAY });
  const db = await filled(made.days);
  await db.notices.bulkPut(made.notices);
  const facts = await readGroupFacts({ ...PERIOD, from: addDays(TODAY, -89) }, db);
  const suspected = (kind: string) =>
    facts
      .filter(({ suspicions }) => suspicions.some((each) => each.kind === kind))
      .map(({ chat }) => chat)
      .sort();
  // Every twelfth group from the fifth is for show, from the seventh ended after a third, from the tenth 90 days ago.
  expect(suspected('show')).toEqual(['应急办工作群', '应急办防汛值班群']);
  expect(suspected('dormant')).toEqual(
    ['环卫所工作群', '环卫所防汛值班群', '综治中心工作群', '综治中心防汛值班群'].sort(),
  );
  expect(suspected('other')).toEqual([]);
});

test('first and last are over all time and of messages alone', async () => {
  const name = '名字|带竖线';
  const db = await filled([
    dayRow(name, '2024-02-29'),
    dayRow(name, '2026-01-05'),
    dayRow(name, '2026-11-11', { messages: 0, folded: 2 }),
    dayRow('只折叠过', '2026-11-11', { messages: 0, folded: 2 }),
    dayRow('同名', '2026-03-03'),
    dayRow('同名', '2026-04-04', {}, 'feishu'),
  ]);
  expect(await seenGroups(db)).toEqual([
    { site: 'feishu', chat: '同名', firstDay: '2026-04-04', lastDay: '2026-04-04' },
    { site: 'wechat', chat: '同名', firstDay: '2026-03-03', lastDay: '2026-03-03' },
    { site: 'wechat', chat: name, firstDay: '2024-02-29', lastDay: '2026-01-05' },
  ]);
});

test('no message is read, and no day of a living group from before what is looked at', async () => {
  const db = await filled(IN_USE);
  const read: string[] = [];
  db.days.hook('reading', (row) => {
    read.push(row.day);
    return row;
  });
  const messages = vi.spyOn(db.messages, 'toArray');
  await readGroupFacts({ from: addDays(TODAY, -29), to: TODAY, dormantDays: 60 }, db);
  expect(messages).not.toHaveBeenCalled();
  const early = read.filter((day) => day < addDays(TODAY, -59));
  // The first day of the one group.
  expect(early).toEqual([IN_USE[0]?.day]);
});

test('the past of a silent group is read however long ago it was', async () => {
  const db = await filled([
    ...everyWorkingDay('旧专班', '2025-03-03', '2025-04-30', { messages: 5 }),
    ...IN_USE,
  ]);
  const facts = await readGroupFacts(PERIOD, db);
  const old = facts.find(({ chat }) => chat === '旧专班');
  expect(old?.counts.messages).toBe(0);
  expect(old?.suspicions.map(({ kind }) => kind)).toEqual(['finished', 'dormant']);
});

test('what is recorded during the reading need not wait for its end, and counts once', async () => {
  const shared = Array.from({ length: 60 }, (_, at) => stating(['甲', '乙'], addDays(TODAY, -at)));
  const rows = ['甲', '乙'].map((chat) => dayRow(chat, TODAY, { notices: 60 }));
  const db = await filled([...rows, ...IN_USE]);
  await db.notices.bulkPut(shared);
  const old = shared[59];
  if (!old) throw new Error('no notice');
  const order: string[] = [];
  let recording: Promise<unknown> | undefined;
  db.notices.hook('reading', (row) => {
    // The earliest is told once more when it has just been read.
    recording ??= Dexie.ignoreTransaction(() =>
      db.notices.put({ ...old, spreadDay: TODAY }).then(() => order.push('recorded')),
    );
    return row;
  });
  const facts = await readGroupFacts(PERIOD, db);
  order.push('read');
  await recording;
  expect(order).toEqual(['recorded', 'read']);
  expect(facts.find(({ chat }) => chat === '甲')?.overlaps[0]?.shared).toBe(60);
});

test('an empty tally has no groups', async () => {
  expect(await readGroupFacts(PERIOD, freshDb())).toEqual([]);
});

test('the sums are told before the past of silent groups and what is in common, and already hold the period', async () => {
  const made = makeYear({ seed: 5, groups: 14, days: 200, messages: 4_000, lastDay: TODAY });
  const db = await filled(made.days);
  await db.notices.bulkPut(made.notices);
  const told: GroupSums[] = [];
  const facts = await readGroupFacts(PERIOD, db, (sums) => told.push(sums));
  expect(told).toHaveLength(1);
  const figures = told.flatMap((sums) => groupFigures(sums, PERIOD));
  expect(facts.some(({ overlaps }) => overlaps.length > 0)).toBe(true);
  expect(facts.some(({ suspicions }) => suspicions.length > 0)).toBe(true);
  expect(figures).toEqual(facts.map((group) => ({ ...group, overlaps: [], suspicions: [] })));
});

test('a version that is told again while it is read takes the place of what was told before', () => {
  const [before, after] = [stating(['甲', '乙', '丙']), stating(['甲', '乙'])];
  const changed = { ...after, notice: before.notice };
  const both = new SpreadShares(PERIOD.from, PERIOD.to);
  both.add([before, stating(['甲', '丙'])]);
  both.add([changed]);
  expect(both.shares.get('wechat|甲')?.shared.get('wechat|乙')).toBe(1);
  expect(both.shares.get('wechat|丙')?.shared.get('wechat|乙')).toBe(0);
  expect(both.shares.get('wechat|丙')?.versions).toBe(1);
});
